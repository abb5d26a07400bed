# The file ends in the middle of its last record: nobody gets the values of the person before.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv good.dat

$ head -c 3168 good.dat > bad.dat

$ daicho convert --layout access-log --from fixed:cp932 --to csv bad.dat out.csv
! bad.dat:5:1: error D0202: the file ends inside a record: 352 of 702 bytes
! out.csv was not written
? 1

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf --rejects rejects.csv bad.dat - | head -n 5 | cmp - <(head -n 5 $SOURCE/tests/cli/damage/good.csv)
! bad.dat:5:1: error D0202: the file ends inside a record: 352 of 702 bytes
! records written: 4, rejected to rejects.csv: 1

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
bad.dat,5,5,2816,D0202,,the file ends inside a record: 352 of 702 bytes

# Without line ends, too.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932,eol=none $SOURCE/tests/cli/damage/good.csv - | head -c 3159 > bad.dat

$ daicho convert --layout access-log --from fixed:cp932,eol=none --to csv bad.dat out.csv
! bad.dat:5:1: error D0202: the file ends inside a record: 351 of 702 bytes
! out.csv was not written
? 1

