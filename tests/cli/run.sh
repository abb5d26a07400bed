#!/bin/bash
# Runs one golden transcript: run.sh PROGRAM FILE.t
#
# A transcript is text. Lines that begin with `$ ` are commands, run by bash in an empty folder in which `daicho` is the
# program and $SAMPLES and $SOURCE name the project's folders. The lines after a command are what it must print on
# standard output, with `! ` before those of standard error, and `? N` where its exit status is N instead of 0. All of it
# must be there, to the letter; other lines that begin with `# ` are comments. A line that ends in ` (re)` is an extended
# regular expression for the whole line. `UPDATE=1 run.sh …` writes the file anew with what came out.
# The head and the initial key of a ledger, random both, stand as HEAD and KEY.
set -u
program=$(readlink -f "$1")
transcript=$(readlink -f "$2")
export SOURCE=$(cd "$(dirname "$0")/../.." && pwd)
export SAMPLES=$SOURCE/samples
export LC_ALL=C.UTF-8 LANG=C.UTF-8 TZ=Asia/Tokyo
umask 077
work=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/run"
ln -s "$program" "$work/bin/daicho"
export PATH=$work/bin:$PATH
cd "$work/run" || exit 2

run_command() {
  bash -c "$1" >"$work/out" 2>"$work/err" </dev/null
  local status=$?
  sed -i -E 's/\bhead [0-9a-f]{64}\b/head HEAD/; s/(initial key, .*: )([0-9a-f]{8} ?){8}$/\1KEY/' "$work/out" "$work/err"
  [ -s "$work/out" ] && { cat "$work/out"; [ -n "$(tail -c 1 "$work/out")" ] && echo; }
  [ -s "$work/err" ] && sed 's/^/! /' "$work/err"
  [ $status -ne 0 ] && echo "? $status"
  return 0
}

while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    '$ '*) printf '%s\n' "$line"; run_command "${line#\$ }" ;;
    '# '* | '') printf '%s\n' "$line" ;;
  esac
done <"$transcript" >"$work/actual"

# Expected output lines stand between commands; a blank line ends a command's output.
if [ "${UPDATE:-0}" = 1 ]; then
  cp "$work/actual" "$transcript"
  exit 0
fi

# Lines with (re) match by expression: they are replaced by what came out where it matches.
awk -v actual="$work/actual" '
  BEGIN { while ((getline line < actual) > 0) got[++n] = line }
  {
    if (sub(/ \(re\)$/, "")) { if (got[NR] ~ ("^" $0 "$")) print got[NR]; else print $0 " (re)" } else print
  }' "$transcript" >"$work/expected"
if ! diff -u --label "expected: $2" --label actual "$work/expected" "$work/actual"; then
  exit 1
fi
