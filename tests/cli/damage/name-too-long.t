# A name of 42 characters for a field of 40: nothing is cut, and the record does not grow.
$ sed '4s/鈴木　三郎/寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の/' $SOURCE/tests/cli/damage/good.csv > long.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 long.csv out.dat
! long.csv:3:133: error D1006: operator_name (操作職員名称) (N(40)) is too long; the limit is 40, the value has 42: '****************************************…' (line 4, column 133)
! out.dat was not written
? 1

$ ls out.dat
! ls: cannot access 'out.dat': No such file or directory
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --rejects rejects.csv long.csv out.dat
! long.csv:3:133: error D1006: operator_name (操作職員名称) (N(40)) is too long; the limit is 40, the value has 42: '****************************************…' (line 4, column 133)
! records written: 4, rejected to rejects.csv: 1
? 1

$ wc -c < out.dat
2816

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
long.csv,3,4,475,D1006,operator_name,"operator_name (操作職員名称) (N(40)) is too long; the limit is 40, the value has 42"

# In Japanese, and with the value in clear where that is asked for.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --lang ja --show-values long.csv out2.dat
! long.csv:3:133: エラー D1006: 「操作職員名称」（N(40)）に入りきりません（上限 40）（値の長さ 42）：「寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑…」（4行目の133バイト目）
! out2.dat は作成していません
? 1

