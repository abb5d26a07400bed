#!/bin/bash
# The real program with `ledger.syslog = "yes"`: the heads of a run, a medium, its hand-over and every refusal reach the
# system's log, and stop when a run says `no`.
#
#   system_log.sh PROGRAM FAKE_SYSLOG_LIBRARY
set -eu
program=$(readlink -f "$1")
library=$(readlink -f "$2")
samples=$(cd "$(dirname "$0")/../.." && pwd)/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
umask 077
export DAICHO_SYSLOG_FILE=$work/log LC_ALL=C.UTF-8 TZ=Asia/Tokyo
heard() { LD_PRELOAD=$library "$program" "$@" >/dev/null 2>>err; }
expect() {
  sed -E 's/head [0-9a-f]{64}$/head HEAD/' log >got
  printf "$1" | diff - got || { echo "after: $2"; cat err; exit 1; }
}

cp "$samples"/daicho.toml "$samples"/gaiji.* .
printf '\n[ledger]\nsyslog = "yes"\n' >>daicho.toml
"$program" sample register --residents 10 --seed 1 --as-of 20251119 --out day1.csv
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout key.pem -out cert.pem -nodes -days 90000 \
  -subj /CN=receiver 2>/dev/null
run=cs-update_20251119000000_001
mkdir a
line='authpriv 5: ledger: entry %d, head HEAD\n'
heard run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20251119 --initial
expect "$(printf "$line" 0 1)\n" 'a run'
heard media write --state state --run $run --to a --recipient cert.pem --approved-by 課長 --purpose 更新
heard media close --state state --medium "$(basename a/*_001of001.cms _001of001.cms)" --event handed --by 見本花子
heard media write --state state --run $run --to a --recipient cert.pem --approved-by 課長 --purpose 更新 --redo \
  --reason 試験 && exit 1
heard ledger begin --state state --reason 試験 && exit 1
expect "$(printf "$line" 0 1 2 3 4 5)\n" 'a medium, its hand-over and two refusals'
sed -i 's/^syslog = .*/syslog = "no"/' daicho.toml
heard run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20251120
heard ledger begin --state state --reason 試験 && exit 1
expect "$(printf "$line" 0 1 2 3 4 5)\n" 'a run without it'
