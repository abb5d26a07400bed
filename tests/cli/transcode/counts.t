# Similar characters are counted by character, duplicates by code; --strict refuses them.
$ printf '１−２〜３−\n' > signs.txt; daicho transcode --from utf-8 --to cp932 signs.txt signs.sjis
! signs.txt: utf-8 to cp932, 19 bytes read, 13 bytes written
! signs.sjis: characters written as similar ones of cp932: 3 (U+2212 '−' 2, U+301C '〜' 1)

$ daicho transcode --strict --from utf-8 --to cp932 signs.txt strict.sjis
! strict.sjis: characters written as similar ones of cp932: 3 (U+2212 '−' 2, U+301C '〜' 1)
! strict.sjis was not written
? 1

$ printf '\xED\x40\xED\x40\xFA\x4A\x87\x90\n' > dup.sjis; daicho transcode --from cp932 --to utf-8 dup.sjis dup.txt; cat dup.txt
纊纊Ⅰ≒
! dup.sjis: cp932 to utf-8, 9 bytes read, 13 bytes written
! dup.sjis: duplicate codes of cp932 that would come back as others: 4 (ED40 2, 8790 1, FA4A 1)

$ daicho transcode --lang ja --from cp932 --to utf-8 dup.sjis - > /dev/null
! dup.sjis: cp932 から utf-8 へ変換しました（9バイトを読み、13バイトを書きました）
! dup.sjis: 元のコードには戻らない cp932 の重複コードが4個あります（ED40 2個、8790 1個、FA4A 1個）

$ daicho transcode --from cp932 --to cp932 --strict dup.sjis -  | od -An -tx1
 fa 5c fa 5c 87 54 81 e0 0a
! dup.sjis: cp932 to cp932, 9 bytes read, 9 bytes written
! dup.sjis: duplicate codes of cp932 that would come back as others: 4 (ED40 2, 8790 1, FA4A 1)

# The yen sign and the overline only on demand.
$ printf '¥100‾' | daicho transcode --from utf-8 --to cp932 - -
! -: line 1, byte offset 0: cp932 has no '¥' (U+00A5)
! stopped; bytes written: 0
? 1

$ printf '¥100‾' | daicho transcode --from utf-8 --to cp932 --yen-to-backslash - -
\100~
! -: utf-8 to cp932, 8 bytes read, 5 bytes written
! -: characters written as similar ones of cp932: 2 (U+00A5 '¥' 1, U+203E '‾' 1)

# For machines.
$ daicho transcode --report json --from utf-8 --to cp932 signs.txt signs2.sjis
! {"type":"transcode","file":"signs.txt","output":"signs2.sjis","from":"utf-8","to":"cp932","written":true,"input_bytes":19,"output_bytes":13,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":0,"codes":[]},"similar":{"count":3,"characters":[{"character":"−","code_points":"U+2212","count":2},{"character":"〜","code_points":"U+301C","count":1}]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"fault":null}

$ printf 'a\n𠮷' | daicho transcode --report json --from utf-8 --to cp932 - - | od -An -tx1
 61 0a
! {"type":"transcode","file":"-","output":"-","from":"utf-8","to":"cp932","written":false,"input_bytes":2,"output_bytes":2,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":0,"codes":[]},"similar":{"count":0,"characters":[]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"fault":{"error":"unmappable","offset":2,"line":2,"bytes":"F0A0AEB7","character":"𠮷","code_points":"U+20BB7"}}

$ daicho transcode --report json --from cp932 --to utf-8 dup.sjis dup2.txt
! {"type":"transcode","file":"dup.sjis","output":"dup2.txt","from":"cp932","to":"utf-8","written":true,"input_bytes":9,"output_bytes":13,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":4,"codes":[{"code":"8790","character":"≒","count":1},{"code":"ED40","character":"纊","count":2},{"code":"FA4A","character":"Ⅰ","count":1}]},"similar":{"count":0,"characters":[]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"fault":null}
