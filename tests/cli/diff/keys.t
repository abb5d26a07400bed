# Keys: another one, repeated ones, absent ones, 個人番号 never.
$ cp $SOURCE/tests/cli/damage/good.csv .

$ { cat good.csv; sed -n 3p good.csv; sed -n 3p good.csv | sed 's/^[0-9]*//'; } > twice.csv

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf good.csv twice.csv
! twice.csv:7: error D1101: seq (SEQ) is required, but has no value (line 8)
! twice.csv:6:1: error D3042: another record of this file has the same seq (SEQ) (record 2): '000000000002' (line 7, column 1)
! 0 added, 0 removed, 0 changed, 5 equal
? 1

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf twice.csv good.csv
! twice.csv:7: error D1101: seq (SEQ) is required, but has no value (line 8)
! twice.csv:6:1: error D3042: another record of this file has the same seq (SEQ) (record 2): '000000000002' (line 7, column 1)
! 0 added, 0 removed, 0 changed, 5 equal
? 1

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf --key operator_department good.csv good.csv
! good.csv:2:102: error D3042: another record of this file has the same operator_department (操作職員所属名称) (record 1): '市民部市民課' (line 3, column 102)
! good.csv:2:102: error D3042: another record of this file has the same operator_department (操作職員所属名称) (record 1): '市民部市民課' (line 3, column 102)
! 0 added, 0 removed, 0 changed, 4 equal
? 1

$ daicho diff --layout honnin --key individual_no a b
! daicho: --key may not be 'individual_no': diff never emits 個人番号
? 5

$ daicho diff --layout access-log --key nobody a b
! daicho: layout access-log has no item 'nobody'; `daicho layout show access-log` lists its items
? 2

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf - good.csv
! daicho: OLD is read more than once: it can't be standard input
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# What differs in 個人番号 is said, never shown.
$ sed 's/123456789018/379474484458/' $SOURCE/tests/cli/damage/numbers.csv > n.csv; daicho diff --show-values --layout honnin --from csv:utf-8,header=id,eol=lf $SOURCE/tests/cli/damage/numbers.csv n.csv
~ 住民票コード 12345678903 (record 1 -> 1)
    個人番号: changed
! 0 added, 0 removed, 1 changed, 0 equal
? 1

$ daicho diff --layout honnin --from csv:utf-8,header=id,eol=lf --output n-changes.csv $SOURCE/tests/cli/damage/numbers.csv n.csv; cat n-changes.csv | tr -d '\r'
change,key,old_record,new_record,item,old,new
changed,***********,1,1,individual_no,,
! 0 added, 0 removed, 1 changed, 0 equal

# A record that can't be read is left out and reported.
$ sed '3s/,JUKI//' good.csv > bad.csv; daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf good.csv bad.csv
? SEQ 000000000002 (record 2): not found, but bad.csv has records that cannot be read
! bad.csv:2:1: error D0303: number of columns in the row: 12 instead of 13 (line 3, column 1)
! 0 added, 0 removed, 0 changed, 4 equal, 1 unknown
! 1 record could not be read and was not compared
? 1

# Whoever cannot be read in one of the files is not told as removed.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 good.csv good.dat; { head -c 1500 good.dat; tail -c +1502 good.dat; } > lost.dat; daicho diff --layout access-log good.dat lost.dat
! SEQ 000000000003 (record 3 -> 3): not readable in lost.dat
! lost.dat: fixed:cp932,eol=crlf (found from the bytes)
! good.dat: fixed:cp932,eol=crlf (found from the bytes)
! lost.dat:3:1: error D0201: the record has 701 bytes instead of 702
! 0 added, 0 removed, 0 changed, 4 equal, 1 not readable
! 1 record could not be read and was not compared
? 1

$ daicho --lang ja diff --layout access-log --show-values lost.dat good.dat
! SEQ 000000000003（3 件目 → 3 件目）：lost.dat のレコードが読めません
! good.dat: fixed:cp932,eol=crlf（バイト列から判定しました）
! lost.dat: fixed:cp932,eol=crlf（バイト列から判定しました）
! lost.dat:3:1: エラー D0201: レコードの長さは 702 バイトのはずですが、701 バイトです
! 追加 0 件、削除 0 件、変更 0 件、同じもの 4 件、読めないもの 1 件
! 読めなかったレコードが 1 件あり、比べていません
? 1

$ sed 's/,JUKI,K002/,SHIN,K002/; 5d' good.csv > new.csv; daicho --lang ja diff --layout access-log --from csv:utf-8,header=id,eol=lf good.csv new.csv
~ SEQ 000000000002（2 件目 → 2 件目）
    システムコード：「JUKI」→「SHIN」
- SEQ 000000000004（4 件目）
! 追加 0 件、削除 1 件、変更 1 件、同じもの 3 件
? 1

$ daicho --lang ja diff --layout access-log --from csv:utf-8,header=id,eol=lf --output c.csv bad.csv good.csv; cat c.csv | tr -d '\r'
change,key,old_record,new_record,item,old,new
unknown,000000000002,,2,,,
! bad.csv:2:1: エラー D0303: 列の数は 13 のはずですが、12 です（3行目の1バイト目）
! 追加 0 件、削除 0 件、変更 0 件、同じもの 4 件、不明 1 件
! 読めなかったレコードが 1 件あり、比べていません

# A file that ends inside a record may have had more.
$ head -c 1500 good.dat > cut.dat; daicho diff --layout access-log good.dat cut.dat
! SEQ 000000000003 (record 3 -> 3): not readable in cut.dat
? SEQ 000000000004 (record 4): not found, but cut.dat has records that cannot be read
? SEQ 000000000005 (record 5): not found, but cut.dat has records that cannot be read
! cut.dat: fixed:cp932,eol=crlf (found from the bytes)
! good.dat: fixed:cp932,eol=crlf (found from the bytes)
! cut.dat:3:1: error D0202: the file ends inside a record: 92 of 702 bytes
! 0 added, 0 removed, 0 changed, 2 equal, 1 not readable, 2 unknown
! 1 record could not be read and was not compared
? 1

$ cat good.dat | daicho diff --layout access-log --from fixed:cp932 cut.dat -
! SEQ 000000000003 (record 3 -> 3): not readable in cut.dat
? SEQ 000000000004 (record 4): not found, but cut.dat has records that cannot be read
? SEQ 000000000005 (record 5): not found, but cut.dat has records that cannot be read
! cut.dat:3:1: error D0202: the file ends inside a record: 92 of 702 bytes
! 0 added, 0 removed, 0 changed, 2 equal, 1 not readable, 2 unknown
! 1 record could not be read and was not compared
? 1
