# EBCDIC: single-byte codes in 9 and X, double-byte codes without shift codes in N, 0D 25 behind the record.
$ cp $SOURCE/tests/cli/damage/good.csv . && daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:ibm-930 good.csv host.dat && daicho inspect --layout access-log --from fixed:ibm-930 --hex --show-values host.dat | grep -A 1 -E '^ *(124|129|134|135) ' | cut -c -100
124  seq                      SEQ                 1-12     000000000001
     F0 F0 F0 F0 F0 F0 F0 F0 F0 F0 F0 F1
--
129  system_code              システムコード      62-65    JUKI
     D1 E4 D2 C9
--
134  operator_department      操作職員所属名称    143-222  市民部市民課
     45 53 47 56 45 95 45 53 47 56 49 D6 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40
135  operator_name            操作職員名称        223-302  山田　花子
     45 65 45 63 40 40 46 D9 45 64 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40 40

$ dd if=host.dat bs=1 skip=702 count=2 status=none | xxd -p
0d25

# 山田　花子 with the second byte of 田 lost to 20.
$ { head -c 225 host.dat; printf '\x20'; tail -c +227 host.dat; } > bad.dat && daicho convert --layout access-log --from fixed:ibm-930 --to csv bad.dat out.csv
! bad.dat:1:225: error D1001: operator_name (操作職員名称) holds bytes that are no character of ibm-930, from byte 225 of the record: '*'
! out.csv was not written
? 1

# Both EBCDIC charsets fit: small letters would tell, but there are none.
$ daicho convert --layout access-log --to csv host.dat out.csv
! daicho: host.dat: the format cannot be told from the bytes: more than one reading fits: fixed:ibm-930,eol=crlf (5 of 5 records readable); fixed:ibm-939,eol=crlf (5 of 5 records readable); name the right one; name it with --from
? 2

# In CSV shift codes stand around what is full-width.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:ibm-939,header=none,eol=lf --items operator_no,operator_name,remarks good.csv - | head -c 37 | xxd
00000000: e2f0 f0f0 f16b 0e45 6545 6340 4046 d945  .....k.EeEc@@F.E
00000010: 640f 6b0e 4742 45bd 0f25 e2f0 f0f0 f26b  d.k.GBE..%.....k
00000020: 0e45 7645 68                             .EvEh

# Shift_JIS-2004 is never guessed, and names what CP932 can't.
$ sed 's/山田　花子/𠀋田　か゚/; s/髙/高/' good.csv > rare.csv && daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 rare.csv out.dat
! rare.csv:1:121: error D1002: operator_name (操作職員名称) holds a character (U+2000B) that cp932 lacks: '**　**' (line 2, column 121)
! out.dat was not written
? 1

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:shift_jis-2004 rare.csv rare.dat && dd if=rare.dat bs=1 skip=222 count=12 status=none | xxd -p && daicho convert --layout access-log --from fixed:shift_jis-2004 --to csv:utf-8,header=id,eol=lf rare.dat - | cmp - rare.csv
87a09363814082f581408140

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:euc-jis-2004 rare.csv out.dat
! daicho: format 'fixed:euc-jis-2004': euc-jis-2004 is for csv and transcode only: its characters take one to three bytes, so that no field has a width
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# 住基ネット統一文字: kanji by the MJ文字情報一覧表; 𠮷 has a J+ code of its own.
$ sed 's/山田　花子/𠮷田　花子/' good.csv > juki.csv && daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:juki juki.csv juki.dat && dd if=juki.dat bs=1 skip=364 count=12 status=none | xxd -p && daicho convert --layout access-log --from fixed:juki --to csv:utf-8,header=id,eol=lf juki.dat - | cmp - juki.csv
aeac7530300082b15b503000

# J+AC00 is each municipality's own, and never Hangul.
$ { head -c 364 juki.dat; printf '\xAC\x00'; tail -c +367 juki.dat; } > own.dat && daicho convert --layout access-log --from fixed:juki --to csv:utf-8,header=id,eol=lf own.dat own.csv
! own.dat:1:365: error D1015: operator_name (操作職員名称) holds J+AC00 at byte 365 of the record, and no table says which character that is
! own.csv was not written
? 1

$ printf 'code,character\r\nJ+AC00,葛󠄀\r\n' > own-codes.csv && daicho convert --layout access-log --from fixed:juki --juki-table own-codes.csv --to csv:utf-8,header=id,eol=lf own.dat - | sed -n 2p | cut -d , -f 12
葛󠄀田　花子

$ daicho convert --layout access-log --to csv own.dat out.csv
! daicho: own.dat: the format cannot be told from the bytes: fixed:utf-16be,eol=crlf fits, with characters of U+AC00-D6FF: Hangul in utf-16be, kanji in juki; name it with --from
? 2

# A municipality's 外字 becomes the character that it means, and goes back.
$ printf 'code,character\r\nF040,葛󠄀\r\n' > gaiji.csv && { head -c 222 <(daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 good.csv -); printf '\xF0\x40'; tail -c +225 <(daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 good.csv -); } > gaiji.dat && daicho convert --layout access-log --from fixed:cp932 --gaiji gaiji.csv --to csv:utf-8,header=id,eol=lf gaiji.dat means.csv && sed -n 2p means.csv | cut -d , -f 12
葛󠄀田　花子

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --gaiji gaiji.csv --to fixed:cp932 means.csv - | cmp - gaiji.dat

$ ls
bad.dat
gaiji.csv
gaiji.dat
good.csv
host.dat
juki.csv
juki.dat
means.csv
own-codes.csv
own.dat
rare.csv
rare.dat
