# One byte is lost inside the third of five records: that record is refused, the two after it are read right.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv good.dat

$ { head -c 1500 good.dat; tail -c +1502 good.dat; } > bad.dat

$ daicho convert --layout access-log --from fixed:cp932 --to csv bad.dat out.csv
! bad.dat:3:1: error D0201: the record has 701 bytes instead of 702
! out.csv was not written
? 1

$ ls out.csv
! ls: cannot access 'out.csv': No such file or directory
? 2

# With a reject file the four others are published, and what is refused keeps its own bytes.
$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf --rejects rejects.csv bad.dat out.csv
! bad.dat:3:1: error D0201: the record has 701 bytes instead of 702
! records written: 4, rejected to rejects.csv: 1
? 1

$ sed 4d $SOURCE/tests/cli/damage/good.csv | cmp - out.csv

$ cut -d, -f1-7 rejects.csv | tr -d '\r'
file,record,line,offset,code,item,reason
bad.dat,3,3,1408,D0201,,the record has 701 bytes instead of 702

$ tail -n 1 rejects.csv | cut -d, -f8 | tr -d '\r\n' | wc -c
1402

