# CP932 text read as UTF-8: every record says so, and nothing is written.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:cp932,header=id,eol=lf $SOURCE/tests/cli/damage/good.csv sjis.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv sjis.csv out.csv
! sjis.csv:1:102: error D1001: operator_department (操作職員所属名称) holds bytes that are no character of utf-8, from byte 102 of the record (line 2, column 102)
! sjis.csv:1:115: error D1001: operator_name (操作職員名称) holds bytes that are no character of utf-8, from byte 115 of the record (line 2, column 115)
! sjis.csv:1:126: error D1001: remarks (備考) holds bytes that are no character of utf-8, from byte 126 of the record (line 2, column 126)
! sjis.csv:2:102: error D1001: operator_department (操作職員所属名称) holds bytes that are no character of utf-8, from byte 102 of the record (line 3, column 102)
! sjis.csv:2:115: error D1001: operator_name (操作職員名称) holds bytes that are no character of utf-8, from byte 115 of the record (line 3, column 115)
! sjis.csv:2:126: error D1001: remarks (備考) holds bytes that are no character of utf-8, from byte 126 of the record (line 3, column 126)
! sjis.csv:3:102: error D1001: operator_department (操作職員所属名称) holds bytes that are no character of utf-8, from byte 102 of the record (line 4, column 102)
! sjis.csv:3:123: error D1001: operator_name (操作職員名称) holds bytes that are no character of utf-8, from byte 123 of the record (line 4, column 123)
! sjis.csv:3:134: error D1001: remarks (備考) holds bytes that are no character of utf-8, from byte 134 of the record (line 4, column 134)
! sjis.csv:4:102: error D1001: operator_department (操作職員所属名称) holds bytes that are no character of utf-8, from byte 102 of the record (line 5, column 102)
! sjis.csv:4:119: error D1001: operator_name (操作職員名称) holds bytes that are no character of utf-8, from byte 119 of the record (line 5, column 119)
! sjis.csv:4:130: error D1001: remarks (備考) holds bytes that are no character of utf-8, from byte 130 of the record (line 5, column 130)
! sjis.csv:5:102: error D1001: operator_department (操作職員所属名称) holds bytes that are no character of utf-8, from byte 102 of the record (line 6, column 102)
! sjis.csv:5:121: error D1001: operator_name (操作職員名称) holds bytes that are no character of utf-8, from byte 121 of the record (line 6, column 121)
! sjis.csv:5:132: error D1001: remarks (備考) holds bytes that are no character of utf-8, from byte 132 of the record (line 6, column 132)
! out.csv was not written
? 1

$ ls out.csv
! ls: cannot access 'out.csv': No such file or directory
? 2

# The format is found from the bytes where they leave one reading.
$ daicho convert --layout access-log --to csv:utf-8,header=id,eol=lf sjis.csv - | cmp - $SOURCE/tests/cli/damage/good.csv
! sjis.csv: csv:cp932,eol=lf,header=id (found from the bytes)

