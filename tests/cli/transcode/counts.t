# Similar characters are counted by character, duplicates by code; --strict refuses them.
$ printf '１−２〜３−\n' > signs.txt; daicho transcode --from utf-8 --to cp932 signs.txt signs.sjis
! signs.txt: utf-8 to cp932, 19 bytes read, 13 bytes written
! signs.sjis: characters for which cp932 has only a similar one: 3
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 2, the first at line 1, byte offset 3
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 1, the first at line 1, byte offset 9

$ daicho transcode --strict --from utf-8 --to cp932 signs.txt strict.sjis
! strict.sjis: characters for which cp932 has only a similar one: 3
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 2, the first at line 1, byte offset 3
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 1, the first at line 1, byte offset 9
! signs.txt: line 1, byte offset 3: --strict refuses U+2212 '−' MINUS SIGN, which would come back as U+FF0D '－'
! strict.sjis was not written
? 1

$ printf '\xED\x40\xED\x40\xFA\x4A\x87\x90\n' > dup.sjis; daicho transcode --from cp932 --to utf-8 dup.sjis dup.txt; cat dup.txt
纊纊Ⅰ≒
! dup.sjis: cp932 to utf-8, 9 bytes read, 13 bytes written
! dup.sjis: duplicate codes of cp932, which would come back as others: 4
!   ED40, read as U+7E8A '纊': 2, the first at line 1, byte offset 0
!   8790, read as U+2252 '≒' APPROXIMATELY EQUAL TO OR THE IMAGE OF: 1, the first at line 1, byte offset 6
!   FA4A, read as U+2160 'Ⅰ' ROMAN NUMERAL ONE: 1, the first at line 1, byte offset 4

$ daicho transcode --lang ja --from cp932 --to utf-8 dup.sjis - > /dev/null
! dup.sjis: cp932 から utf-8 へ変換しました（9バイトを読み、13バイトを書きました）
! dup.sjis: 元のコードには戻らない cp932 の重複コード：4個
!   ED40 → U+7E8A「纊」: 2個、最初は1行目、先頭から0バイトの位置
!   8790 → U+2252「≒」: 1個、最初は1行目、先頭から6バイトの位置
!   FA4A → U+2160「Ⅰ」: 1個、最初は1行目、先頭から4バイトの位置

$ daicho transcode --from cp932 --to cp932 --strict dup.sjis -  | od -An -tx1
 fa 5c fa 5c 87 54 81 e0 0a
! dup.sjis: cp932 to cp932, 9 bytes read, 9 bytes written
! dup.sjis: duplicate codes of cp932, which would come back as others: 4
!   ED40, read as U+7E8A '纊': 2, the first at line 1, byte offset 0
!   8790, read as U+2252 '≒' APPROXIMATELY EQUAL TO OR THE IMAGE OF: 1, the first at line 1, byte offset 6
!   FA4A, read as U+2160 'Ⅰ' ROMAN NUMERAL ONE: 1, the first at line 1, byte offset 4
! dup.sjis: line 1, byte offset 0: --strict refuses the code ED40 (U+7E8A '纊'), which would come back as another
! what --strict refuses is on standard output already (9 bytes): do not use it

# The yen sign and the overline only on demand.
$ printf '¥100‾' | daicho transcode --from utf-8 --to cp932 - -
! -: line 1, byte offset 0: cp932 has no U+00A5 '¥' YEN SIGN
! stopped; 0 bytes written to standard output
? 1

$ printf '¥100‾' | daicho transcode --from utf-8 --to cp932 --yen-to-backslash - -
\100~
! -: utf-8 to cp932, 8 bytes read, 5 bytes written
! -: characters for which cp932 has only a similar one: 2
!   U+00A5 '¥' YEN SIGN, as U+005C '\': 1, the first at line 1, byte offset 0
!   U+203E '‾' OVERLINE, as U+007E '~': 1, the first at line 1, byte offset 5

