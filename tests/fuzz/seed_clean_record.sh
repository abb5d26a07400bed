#!/bin/sh
# Fills a corpus folder with good records of the charsets and layouts that clean_record_fuzz knows, behind the two bytes
# with which it chooses them. Wants build/daicho.
set -eu
corpus=$1
program=${2:-build/daicho}
[ -x "$program" ] || make build
charset=0
for name in cp932 utf-16be utf-16le utf-8; do
  layout=0
  for id in kengen access-log honnin soufusaki atena juki; do
    for seed in 1 2 3; do
      file=$corpus/seed-$charset-$layout-$seed
      printf "\\$(printf %03o $charset)\\$(printf %03o $layout)" >"$file"
      "$program" sample records --layout $id --count 1 --seed $seed --to fixed:$name,eol=none --out - >>"$file"
    done
    layout=$((layout + 1))
  done
  charset=$((charset + 1))
done
