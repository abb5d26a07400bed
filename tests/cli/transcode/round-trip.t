# Every pair of the Unicode charsets and CP932 comes back byte for byte.
$ printf '住民票\r\n氏名　山田　太郎ﾔﾏﾀﾞ 1\r\n' > utf8.txt

$ daicho transcode --from utf-8 --to cp932 utf8.txt sjis.txt && od -An -tx1 sjis.txt
 8f 5a 96 af 95 5b 0d 0a 8e 81 96 bc 81 40 8e 52
 93 63 81 40 91 be 98 59 d4 cf c0 de 20 31 0d 0a
! utf8.txt: utf-8 to cp932, 51 bytes read, 32 bytes written

$ for c in utf-16le utf-16be utf-8 cp932 shift_jis-2004 euc-jis-2004 ibm-930 ibm-939; do daicho transcode --from cp932 --to $c sjis.txt - 2>/dev/null | daicho transcode --from $c --to utf-8 - - 2>/dev/null | cmp - utf8.txt && echo $c; done
utf-16le
utf-16be
utf-8
cp932
shift_jis-2004
euc-jis-2004
ibm-930
ibm-939

# Compressed by name on writing and by magic on reading; `-` for pipes.
$ daicho transcode --from cp932 --to utf-16le sjis.txt wide.gz 2>/dev/null && gzip -dc wide.gz | head -c 6 | od -An -tx1 && daicho transcode --from utf-16le --to utf-8 - - < wide.gz | cmp - utf8.txt
 4f 4f 11 6c 68 79
! -: utf-16le to utf-8, 42 bytes read, 51 bytes written

# OUT is replaced only on demand, and never the input.
$ daicho transcode --from cp932 --to utf-8 sjis.txt utf8.txt
! daicho: utf8.txt exists; --overwrite replaces it
? 2

$ daicho transcode --from cp932 --to utf-8 --overwrite sjis.txt sjis.txt
! daicho: sjis.txt and sjis.txt are the same file
? 2

$ daicho transcode --from cp932 --to utf-8 --overwrite sjis.txt utf8.txt
! sjis.txt: cp932 to utf-8, 32 bytes read, 51 bytes written

$ daicho transcode --from cp932 --to cp932 missing.txt out.txt
! daicho: cannot open missing.txt: No such file or directory
? 3

# A byte order mark stays between Unicode charsets and is left out for others.
$ printf '\xEF\xBB\xBFabc\n' | daicho transcode --from utf-8 --to utf-16be - - | od -An -tx1
 fe ff 00 61 00 62 00 63 00 0a
! -: utf-8 to utf-16be, 7 bytes read, 10 bytes written

$ printf '\xEF\xBB\xBFabc\n' | daicho transcode --from utf-8 --to cp932 - -
abc
! -: utf-8 to cp932, 7 bytes read, 4 bytes written
! -: the byte order mark at the beginning was left out, cp932 has none

$ printf '\xFE\xFF\x00a' | daicho transcode --from utf-16le --to utf-8 - -
! -: it begins with the byte order mark of utf-16be, not of utf-16le
! stopped; 0 bytes written to standard output
? 1

$ ls
sjis.txt
utf8.txt
wide.gz
