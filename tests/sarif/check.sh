#!/bin/bash
# Holds the SARIF that `daicho validate` writes against the standard's schema: check.sh PROGRAM
# Ends with 77 (skipped) where python3-jsonschema is not installed; `make test` installs it.
set -eu
program=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../../samples
/usr/bin/python3 -c 'import jsonschema' 2>/dev/null || exit 77
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$samples"

validate() {  # NAME ARGUMENTS...
  local name=$1 status=0
  shift
  "$program" validate --report sarif --output "$work/$name.sarif" "$@" 2>"$work/err" || status=$?
  if [ $status -gt 1 ]; then cat "$work/err"; exit 1; fi
}
printf 'name = "県の受入試験"\n[alerts]\nD1012 = "error"\n' >"$work/profile.toml"
for layout in juki atena kengen access-log honnin soufusaki iten.07-kaigo; do
  for kind in good bad; do
    file=$(ls $kind/$layout.*)
    validate "$kind-$layout-ja" --lang ja --layout $layout "$file"
    validate "$kind-$layout-en" --lang en --layout $layout "$file"
  done
done
validate two-files --layout juki --as-of 2026-04-01 bad/juki.csv good/juki.csv
validate profile --layout access-log --profile "$work/profile.toml" bad/access-log.dat
validate few --layout juki --max-errors 1 bad/juki.csv
cp bad/juki.csv "$work/100% 台帳.csv"
validate names --layout juki "$work/100% 台帳.csv"
/usr/bin/python3 "$here/check.py" "$here/sarif-2.1.0-rtm.5.json" "$work"/*.sarif
