# Keys: another one, repeated ones, absent ones, 個人番号 never.
$ cp $SOURCE/tests/cli/damage/good.csv .

$ { cat good.csv; sed -n 3p good.csv; sed -n 3p good.csv | sed 's/^[0-9]*//'; } > twice.csv

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf good.csv twice.csv
! twice.csv:6:1: error D3042: another record of this file has the same seq (SEQ) (record 2): '000000000002' (line 7, column 1)
! twice.csv:7: error D1101: seq (SEQ) is required, but has no value (line 8)
! 0 added, 0 removed, 0 changed, 5 equal
? 1

$ daicho diff --layout access-log --from csv:utf-8,header=id,eol=lf twice.csv good.csv
! twice.csv:6:1: error D3042: another record of this file has the same seq (SEQ) (record 2): '000000000002' (line 7, column 1)
! twice.csv:7: error D1101: seq (SEQ) is required, but has no value (line 8)
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
- SEQ 000000000002 (record 2)
! bad.csv:2:1: error D0303: the row has 12 columns instead of 13 (line 3, column 1)
! 0 added, 1 removed, 0 changed, 4 equal
! records that could not be read: 1; theirs may be listed as added or removed
? 1

