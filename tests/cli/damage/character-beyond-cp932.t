# 𠮷 (U+20BB7) into CP932: the record is refused, not rewritten with a question mark.
$ sed '4s/鈴木/𠮷野/' $SOURCE/tests/cli/damage/good.csv > tsuchiyoshi.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 tsuchiyoshi.csv out.dat
! tsuchiyoshi.csv:3:133: error D1002: operator_name (操作職員名称) holds a character (U+20BB7) that cp932 lacks: '**　**' (line 4, column 133)
! out.dat was not written
? 1

$ ls out.dat
! ls: cannot access 'out.dat': No such file or directory
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --rejects rejects.csv tsuchiyoshi.csv out.dat
! tsuchiyoshi.csv:3:133: error D1002: operator_name (操作職員名称) holds a character (U+20BB7) that cp932 lacks: '**　**' (line 4, column 133)
! records written: 4, rejected to rejects.csv: 1
? 1

$ wc -c < out.dat
2816

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
tsuchiyoshi.csv,3,4,475,D1002,operator_name,operator_name (操作職員名称) holds a character (U+20BB7) that cp932 lacks

# UTF-16 holds it.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:utf-16be tsuchiyoshi.csv wide.dat && daicho convert --layout access-log --from fixed:utf-16be --to csv:utf-8,header=id,eol=lf wide.dat - | cmp - tsuchiyoshi.csv

