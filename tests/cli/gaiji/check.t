$ daicho gaiji check $SAMPLES/gaiji.csv | sed "s,$SAMPLES/,,"
gaiji.csv: 3 外字, 1 of them with a meaning

# Every fault is told, with its place and what would be right; the exit status is that of bad data.
$ printf 'code,character,mj_name,reading,note\nF040,邉,,,\n88D3,邊,,,\nU+E000,𠮷,,,\nF041,渡邊,,,\nF042,,MJ999999,,\nF043,邊,MJ026191,,\nF044,邉,,,\n' >bad.csv; daicho gaiji check bad.csv
! bad.csv:2:6: warning: CP932 itself has 邉 as E7B3, so it does not come back as 'F040'
! bad.csv:3:1: error: '88D3' is 意 (U+610F), no user-defined code
!   外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode
! bad.csv:4:1: error: 'U+E000' stands twice: it is that of line 2
! bad.csv:5:6: error: '渡邊' is several characters (U+6E21 U+908A)
!   a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚
! bad.csv:6:7: error: the MJ文字情報一覧表 has no MJ999999
! bad.csv:7:6: error: 邊 (U+908A) is also what line 3 means
!   writing can use only one of two codes of one character
! bad.csv:7:8: error: MJ026191 is 邉󠄙 (U+9089 U+E0119), not 邊 (U+908A)
!   邊 is MJ026200
! bad.csv:8:6: error: 邉 (U+9089) is also what line 2 means
!   writing can use only one of two codes of one character
? 1

$ daicho --lang ja gaiji check bad.csv
! bad.csv:2:6: 警告: CP932 自体に 邉 が E7B3 としてあるため、'F040' には戻りません
! bad.csv:3:1: エラー: '88D3' は 意 (U+610F) で、外字のコードではありません
!   外字は、CP932 では F040～F9FC、Unicode では U+E000～F8FF、U+F0000～FFFFD、U+100000～10FFFD です
! bad.csv:4:1: エラー: 'U+E000' が2回あります（2行目と同じです）
! bad.csv:5:6: エラー: '渡邊' は複数の文字です（U+6E21 U+908A）
!   外字の意味は1文字です（異体字セレクタ付きの文字、か゚ のような2つの符号の文字も1文字です）
! bad.csv:6:7: エラー: MJ文字情報一覧表に MJ999999 はありません
! bad.csv:7:6: エラー: 邊 (U+908A) は3行目の意味と同じです
!   1つの文字に2つのコードがあると、書くときに一方しか使えません
! bad.csv:7:8: エラー: MJ026191 は 邉󠄙 (U+9089 U+E0119) で、邊 (U+908A) ではありません
!   邊 は MJ026200 です
! bad.csv:8:6: エラー: 邉 (U+9089) は2行目の意味と同じです
!   1つの文字に2つのコードがあると、書くときに一方しか使えません
? 1

$ daicho --lang ja gaiji check $SAMPLES/gaiji.csv | sed "s,$SAMPLES/,,"
gaiji.csv: 外字 3個、うち意味のあるもの 1個

# Warnings alone leave it at 0.
$ printf '外字コード,文字\nF040,辺\n' >warned.csv; daicho gaiji check warned.csv
warned.csv: 1 外字, 1 of them with a meaning
! warned.csv:2:6: warning: CP932 itself has 辺 as 95D3, so it does not come back as 'F040'

# Where CP932 has only a similar character, the 外字 keeps its code.
$ printf 'code,character\nF040,〜\nF041,—\nF042,～\n' >similar.csv; daicho gaiji check similar.csv
similar.csv: 3 外字, 3 of them with a meaning
! similar.csv:2:6: warning: CP932 has only a similar character for 〜 (U+301C): ～ (U+FF5E) as 8160
!   〜 is written as 'F040', never as 8160
! similar.csv:3:6: warning: CP932 has only a similar character for — (U+2014): ― (U+2015) as 815C
!   — is written as 'F041', never as 815C
! similar.csv:4:6: warning: CP932 itself has ～ as 8160, so it does not come back as 'F042'

$ daicho gaiji list similar.csv
code  Unicode  character  MJ name  reading  note  cp932               shift_jis-2004  euc-jis-2004  ibm-930             ibm-939             juki
F040  U+E000   〜 U+301C                          code, only similar  character       character     character           character           character
F041  U+E001   — U+2014                          code, only similar  character       character     character           character           character
F042  U+E002   ～ U+FF5E                          character           character       character     code, only similar  code, only similar  character

$ daicho gaiji list --lang ja similar.csv
コード  Unicode  文字       MJ文字図形名  読み  備考  cp932                 shift_jis-2004  euc-jis-2004  ibm-930               ibm-939               juki
F040    U+E000   〜 U+301C                            外字（似た文字のみ）  ○              ○            ○                    ○                    ○
F041    U+E001   — U+2014                            外字（似た文字のみ）  ○              ○            ○                    ○                    ○
F042    U+E002   ～ U+FF5E                            ○                    ○              ○            外字（似た文字のみ）  外字（似た文字のみ）  ○

$ printf '〜—～\n' | daicho transcode --from utf-8 --to cp932 --gaiji similar.csv - - | od -An -tx1
 f0 40 f0 41 81 60 0a
! -: utf-8 to cp932, 10 bytes read, 7 bytes written

$ printf 'code,meaning\nF040,辺\n' >columns.csv; daicho gaiji check columns.csv
! columns.csv:1:6: error: no column is named 'meaning'
!   known: code (外字コード), character (文字), mj_name (MJ文字図形名), reading (読み), note (備考)
? 1
$ daicho --lang ja gaiji check columns.csv
! columns.csv:1:6: エラー: 'meaning' という列はありません
!   使える列: code (外字コード), character (文字), mj_name (MJ文字図形名), reading (読み), note (備考)
? 1

$ daicho gaiji check none.csv
! daicho: cannot open none.csv: No such file or directory
? 3
$ daicho gaiji check
! daicho: FILE.csv is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
