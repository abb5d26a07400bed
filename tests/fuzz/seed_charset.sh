#!/bin/sh
# Fills a corpus folder with text in every charset that charset_fuzz knows, behind the two bytes with which it chooses
# charset, direction and cut.
set -eu
corpus=$1
text='小金井市　ｱｲ Az~\\1か゚æ̀㐂𠮟〜①髙\r\n'
choice=0
for charset in CP932 UTF-8 UTF-16LE UTF-16BE SHIFT_JISX0213 EUC-JISX0213 IBM930 IBM939 UTF-16BE; do
  printf "\\$(printf %03o $((2 * choice)))\\005" >"$corpus/read-$choice"
  printf "$text" | iconv -c -f UTF-8 -t $charset >>"$corpus/read-$choice" || true
  printf "\\$(printf %03o $((2 * choice + 1)))\\005$text" >"$corpus/write-$choice"
  choice=$((choice + 1))
done
