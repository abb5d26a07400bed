# A character that the target does not have stops: exit 1, no OUT, and where it is.
$ printf '吉田\n𠮷田と葛󠄀飾\n𠮷野\n' > names.txt; daicho transcode --from utf-8 --to cp932 names.txt out.txt
! names.txt: line 2, byte offset 7: cp932 has no U+20BB7 '𠮷'
! out.txt was not written
? 1

$ daicho transcode --lang ja --from utf-8 --to cp932 names.txt out.txt
! names.txt: 2行目、先頭から7バイトの位置：U+20BB7「𠮷」は cp932 にありません
! out.txt は作成していません
? 1

# On standard output: what precedes it.
$ daicho transcode --from utf-8 --to cp932 names.txt - | iconv -f cp932
吉田
! names.txt: line 2, byte offset 7: cp932 has no U+20BB7 '𠮷'
! stopped; 5 bytes written to standard output

$ daicho transcode --from utf-8 --to utf-16le names.txt - 2>/dev/null | daicho transcode --from utf-16le --to cp932 - out.txt
! -: line 2, byte offset 6: cp932 has no U+20BB7 '𠮷'
! out.txt was not written
? 1

# 〓 or a substitute in its place, counted by character.
$ daicho transcode --from utf-8 --to cp932 --on-unmappable geta names.txt - | iconv -f cp932
吉田
〓田と〓飾
〓野
! names.txt: utf-8 to cp932, 36 bytes read, 21 bytes written
! -: characters that cp932 lacks, as 〓: 3
!   U+20BB7 '𠮷': 2, the first at line 2, byte offset 7
!   U+845B U+E0100 '葛󠄀': 1, the first at line 2, byte offset 17

$ daicho transcode --from utf-8 --to cp932 --on-unmappable substitute names.txt - | iconv -f cp932
吉田
吉田と葛飾
吉野
! names.txt: utf-8 to cp932, 36 bytes read, 21 bytes written
! -: characters that cp932 lacks, as their substitutes: 3
!   U+20BB7 '𠮷', as U+5409 '吉': 2, the first at line 2, byte offset 7
!   U+845B U+E0100 '葛󠄀', as U+845B '葛': 1, the first at line 2, byte offset 17

$ daicho transcode --lang ja --from utf-8 --to cp932 --on-unmappable substitute names.txt out.txt
! names.txt: utf-8 から cp932 へ変換しました（36バイトを読み、21バイトを書きました）
! out.txt: cp932 になく、代替文字にした文字：3個
!   U+20BB7「𠮷」 → U+5409「吉」: 2個、最初は2行目、先頭から7バイトの位置
!   U+845B U+E0100「葛󠄀」 → U+845B「葛」: 1個、最初は2行目、先頭から17バイトの位置

$ printf 'ไทย\n' | daicho transcode --from utf-8 --to cp932 --on-unmappable substitute - -
! -: line 1, byte offset 0: cp932 has no U+0E44 'ไ' THAI CHARACTER SARA AI MAIMALAI, and the tables lead to no substitute that it has
! stopped; 0 bytes written to standard output
? 1

# Bytes that are no character of the input's charset always stop.
$ printf 'ab\n\x88\x9F\x81\xAD' | daicho transcode --from cp932 --to utf-8 --on-unmappable geta - none.txt
! -: line 2, byte offset 5: 81AD is no character of cp932
! none.txt was not written
? 1

$ printf 'ab\x88' | daicho transcode --from cp932 --to utf-8 - none.txt
! -: line 1, byte offset 2: the input ends inside a character of cp932 (88)
! none.txt was not written
? 1

$ ls
names.txt
out.txt

# EBCDIC that ends without 0F: what was read is written, and where its double-byte codes began is told.
$ printf '東京都\n小金井市本町' | daicho transcode --from utf-8 --to ibm-939 - - | head -c -1 > open.ebcdic; daicho transcode --from ibm-939 --to utf-8 open.ebcdic -
東京都
小金井市本町
! -: utf-8 to ibm-939, 28 bytes read, 23 bytes written
! open.ebcdic: line 2, byte offset 22: 0F is missing: nothing closes the double-byte codes of ibm-939 that begin with 0E at line 2, byte offset 9
! stopped; 28 bytes written to standard output
? 1

$ daicho transcode --lang ja --from ibm-939 --to utf-8 open.ebcdic open.txt
! open.ebcdic: 2行目、先頭から22バイトの位置：2行目、先頭から9バイトの位置の 0E で始まる ibm-939 の2バイト文字が 0F で閉じられていません
! open.txt は作成していません
? 1

$ daicho transcode --report json --from ibm-939 --to utf-8 open.ebcdic open.txt
! {"type":"transcode","file":"open.ebcdic","output":"open.txt","from":"ibm-939","to":"utf-8","written":false,"input_bytes":22,"output_bytes":28,"line_feeds":1,"bom_dropped":false,"duplicates":{"count":0,"codes":[]},"similar":{"count":0,"characters":[]},"substituted":{"count":0,"characters":[]},"geta":{"count":0,"characters":[]},"refused":null,"fault":{"error":"truncated","offset":22,"line":2,"bytes":"","character":null,"code_points":null,"open_run":{"offset":9,"line":2}}}
? 1

# Double-byte codes of EBCDIC that nobody closes are told as that also where they are longer than a block may be.
$ { printf '\xC1\x0E'; head -c 18000001 /dev/zero | tr '\0' 'E'; printf '\x25'; } > open.dat; daicho transcode --from ibm-930 --to utf-8 open.dat open.txt
! open.dat: line 1, byte offset 16777216: 0F is missing: nothing closes the double-byte codes of ibm-930 that begin with 0E at line 1, byte offset 1
! open.txt was not written
? 1

$ daicho --lang ja transcode --threads 3 --from ibm-930 --to utf-8 open.dat open.txt
! open.dat: 1行目、先頭から16777216バイトの位置：1行目、先頭から1バイトの位置の 0E で始まる ibm-930 の2バイト文字が 0F で閉じられていません
! open.txt は作成していません
? 1