# For machines.
$ daicho transcode --report json --from utf-8 --to cp932 signs.txt signs2.sjis
! {"type":"transcode","file":"signs.txt","output":"signs2.sjis","from":"utf-8","to":"cp932","written":true,"input_bytes":19,"output_bytes":13,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":0,"codes":[]},"similar":{"count":3,"characters":[{"character":"−","code_points":["U+2212"],"name":"MINUS SIGN","similar":"－","count":2,"offset":3,"line":1},{"character":"〜","code_points":["U+301C"],"name":"WAVE DASH","similar":"～","count":1,"offset":9,"line":1}]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"refused":null,"fault":null}

$ printf 'a\n𠮷' | daicho transcode --report json --from utf-8 --to cp932 - - | od -An -tx1
 61 0a
! {"type":"transcode","file":"-","output":"-","from":"utf-8","to":"cp932","written":false,"input_bytes":2,"output_bytes":2,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":0,"codes":[]},"similar":{"count":0,"characters":[]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"refused":null,"fault":{"error":"unmappable","offset":2,"line":2,"bytes":"F0A0AEB7","character":"𠮷","code_points":["U+20BB7"],"open_run":null}}

$ daicho transcode --report json --from cp932 --to utf-8 dup.sjis dup2.txt
! {"type":"transcode","file":"dup.sjis","output":"dup2.txt","from":"cp932","to":"utf-8","written":true,"input_bytes":9,"output_bytes":13,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":4,"codes":[{"code":"8790","character":"≒","code_points":["U+2252"],"name":"APPROXIMATELY EQUAL TO OR THE IMAGE OF","count":1,"offset":6,"line":1},{"code":"ED40","character":"纊","code_points":["U+7E8A"],"name":null,"count":2,"offset":0,"line":1},{"code":"FA4A","character":"Ⅰ","code_points":["U+2160"],"name":"ROMAN NUMERAL ONE","count":1,"offset":4,"line":1}]},"similar":{"count":0,"characters":[]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"refused":null,"fault":null}

# A 外字 that the municipality's table gives a meaning is never read as it in silence, in Unicode too.
$ printf 'code,character\nU+E000,葛󠄀\n' > gaiji.csv; printf '東京\n\xEE\x80\x80飾\n' | daicho transcode --gaiji gaiji.csv --from utf-8 --to utf-16be - moved.txt; iconv -f utf-16be moved.txt
東京
葛󠄀飾
! -: utf-8 to utf-16be, 14 bytes read, 16 bytes written
! -: 外字 read as the characters that they mean, whose codes would not come back: 1
!   U+E000, read as U+845B U+E0100 '葛󠄀': 1, the first at line 2, byte offset 7

$ printf '\xEE\x80\x80飾\n' | daicho transcode --strict --gaiji gaiji.csv --from utf-8 --to cp932 - kept.txt
! -: 外字 read as the characters that they mean, whose codes would not come back: 1
!   U+E000, read as U+845B U+E0100 '葛󠄀': 1, the first at line 1, byte offset 0
! -: line 1, byte offset 0: --strict refuses the code U+E000 (U+845B U+E0100 '葛󠄀'), which would come back as another
! kept.txt was not written
? 1

$ printf '\xEE\x80\x80飾\n' | daicho transcode --lang ja --strict --gaiji gaiji.csv --from utf-8 --to utf-8 - kept.txt
! -: 表にある意味の文字として読んだ外字（元のコードには戻りません）：1個
!   U+E000 → U+845B U+E0100「葛󠄀」: 1個、最初は1行目、先頭から0バイトの位置
! -: 1行目、先頭から0バイトの位置：コード U+E000 (U+845B U+E0100「葛󠄀」) は別のコードになって戻るため、--strict により中止しました
! kept.txt は作成していません
? 1

# What cannot be seen is named.
$ printf 'a\u200bb\n' | daicho transcode --from utf-8 --to cp932 - -
a
! -: line 1, byte offset 1: cp932 has no U+200B ZERO WIDTH SPACE
! stopped; 1 byte written to standard output
? 1

$ printf 'a\u200bb\n' | daicho transcode --lang ja --from utf-8 --to cp932 - none.txt
! -: 1行目、先頭から1バイトの位置：U+200B（ZERO WIDTH SPACE）は cp932 にありません
! none.txt は作成していません
? 1
