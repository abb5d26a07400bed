# Columns and headers that are not as they should be: what the file looks like is told, once.
$ cp $SAMPLES/good/kengen.csv good.csv; head -1 good.csv; iconv -f utf-8 -t cp932 good.csv >sjis.csv
所属コード,更新日時,更新ユーザID,連番
$ daicho validate --layout kengen --from csv:utf-8 --lang ja sjis.csv | grep -v '秒\|^$'
sjis.csv: エラー D0304: 1行目の 4 列に、レイアウト kengen の項目名がありません。cp932 として読むと 4 列が項目名になります（1行目の1バイト目）
    = 対処：メッセージに「として読むと」とあれば、文字コードの指定が違います。列名は直さず、その形式を --from に指定してください。名前の無い列は、値も無ければ見出しと全行から「,」を一つ除き、値があれば列名を付けます。ほかの列名は、`daicho layout show レイアウト` に出る項目名または ID に直します。直せないときは、レイアウトの写しの aliases に別名を加えて --schemas で指定します。見出し行の無いファイルなら --from に header=none を付けます。
sjis.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  エラー 1 件、警告 0 件
    件数  コード  重大度  内容
       1  D0304   エラー  見出しの列名がレイアウトに無い
  ファイルを最後まで読めませんでした（見出し行に、レイアウトの項目名がありません）。指摘はこれで全部ではありません。
  実行しなかった検査が 1 件あります。
    読めないレコードか、誤りのある項目があり、全体を判断できない：L42
    検査の内容は `daicho validate --list-checks` で見られます
$ daicho validate --layout kengen --from csv:utf-8 --report json sjis.csv | grep -o '"records":.*"errors":[0-9]*\|"broken_off":[^,]*'
"records":0,"bytes":39,"errors":1
"broken_off":"the header row names no item of the layout"

# Two headings were exchanged.
$ awk -F, -v OFS=, 'NR == 1 { t = $2; $2 = $3; $3 = t } 1' good.csv >exchanged.csv; daicho validate --layout kengen --lang ja exchanged.csv | grep D0310
exchanged.csv: エラー D0310 更新日時: 「更新日時」と「更新ユーザID」の値が、どのレコードでも入れ替わっています（1行目）
       1  D0310   エラー  二つの列の値が入れ替わっている
! exchanged.csv: csv:utf-8,eol=crlf（バイト列から判定しました）
$ daicho validate --layout kengen exchanged.csv | grep D0310
exchanged.csv: error D0310 更新日時: the values of updated_at (更新日時) and 更新ユーザID are exchanged in every record (line 1)
        1  D0310  error     The values of two columns are exchanged
! exchanged.csv: csv:utf-8,eol=crlf (found from the bytes)

# Two files were joined, header and all.
$ (cat good.csv; sed -n 1,2p good.csv) >joined.csv; daicho validate --layout kengen joined.csv | grep '^joined.csv:[0-9]'
joined.csv:12:1: error D0309: the header row of line 1 stands again among the records (line 13, column 1)
joined.csv:13:1: error D3042 連番: another record of this file has the same serial_no (連番) (record 1) (line 14)
! joined.csv: csv:utf-8,eol=crlf (found from the bytes)

# What auto cannot read it describes.
$ tr '\r' '\n' <good.csv | tr -s '\n' '\r' >cr.csv; tr ',' '\t' <good.csv >tabs.csv; sed '1s/,/, /g; 1s/^/ /' good.csv >blanks.csv; (printf '\377\376'; iconv -f utf-8 -t utf-16be good.csv) >mark.csv; printf '\357\273\277hello\r\n' >other.csv
$ for f in cr tabs blanks mark other; do daicho validate --layout kengen $f.csv; done
! daicho: cr.csv: not readable as it is: it looks like csv:utf-8,eol=lf, but its lines end in CR alone, where CRLF or LF is due
! daicho: tabs.csv: not readable as it is: it looks like csv:utf-8,eol=crlf, but tabs stand between its values, where commas are due
! daicho: blanks.csv: not readable as it is: it looks like csv:utf-8,eol=crlf, but blanks stand around the names in its first line
! daicho: mark.csv: not readable as it is: it looks like csv:utf-16be,eol=crlf, but its byte order mark is that of utf-16le
! daicho: other.csv: the format cannot be told from the bytes: no format fits layout kengen: the first line has 5 bytes behind a byte order mark of utf-8; a record has 42 bytes in cp932, 42 in utf-8 and 84 in utf-16, without its line end; and the first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed; name it with --from
? 2

