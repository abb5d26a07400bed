# Two files in other orders and other formats.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv old.dat

$ sed -e 2d -e '4s/MADO03/MADO33/' -e '5s/髙橋/高橋/' -e '$s/^0*/0000000000/' $SOURCE/tests/cli/damage/good.csv > new.csv; { head -n 1 new.csv; tail -n +2 new.csv | tac; sed -n 3p $SOURCE/tests/cli/damage/good.csv | sed 's/^000000000002/000000000009/'; } > turned.csv

$ daicho diff --layout access-log old.dat turned.csv
~ SEQ 000000000004 (record 4 -> 2)
    操作職員名称: changed
~ SEQ 000000000003 (record 3 -> 3)
    端末コンピュータ名: 'MADO03' -> 'MADO33'
+ SEQ 000000000009 (record 5)
- SEQ 000000000001 (record 1)
! turned.csv: csv:utf-8,eol=lf,header=id (found from the bytes)
! old.dat: fixed:cp932,eol=crlf (found from the bytes)
! 1 added, 1 removed, 2 changed, 2 equal
? 1

$ daicho diff --layout access-log --show-values --output changes.csv old.dat turned.csv
! turned.csv: csv:utf-8,eol=lf,header=id (found from the bytes)
! old.dat: fixed:cp932,eol=crlf (found from the bytes)
! 1 added, 1 removed, 2 changed, 2 equal
? 1

$ cat changes.csv | tr -d '\r'
change,key,old_record,new_record,item,old,new
changed,000000000004,4,2,operator_name,髙橋　四郎,高橋　四郎
changed,000000000003,3,3,terminal_host,MADO03,MADO33
added,000000000009,,5,,,
removed,000000000001,1,,,,

$ daicho diff --layout access-log --output changes.txt old.dat turned.csv 2>&1 | tail -n 1; head -n 1 changes.txt
1 added, 1 removed, 2 changed, 2 equal
~ SEQ 000000000004 (record 4 -> 2)

$ daicho diff --layout access-log --from fixed:cp932 old.dat old.dat
! 0 added, 0 removed, 0 changed, 5 equal

