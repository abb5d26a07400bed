#!/bin/sh
# sources.sh STATISTICS: whether schemas/characters is what the publishers' own files say, and whether the program, by
# what character_statistics tells, uses them as they are meant. Their files are not part of the project: where they are
# not at hand (DAICHO_CHARACTER_SOURCES, else ../shared/data beside the checkout), the test is skipped (77).
set -eu
statistics=${1:?usage: sources.sh STATISTICS}
root=$(cd "$(dirname "$0")/../.." && pwd)
sources=${DAICHO_CHARACTER_SOURCES:-$root/../shared/data}
for file in mji.00602.tsv.zst MJShrinkMapVer.1.2.0.zip; do
  [ -f "$sources/$file" ] || { echo "skipped: no $sources/$file"; exit 77; }
done
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zstd -q -d "$sources/mji.00602.tsv.zst" -o "$work/mji.tsv"
python3 -m zipfile -e "$sources/MJShrinkMapVer.1.2.0.zip" "$work"
map=$(find "$work" -name 'MJShrinkMap.1.2.0.json')
make_tables=$root/schemas/characters/make_tables.py
python3 -B "$make_tables" --check --list "$work/mji.tsv" --map "$map" "$root/schemas/characters"

# A check that never fails would be none: one changed byte must be told.
mkdir "$work/changed"
sed '1000s/MJ/MK/' "$root/schemas/characters/mj.tsv" >"$work/changed/mj.tsv"
cp "$root/schemas/characters/substitutes.tsv" "$work/changed/"
told=$(python3 -B "$make_tables" --check --list "$work/mji.tsv" --map "$map" "$work/changed") && exit 1
[ "$told" = "make_tables.py: not as the sources say: mj.tsv" ]

"$statistics" --each | python3 -B "$root/tests/characters/oracle.py" "$work/mji.tsv" "$map"
