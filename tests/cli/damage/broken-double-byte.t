# A broken double byte in a name.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv good.dat

$ { head -c 1632 good.dat; printf '\x81\x20'; tail -c +1635 good.dat; } > bad.dat

$ daicho convert --layout access-log --from fixed:cp932 --to csv bad.dat out.csv
! bad.dat:3:225: error D1001: operator_name (操作職員名称) holds bytes that are no character of cp932, from byte 225 of the record: '*'
! out.csv was not written
? 1

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf --rejects rejects.csv bad.dat - | cmp - <(sed 4d $SOURCE/tests/cli/damage/good.csv)
! bad.dat:3:225: error D1001: operator_name (操作職員名称) holds bytes that are no character of cp932, from byte 225 of the record: '*'
! records written: 4, rejected to rejects.csv: 1

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
bad.dat,3,3,1408,D1001,operator_name,"operator_name (操作職員名称) holds bytes that are no character of cp932, from byte 225 of the record"

