#!/bin/sh
# Fills a corpus folder with good files of every format and layout that records_fuzz knows, behind the two bytes with
# which it chooses them. Wants build/daicho.
set -eu
corpus=$1
[ -x build/daicho ] || make build
format=0
for spec in fixed:cp932,eol=crlf fixed:cp932,eol=none fixed:utf-8,eol=lf fixed:utf-16le,eol=crlf \
  fixed:utf-16be,eol=none fixed:utf-8,bom=yes fixed:cp932,envelope=control csv:utf-8 csv:cp932,quote=all \
  csv:utf-16le,bom=yes csv:utf-8,quote=none,header=id csv:utf-8,header=none,eol=lf csv:utf-8,envelope=control \
  jsonl:utf-8; do
  layout=0
  for name in kengen access-log honnin soufusaki; do
    printf "\\$(printf %03o $format)\\$(printf %03o $layout)" >"$corpus/seed-$format-$layout"
    build/daicho sample records --layout $name --count 2 --seed $format --to $spec --out - >>"$corpus/seed-$format-$layout"
    layout=$((layout + 1))
  done
  format=$((format + 1))
done