# A shift code of EBCDIC is lost.
$ daicho convert --layout access-log --to csv:ibm-930,header=none $SAMPLES/good/access-log.dat ebcdic.csv 2>/dev/null; python3 -c 'b = open("ebcdic.csv", "rb").read(); open("lost.csv", "wb").write(b.replace(b"\x0f", b"", 1))'; daicho validate --layout access-log --from csv:ibm-930,header=none --lang ja lost.csv | grep '^lost.csv:[0-9]'
lost.csv:1:112: エラー D0313: この行には、2バイトの文字を終える 0F が足りません

# Control record 1 is lost, and then its day is none.
$ daicho convert --layout kengen --to fixed:cp932,envelope=control --envelope from=132101,made=20261120093000,base_date=20261120 good.csv envelope.dat 2>/dev/null; tail -n +2 envelope.dat >headless.dat; sed '1s/20261120 /20261131 /; 1s/20261120093000/20261120246000/; 1s/132101/132102/' envelope.dat >days.dat
$ daicho validate --layout kengen headless.dat | grep 'headless.dat: error'
headless.dat: error D0111: control record 1 is missing (byte 1 of the file)
headless.dat: error D0112: all_records says 000000014, but 000000013 were counted (byte 658 of the file)
! headless.dat: fixed:cp932,eol=crlf,envelope=control (found from the bytes)
$ daicho validate --layout kengen --from fixed:cp932,envelope=control --report json days.dat | grep -o '"code":"D0115.*"bytes":[^"]*"message":"[^"]*'
"code":"D0115","file":"days.dat","record":null,"line":1,"column":null,"offset":0,"item":null,"item_no":null,"name":null,"bytes":[38,43],"message":"from of a control record is malformed: the check digit of '132102' is wrong
"code":"D0115","file":"days.dat","record":null,"line":1,"column":null,"offset":0,"item":null,"item_no":null,"name":null,"bytes":[60,73],"message":"made of a control record is malformed: '20261120246000' is no moment YYYYMMDDhhmmss
"code":"D0115","file":"days.dat","record":null,"line":1,"column":null,"offset":0,"item":null,"item_no":null,"name":null,"bytes":[75,82],"message":"base_date of a control record is malformed: '20261131' is no day of the calendar
$ printf 'department_code,updated_at,updated_by,serial_no,\r\nA001,20261021000001500,SAMPLE001,00001,\r\n' >comma.csv
$ daicho validate --layout kengen comma.csv 2>&1 | grep D0304:
comma.csv: error D0304: column 5 of the header has no name (line 1, column 49)
$ daicho validate --layout kengen --lang ja comma.csv 2>&1 | grep D0304:
comma.csv: エラー D0304: 5 列目に見出しの名前がありません（1行目の49バイト目）
$ printf 'A001      20261021000001500SAMPLE001 00001\r\r\n' >doubled.dat; daicho validate --layout kengen doubled.dat
! daicho: doubled.dat: not readable as it is: it looks like fixed:cp932,eol=crlf, but its lines end in CR CR LF, where CRLF or LF is due
? 2
$ daicho validate --layout kengen --from fixed doubled.dat | grep 'D0203:\|records,'
doubled.dat:1:43: error D0203: the line end is 0D 0D 0A instead of CRLF
