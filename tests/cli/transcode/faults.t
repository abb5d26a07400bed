# A character that the target does not have stops: exit 1, no OUT, and where it is.
$ printf '吉田\n𠮷田と葛󠄀飾\n𠮷野\n' > names.txt; daicho transcode --from utf-8 --to cp932 names.txt out.txt
! names.txt: line 2, byte offset 7: cp932 has no '𠮷' (U+20BB7)
! out.txt was not written
? 1

$ daicho transcode --lang ja --from utf-8 --to cp932 names.txt out.txt
! names.txt: 2行目、先頭から7バイトの位置: 「𠮷」（U+20BB7）は cp932 にありません
! out.txt は作成していません
? 1

# On standard output: what precedes it.
$ daicho transcode --from utf-8 --to cp932 names.txt - | iconv -f cp932
吉田
! names.txt: line 2, byte offset 7: cp932 has no '𠮷' (U+20BB7)
! stopped; bytes written: 5

$ daicho transcode --from utf-8 --to utf-16le names.txt - 2>/dev/null | daicho transcode --from utf-16le --to cp932 - out.txt
! -: line 2, byte offset 6: cp932 has no '𠮷' (U+20BB7)
! out.txt was not written
? 1

# 〓 or a substitute in its place, counted by character.
$ daicho transcode --from utf-8 --to cp932 --on-unmappable geta names.txt - | iconv -f cp932
吉田
〓田と〓飾
〓野
! names.txt: utf-8 to cp932, 36 bytes read, 21 bytes written
! -: characters written as 〓: 3 (U+20BB7 '𠮷' 2, U+845B U+E0100 '葛󠄀' 1)

$ daicho transcode --from utf-8 --to cp932 --on-unmappable substitute names.txt - | iconv -f cp932
吉田
吉田と葛飾
吉野
! names.txt: utf-8 to cp932, 36 bytes read, 21 bytes written
! -: characters written as their substitutes: 3 (U+20BB7 '𠮷' as '吉' 2, U+845B U+E0100 '葛󠄀' as '葛' 1)

$ daicho transcode --lang ja --from utf-8 --to cp932 --on-unmappable substitute names.txt out.txt
! names.txt: utf-8 から cp932 へ変換しました（36バイトを読み、21バイトを書きました）
! out.txt: 代替文字に置き換えた文字が3個あります（U+20BB7「𠮷」 → 「吉」 2個、U+845B U+E0100「葛󠄀」 → 「葛」 1個）

$ printf 'ไทย\n' | daicho transcode --from utf-8 --to cp932 --on-unmappable substitute - -
! -: line 1, byte offset 0: cp932 has no 'ไ' (U+0E44), and the tables lead to no substitute that it has
! stopped; bytes written: 0
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
