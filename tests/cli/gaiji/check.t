$ daicho gaiji check $SAMPLES/gaiji.csv | sed "s,$SAMPLES/,,"
gaiji.csv: 3 外字, 1 of them with a meaning

# Every fault is told, with its place and what would be right; the exit status is that of bad data.
$ printf 'code,character,mj_name,reading,note\nF040,邉,,,\n88D3,邊,,,\nU+E000,𠮷,,,\nF041,渡邊,,,\nF042,,MJ999999,,\nF043,邊,MJ026191,,\nF044,邉,,,\n' >bad.csv; daicho gaiji check bad.csv
! bad.csv:2:6: warning: CP932 itself has 邉 as E7B3, so it does not come back as 'F040'
! bad.csv:3:1: '88D3' is 意 (U+610F), no user-defined code
!   外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode
! bad.csv:4:1: 'U+E000' stands twice: it is that of line 2
! bad.csv:5:6: '渡邊' is several characters (U+6E21 U+908A)
!   a 外字 means one: a code point, with its variation selector if any
! bad.csv:6:7: the MJ文字情報一覧表 has no MJ999999
! bad.csv:7:8: MJ026191 is 邉󠄙 (U+9089 U+E0119), not 邊 (U+908A)
!   邊 is MJ026200
! bad.csv:8:6: 邉 (U+9089) is also what line 2 means
!   writing can use only one of two codes of one character
? 1

# Warnings alone leave it at 0.
$ printf '外字コード,文字\nF040,辺\n' >warned.csv; daicho gaiji check warned.csv
warned.csv: 1 外字, 1 of them with a meaning
! warned.csv:2:6: warning: CP932 itself has 辺 as 95D3, so it does not come back as 'F040'

$ printf 'code,meaning\nF040,辺\n' >columns.csv; daicho gaiji check columns.csv
! columns.csv:1:6: no column is named 'meaning'
!   known: code (外字コード), character (文字), mj_name (MJ文字図形名), reading (読み), note (備考)
? 1
$ daicho gaiji check none.csv
! daicho: cannot open none.csv: No such file or directory
? 3
$ daicho gaiji check
! daicho: FILE.csv is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
