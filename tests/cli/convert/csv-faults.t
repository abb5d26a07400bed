# What can be wrong with a CSV file, each with its place.
$ sed -e '2s/$/,more/' -e '3s/,[^,]*$//' -e '4s/S0003/S"3/' -e '5s/S0004/"S0"4/' -e '6s/$/\r/' $SOURCE/tests/cli/damage/good.csv > bad.csv; printf '\n' >> bad.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv bad.csv out.csv
! bad.csv:1:1: error D0303: number of columns in the row: 14 instead of 13 (line 2, column 1)
! bad.csv:2:1: error D0303: number of columns in the row: 12 instead of 13 (line 3, column 1)
! bad.csv:3:97: error D0302: a quote stands inside a value, or text follows a closing quote (line 4, column 97)
! bad.csv:4:100: error D0302: a quote stands inside a value, or text follows a closing quote (line 5, column 100)
! bad.csv:5:152: error D0203: the line end is CRLF instead of LF (line 6, column 152)
! bad.csv:6:1: error D0303: number of columns in the row: 0 instead of 13 (line 7, column 1)
! out.csv was not written
? 1

$ sed -e '2s/S0001/S\x00/' -e '3s/S0002/S\r1/' -e '4s/鈴木/Suzuki/' -e '5s/000000000004/4x/' -e '6s/照会/照会　/' $SOURCE/tests/cli/damage/good.csv > bad2.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv bad2.csv out.csv
! bad2.csv:1:96: error D1004: operator_no (操作職員番号) (X(10)) holds something outside 0x20-0x7E: 'S\u{0}' (line 2, column 96)
! bad2.csv:2:97: error D0203: the line end is CR instead of LF (line 3, column 97)
! bad2.csv:3:133: error D1005: operator_name (操作職員名称) (N(40)) holds half-width text or a control character: '******　**' (line 4, column 133)
! bad2.csv:4:1: error D1003: seq (SEQ) (9(12)) holds something that is no digit: '4x' (line 5, column 1)
! bad2.csv:5:146: error D1008: remarks (備考) ends with a blank: '**　' (line 6, column 146)
! out.csv was not written
? 1

$ sed -e '1s/terminal,/tanmatsu,/' -e '1s/remarks/seq/' $SOURCE/tests/cli/damage/good.csv > columns.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv columns.csv out.csv
! columns.csv: error D0304: column 8: 'tanmatsu' is no item of layout access-log (line 1, column 92)
! columns.csv: error D0306: column 13: 'seq' is the same item as an earlier column (line 1, column 161)
! columns.csv: error D0305: there is no column for terminal (操作端末) (line 1)
! columns.csv: error D0305: there is no column for remarks (備考) (line 1)
! out.csv was not written
? 1

$ sed 1d $SOURCE/tests/cli/damage/good.csv > none.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv none.csv out.csv
! none.csv: error D0304: the first line names no item of layout access-log (columns: 13) (line 1, column 1)
! out.csv was not written
? 1

$ { printf '\xEF\xBB\xBF'; cat $SOURCE/tests/cli/damage/good.csv; } > bom.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv bom.csv out.csv
! bom.csv: error D0101: the spec says bom=no, the file has bom=yes (line 1)
! out.csv was not written
? 1

$ : > empty.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv empty.csv out.csv
! empty.csv: error D0103: the file is empty, but at least a header row or a control record is due (line 1)
! out.csv was not written
? 1

$ { head -n 2 $SOURCE/tests/cli/damage/good.csv; head -c 1100000 /dev/zero | tr '\0' x; echo; tail -n 2 $SOURCE/tests/cli/damage/good.csv; } > long.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv --rejects rejects.csv long.csv - | wc -l
4
! long.csv:2:1: error D0307: the row is longer than 1048576 bytes (line 3, column 1)
! records written: 3, rejected to rejects.csv: 1

# Many of one kind are folded.
$ sed 's/,JUKI,/,JÜKI,/' $SOURCE/tests/cli/damage/good.csv > umlaut.csv; for i in 1 2 3 4 5 6; do tail -n 5 umlaut.csv >> umlaut.csv; done; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv umlaut.csv out.csv 2>&1 | tail -n 3
umlaut.csv:20:67: error D1004: system_code (システムコード) (X(4)) holds something outside 0x20-0x7E: '****' (line 21, column 67)
... and 15 more of D1004
out.csv was not written

# As JSON lines.
$ daicho convert --log json --layout access-log --from csv:utf-8,header=id,eol=lf --to csv bad.csv out.csv 2>&1 | head -n 1
{"type":"finding","severity":"error","code":"D0303","file":"bad.csv","record":1,"line":2,"column":1,"offset":168,"item":null,"item_no":null,"name":null,"bytes":[1,148],"message":"number of columns in the row: 14 instead of 13","value":null,"schema":null}

$ daicho convert --log json --layout access-log --from csv:utf-8,header=id,eol=lf --to csv umlaut.csv out.csv 2>&1 | tail -n 2
{"type":"folded","severity":"error","code":"D1004","more":15}
{"type":"note","text":"out.csv was not written"}

