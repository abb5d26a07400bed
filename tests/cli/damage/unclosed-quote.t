# An unclosed quote costs one record, not the rest of the file.
$ sed '4s/,K003,/,"K003,/' $SOURCE/tests/cli/damage/good.csv > open.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf --rejects rejects.csv open.csv - | cut -d, -f1
seq
000000000001
000000000002
000000000004
000000000005
! open.csv:3:72: error D0301: a value opened with a quote is never closed (line 4, column 72)
! records written: 4, rejected to rejects.csv: 1

$ sed 's/^\([^,]*\),/"\1",/' open.csv > quoted.csv && sed -n '4,5p' quoted.csv | cut -c1-90
"000000000003",000000000000035,000000000000035,20261120090200000,01,JUKI,"K003,172.16.0.13
"000000000004",000000000000043,000000000000043,20261120090300000,03,JUKI,K004,172.16.0.14,

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf --rejects rejects2.csv quoted.csv - | cut -d, -f1
seq
000000000001
000000000002
000000000004
000000000005
! quoted.csv:3:74: error D0301: a value opened with a quote is never closed (line 4, column 74)
! records written: 4, rejected to rejects2.csv: 1

