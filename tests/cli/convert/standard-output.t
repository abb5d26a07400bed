# To standard output, data stops before the bad record.
$ sed '4s/,20261120090200000,/,2026-11-20,/' $SOURCE/tests/cli/damage/good.csv > bad.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf bad.csv - > out.csv
! bad.csv:3:46: error D1003: operated_at (操作日) (9(17)) holds something that is no digit: '2026-11-20' (line 4, column 46)
! stopped; records written: 2
? 1

$ cmp out.csv <(head -n 3 $SOURCE/tests/cli/damage/good.csv)

# An envelope that is not complete has no trailer.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=none,eol=lf,envelope=control bad.csv - | cut -c1-20
1,access-log,0100,,,
2,000000000001,00000
2,000000000002,00000
! bad.csv:3:46: error D1003: operated_at (操作日) (9(17)) holds something that is no digit: '2026-11-20' (line 4, column 46)
! stopped; records written: 2

# A header that does not fit stops it before the first record.
$ sed '1s/remarks/biko/' $SOURCE/tests/cli/damage/good.csv | daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf - - | wc -l
1
! -: error D0304: column 13: 'biko' is no item of layout access-log (line 1, column 161)
! -: error D0305: there is no column for remarks (備考) (line 1)
! stopped; records written: 0

