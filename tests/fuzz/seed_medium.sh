#!/bin/sh
# Fills a corpus folder with what a small medium is made of, behind the byte with which medium_fuzz chooses. Wants
# build/daicho and openssl.
set -eu
corpus=$(cd "$1" && pwd)
[ -x build/daicho ] || make build
daicho=$PWD/build/daicho
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp samples/daicho.toml samples/gaiji.csv samples/gaiji.bdf "$work"
cd "$work"
$daicho sample register --residents 4 --seed 1 --as-of 20261120 --out r.csv
$daicho run cs-update --config daicho.toml --register r.csv --state state --out out --as-of 20261120 --initial >log 2>&1
openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=r -keyout r.key -out r.pem -days 30 2>log
mkdir medium
$daicho media write --state state --run cs-update_20261120000000_001 --to medium --recipient r.pem --approved-by a \
  --purpose p --now 20261120103000 >log 2>&1
openssl cms -decrypt -inform DER -in medium/*.cms -inkey r.key -recip r.pem -out content
tar xf content
behind() { printf "\\$(printf %03o "$1")" | cat - "$2" >"$corpus/seed-$1"; }
behind 0 content
behind 1 medium/SHA256SUMS
behind 2 "$(echo medium/*.cms)"
behind 3 medium.json
$daicho media list --state state --report json | sed 's/.*"details"://; s/}$//' >details
behind 4 details
