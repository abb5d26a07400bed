# Place, message, the record under a ruler in bytes, the schema's line, the remedy once; then what was and was not checked.
$ set -o pipefail; cd $SAMPLES; daicho validate --from fixed:cp932 --layout soufusaki bad/soufusaki.dat | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad/soufusaki.dat:2:1627: error D2001 氏名 漢字項目長: name_length (氏名 漢字項目長) differs from the length of 氏名 漢字; it must be 4: '099'
    |       |1587     |1597     |1607     |1617     |1627      |1638     |1648     |1658     |1668
    | ...0120261120SAMPLE002 SAMPLE002 01***********099＊＊　＊　　　　　　　　　　　　　　　　　...
    |                                               ^^^
    = schemas/soufusaki.toml:49: { no = 39, id = "name_length", name = "氏名 漢字項目長", picture...
    = help: Count it again after every change of the text.
bad/soufusaki.dat:5:1: error D0202: the file ends inside a record: 1700 of 3451 bytes; read from its beginning, it stops fitting in item 氏名 漢字
    |           |1620     |1630     |1640     |1650     |1660     |1670     |1680     |1690     |1700
    | ... ****************＊＊　＊　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　*
    |    ~~~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = help: Compare with the sender's counts and fetch the file again. Do not complete the last record by hand.
.
bad/soufusaki.dat: soufusaki 1.0 送付先情報, fixed:cp932,eol=crlf
  5 records, 2 of them with errors; 15,512 bytes; - seconds
  2 errors, 0 warnings
    count  code   severity  what
        1  D0202  error     The file ends inside a record
        1  D2001  error     項目長 is wrong
  1 record could not be read; what stands there was not checked.
  3 checks did not run.
  3 checks ran in part only.
    the processing date is not known: give --as-of DATE: L07 L32
    there is no register (juki) to compare with: give --against FILE: L52
    there is no register (juki) or honnin file to compare with: give --against FILE: L53
    records that it needs could not be read, or have errors in its items: L35 L42 L52
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L24 L31 L35 (in part) L42 (in part) L50 L52 (in part) L54
? 1

# CSV: line and column. Neighbours are masked, because the row does not say what they are.
$ set -o pipefail; cd $SAMPLES; daicho validate --from csv --layout juki bad/juki.csv | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad/juki.csv:2:556: error D1301 個人番号: the check digit of individual_no (個人番号) is wrong: '************' (line 3, column 556)
    |          |475      |490      |504      |516      |526      |536      |546      |556      |566
    | ...＊＊＊＊＊＊＊＊＊,,＊＊　＊＊,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,************
    |                                                                                ^^^^^^^^^^^^
    = schemas/juki.toml:90: { no = 81, id = "individual_no", name = "個人番号", picture = "9(12)"...
    = help: Look the number up. Never just compute another check digit.
bad/juki.csv:3:246: error D1201 生年月日: birth_date (生年月日) is no day of the calendar: '520260230' (line 4, column 246)
    |            |202      |215       |231       |246      |256      |266      |276      |289
    | ...********,**,＊＊＊＊　＊＊＊,＊＊　＊,*,520260230,********,******,*******,＊＊＊＊＊＊＊...
    |                                            ^^^^^^^^^
    = schemas/juki.toml:32: { no = 23, id = "birth_date", name = "生年月日", picture = "9(9)", ki...
    = help: Look the date up. Where a part is unknown, write 00 if the item allows it.
bad/juki.csv:4:219: error D0301: a value opened with a quote is never closed (line 5, column 219)
    |      |173      |183      |193      |203       |219       |235      |245      |255      |265
    | ...*******,********,**,********,**,＊＊　＊＊,"＊＊　＊＊,*,*********,********,******,*****...
    |                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    = help: Have the closing quote added where it was lost; where the quote is part of the value, have the whole value quoted and the quote inside it written twice (""). Give quote=none only where the sender agreed never to quote values: a quote is then read as part of the value.
bad/juki.csv:5:140: error D1401 異動事由: move_reason (異動事由) holds a code that is not in the list 異動事由: '99' (line 6, column 140)
    |      |80       |95       |110      |125       |140      |150      |160      |170      |180
    | ...＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊,,,99,***************,*,********,********,******...
    |                                               ^^
    = schemas/juki.toml:20: { no = 11, id = "move_reason", name = "異動事由", picture = "9(2)", k...
    = help: Write a code of the list: `daicho layout show LAYOUT --format md` ends with the codes that each item may hold. A municipality's own code belongs in its own copy of the list (schemas/codes), named with --schemas.
.
bad/juki.csv: juki 1.0 住民票, csv:utf-8,eol=crlf
  5 records, 4 of them with errors; 4,386 bytes; - seconds
  4 errors, 0 warnings
    count  code   severity  what
        1  D0301  error     A quoted value that never ends
        1  D1201  error     No day of the calendar
        1  D1301  error     Wrong check digit
        1  D1401  error     A code that the list does not have
  1 record could not be read; what stands there was not checked.
  14 checks did not run.
  12 checks ran in part only.
    there is no older file of the same layout: give --against FILE: L01 L02 L03 L04 L16 L17 L21 L36 L37 L45 L46 L47 L48
    the processing date is not known: give --as-of DATE: L05 L06 L32 L33 L56
    one's own municipality is not known: give --municipality CODE: L14
    records that it needs could not be read, or have errors in its items: L25 L28 L29 L35 L42 L43 L44
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L08 L09 L10 L11 L12 L15 L17 (in part) L19 L20 L21 (in part) L22 L24 L25 (in part) L27 L28 (in part) L29 (in part) L30 L31 L35 (in part) L36 (in part) L37 (in part) L42 (in part) L43 (in part) L44 (in part) L48 (in part) L54
? 1

# UTF-8 and UTF-16: the ruler counts bytes.
$ set -o pipefail; cd $SAMPLES; daicho validate --from fixed:utf-8 --layout access-log bad/access-log.dat | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad/access-log.dat:2:143: warning D1012 操作職員所属名称: operator_department (操作職員所属名称) is full-width, but filled with half-width spaces: '*********'
    |     |133      |143      |153      |163      |173      |183      |193      |203      |213
    | ... SAMPLE002 *********                                                                    ...
    |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = schemas/access-log.toml:20: { no = 134, id = "operator_department", name = "操作職員所属名...
    = help: Have the sender fill N items with U+3000.
bad/access-log.dat:2:143: error D1005 操作職員所属名称: operator_department (操作職員所属名称) (N(40)) holds half-width text or a control character: '*********'
    |     |133      |143      |153      |163      |173      |183      |193      |203      |213
    | ... SAMPLE002 *********                                                                    ...
    |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = schemas/access-log.toml:20: { no = 134, id = "operator_department", name = "操作職員所属名...
    = help: A `?` is often what a conversion left of a lost character: do not make it full-width, but ask the sender for the character. Write other letters, digits, kana and blanks full-width. Line ends and tabs cannot stand there.
bad/access-log.dat:4:43: error D1204 操作日: operated_at (操作日) is no moment YYYYMMDDhhmmssSSS: '20260230000006000'
    |         |13       |23       |33       |43       |53       |63       |73       |83       |93
    | ...000040000000000000040000000000000432026023000000600009A004                    SAMPLE004 ...
    |                                       ^^^^^^^^^^^^^^^^^
    = schemas/access-log.toml:13: { no = 127, id = "operated_at", name = "操作日", picture = "9(1...
    = help: Check how the program that made the file writes times.
.
bad/access-log.dat: access-log 1.0 個人番号アクセスログ, fixed:utf-8,eol=crlf
  5 records, 2 of them with errors; 4,920 bytes; - seconds
  2 errors, 1 warning
    count  code   severity  what
        1  D1005  error     Something that is not full-width
        1  D1012  warning   Half-width blanks in a full-width item
        1  D1204  error     No moment in time
  logical checks that ran: L42
? 1

$ set -o pipefail; cd $SAMPLES; daicho validate --from fixed:utf-16be --layout honnin bad/honnin.dat | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad/honnin.dat:3:1: error D0201: the record has 1767 bytes instead of 1768; read from its beginning, it stops fitting in item 住所
    |     |667      |687      |697       |709      |725      |737      |751      |765      |783
    | ...***********＊＊＊＊＊＊＊*＊＊＊**＊**＊**＊*＊*＊＊＊＊＊＊****＊＊*＊*＊**************...
    |    ~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = help: See with `daicho inspect --layout LAYOUT --record N --hex FILE` from which item on the record slipped. Usual causes are another charset than the one named, line ends converted on the way, and values wider than their item. Ask the sender for a new file. A finding without a record is about a control record (1 at the beginning, 8 and 9 at the end), which inspect does not show: ask the sender whether it is filled with blanks on the right to the length that the message has.
.
bad/honnin.dat: honnin 1.0 本人確認情報, fixed:utf-16be,eol=crlf
  5 records, 1 of them with errors; 8,859 bytes; - seconds
  1 error, 0 warnings
    count  code   severity  what
        1  D0201  error     A record of another length
  1 record could not be read; what stands there was not checked.
  5 checks did not run.
  5 checks ran in part only.
    the processing date is not known: give --as-of DATE: L05 L06
    one's own municipality is not known: give --municipality CODE: L14
    there is no older file of the same layout: give --against FILE: L21 L38 L40
    there is no register (juki) or honnin file to compare with: give --against FILE: L53
    records that it needs could not be read, or have errors in its items: L35 L37 L38 L39
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L08 L09 L10 L11 L18 L19 L20 L21 (in part) L22 L27 L35 (in part) L37 (in part) L38 (in part) L39 (in part) L54
? 1

# Nothing found is told together with what was not looked at.
$ set -o pipefail; cd $SAMPLES; daicho validate --from fixed:cp932 --layout soufusaki good/soufusaki.dat | sed -E 's/[0-9.]+ seconds/- seconds/'
good/soufusaki.dat: soufusaki 1.0 送付先情報, fixed:cp932,eol=crlf
  5 records, 0 of them with errors; 17,265 bytes; - seconds
  nothing to report in what was checked
  3 checks did not run.
  1 check ran in part only.
    the processing date is not known: give --as-of DATE: L07 L32
    there is no register (juki) to compare with: give --against FILE: L52
    there is no register (juki) or honnin file to compare with: give --against FILE: L53
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L24 L31 L35 L42 L50 L52 (in part) L54

$ set -o pipefail; cd $SAMPLES; daicho validate --from csv --layout kengen good/kengen.csv | sed -E 's/[0-9.]+ seconds/- seconds/'
good/kengen.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  11 records, 0 of them with errors; 506 bytes; - seconds
  nothing to report
  logical checks that ran: L42
