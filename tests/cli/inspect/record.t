# One record as a table.
$ cp $SOURCE/tests/cli/damage/good.csv .

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 good.csv good.dat

$ daicho inspect --layout access-log --from fixed:cp932 --record 4 good.dat
good.dat: record 4 of access-log, offset 2112, 702 bytes, line 4
 no  id                       name                bytes    value
124  seq                      SEQ                 1-12     000000000004
125  integrated_addressee_no  団体内統合宛名番号  13-27    000000000000043
126  addressee_no             宛名番号            28-42    000000000000043
127  operated_at              操作日              43-59    20261120090300000
128  operation_code           操作内容コード      60-61    03
129  system_code              システムコード      62-65    JUKI
130  control_no               管理番号            66-85    K004
131  terminal                 操作端末            86-100   172.16.0.14
132  terminal_host            端末コンピュータ名  101-132  MADO04
133  operator_no              操作職員番号        133-142  S0004
134  operator_department      操作職員所属名称    143-222  市民部保険年金課
135  operator_name            操作職員名称        223-302  **　**
136  remarks                  備考                303-702  **

$ daicho inspect --layout access-log --from fixed:cp932 --record 4 --hex --show-values good.dat | tail -n 8 | cut -c1-100
133  operator_no              操作職員番号        133-142  S0004
     53 30 30 30 34 20 20 20 20 20
134  operator_department      操作職員所属名称    143-222  市民部保険年金課
     8E 73 96 AF 95 94 95 DB 8C AF 94 4E 8B E0 89 DB 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40
135  operator_name            操作職員名称        223-302  髙橋　四郎
     FB FC 8B B4 81 40 8E 6C 98 59 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40
136  remarks                  備考                303-702  転居
     93 5D 8B 8F 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40

$ daicho inspect --layout access-log --from csv:utf-8,header=id,eol=lf good.csv | head -n 5
good.csv: record 1 of access-log, offset 168, 142 bytes, line 2
 no  id                       name                bytes    value
124  seq                      SEQ                 1-12     000000000001
125  integrated_addressee_no  団体内統合宛名番号  14-28    000000000000019
126  addressee_no             宛名番号            30-44    000000000000019

# A record that can't be read, one that isn't there, one that can't be.
$ { head -c 1500 good.dat; tail -c +1502 good.dat; } > bad.dat; daicho inspect --layout access-log --from fixed:cp932 --record 3 bad.dat | head -n 3
bad.dat: record 3 of access-log, offset 1408, 701 bytes, line 3, not readable
the layout has 702 bytes; read from its beginning, the record stops fitting in item 操作職員番号
    |             |103      |113      |123      |133       |144      |154      |164      |174
! bad.dat:3:1: error D0201: the record has 701 bytes instead of 702

$ daicho inspect --layout access-log --from fixed:cp932 --record 2 bad.dat | head -n 1
bad.dat: record 2 of access-log, offset 704, 702 bytes, line 2

$ daicho inspect --layout access-log --from fixed:cp932 --record 6 good.dat
! daicho: good.dat has no record 6: it has 5
? 2

$ daicho inspect --layout access-log --from fixed:cp932 --record 0 good.dat
! daicho: --record counts from 1
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# 個人番号 is never shown.
$ daicho convert --layout honnin --from csv:utf-8,header=id,eol=lf --to fixed:utf-16be $SOURCE/tests/cli/damage/numbers.csv n.dat; daicho inspect --show-values --hex --layout honnin --from fixed:utf-16be n.dat | grep -A1 -e 個人番号 -e 住民票コード
 1  juminhyo_code                 住民票コード            1-22       12345678903
    00 31 00 32 00 33 00 34 00 35 00 36 00 37 00 38 00 39 00 30 00 33
--
13  individual_no                 個人番号                1093-1116  ************
    ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
--
24  old_juminhyo_code             旧住民票コード          1613-1634
    00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20
25  juminhyo_code_used_from       住民票コード使用年月日  1635-1648
    00 20 00 20 00 20 00 20 00 20 00 20 00 20


# A record of the wrong length: where it stops fitting, and its bytes item by item. What may be somebody's is masked.
$ { head -c 1500 good.dat; tail -c +1502 good.dat; } > lost.dat; daicho inspect --layout access-log --hex --record 3 lost.dat | cut -c1-100
lost.dat: record 3 of access-log, offset 1408, 701 bytes, line 3, not readable
the layout has 702 bytes; read from its beginning, the record stops fitting in item 操作職員番�
    |             |103      |113      |123      |133       |144      |154      |164      |174
    | ...**    ******                          *****     ＊＊＊＊＊＊＊＊＊＊　　　　�
    |    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^^^^^^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 no  id                       name                bytes    value
124  seq                      SEQ                 1-12     000000000003
     30 30 30 30 30 30 30 30 30 30 30 33
125  integrated_addressee_no  団体内統合宛名番号  13-27    000000000000035
     30 30 30 30 30 30 30 30 30 30 30 30 30 33 35
126  addressee_no             宛名番号            28-42    000000000000035
     30 30 30 30 30 30 30 30 30 30 30 30 30 33 35
127  operated_at              操作日              43-59    20261120090200000
     32 30 32 36 31 31 32 30 30 39 30 32 30 30 30 30 30
128  operation_code           操作内容コード      60-61    01
     30 31
129  system_code              システムコード      62-65    JUKI
     4A 55 4B 49
130  control_no               管理番号            66-85    K003
     4B 30 30 33 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20
131  terminal                 操作端末            86-100   172.16..13    M
     31 37 32 2E 31 36 2E 2E 31 33 20 20 20 20 4D
132  terminal_host            端末コンピュータ名  101-132  ADO03                          S
     41 44 4F 30 33 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 53
133  operator_no              操作職員番号        133-142  ****     *  <- does not fit
     ** ** ** ** 20 20 20 20 20 **
134  operator_department      操作職員所属名称    143-222  ＊＊*＊＊＊＊＊＊＊　�
     ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** 81 40 81 40 81 40 81 40 81 40 81 40 81
135  operator_name            操作職員名称        223-302  ＊*　＊＊　　　　　　　�
     ** ** ** 81 40 ** ** ** ** 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81
136  remarks                  備考                303-701  *＊  <- does not fit
     ** ** ** 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81
what may be somebody's is masked with *; --show-values shows it
! lost.dat: fixed:cp932,eol=crlf (found from the bytes)
! lost.dat:3:1: error D0201: the record has 701 bytes instead of 702

$ daicho inspect --layout access-log --show-values --hex --record 3 lost.dat 2>/dev/null | tail -n 10 | cut -c1-100
132  terminal_host            端末コンピュータ名  101-132  ADO03                          S
     41 44 4F 30 33 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 53
133  operator_no              操作職員番号        133-142  0003     \x95  <- does not fit
     30 30 30 33 20 20 20 20 20 95
134  operator_department      操作職員所属名称    143-222  沁ヵﾛ健部介護福祉課　
     9F 8E 83 95 DB 8C 92 95 94 89 EE 8C EC 95 9F 8E 83 89 DB 81 40 81 40 81 40 81 40 81 40 81 40 81
135  operator_name            操作職員名称        223-302  髢ﾘ　三郎　　　　　　�
     E9 96 D8 81 40 8E 4F 98 59 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81
136  remarks                  備考                303-701  ﾆ会  <- does not fit
     C6 89 EF 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81

$ { head -c 1500 good.dat; printf xx; tail -c +1501 good.dat; } > long.dat; daicho --lang ja inspect --layout access-log --record 3 long.dat | tail -n 10
 129  system_code              システムコード        62-65    JUKI
 130  control_no               管理番号              66-85    K003
 131  terminal                 操作端末              86-100   172.16.xx0.13
 132  terminal_host            端末コンピュータ名    101-132    MADO03
 133  operator_no              操作職員番号          133-142    S0003
 134  operator_department      操作職員所属名称      143-222    ＊＊＊＊＊＊＊＊＊＊  ← 合いません
 135  operator_name            操作職員名称          223-302  　＊＊　＊＊
 136  remarks                  備考                  303-702  　＊＊
                               （最後の項目のあと）  703-704
個人に関わる値かもしれないものは * で伏せています（--show-values で表示します）
! long.dat: fixed:cp932,eol=crlf（バイト列から判定しました）
! long.dat:3:1: エラー D0201: レコードの長さは 702 バイトのはずですが、704 バイトです

$ head -c 1600 good.dat > cut.dat; daicho inspect --layout access-log --from fixed --record 3 cut.dat | tail -n 4
132  terminal_host            端末コンピュータ名  101-132  MADO03
133  operator_no              操作職員番号        133-142  S0003
134  operator_department      操作職員所属名称    143-192  ＊＊＊＊＊＊＊＊＊＊  <- does not fit
what may be somebody's is masked with *; --show-values shows it
! cut.dat:3:1: error D0202: the file ends inside a record: 192 of 702 bytes

# A row of the wrong number of columns, and one with a quote that never ends.
$ sed '3s/JUKI,/JU,KI,/; 4s/,JUKI/,"JUKI/' good.csv > bad.csv; daicho inspect --layout access-log --from csv:utf-8,header=id,eol=lf --hex --record 2 bad.csv
bad.csv: record 2 of access-log, offset 311, 164 bytes, line 3, not readable
column  id                       name                   bytes    value
     1  seq                      SEQ                    1-12     ************
        ** ** ** ** ** ** ** ** ** ** ** **
     2  integrated_addressee_no  団体内統合宛名番号     14-28    ***************
        ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
     3  addressee_no             宛名番号               30-44    ***************
        ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
     4  operated_at              操作日                 46-62    *****************
        ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
     5  operation_code           操作内容コード         64-65    **
        ** **
     6  system_code              システムコード         67-68    **
        ** **
     7  control_no               管理番号               70-71    **
        ** **
     8  terminal                 操作端末               73-76    ****
        ** ** ** **
     9  terminal_host            端末コンピュータ名     78-88    ***********
        ** ** ** ** ** ** ** ** ** ** **
    10  operator_no              操作職員番号           90-95    ******
        ** ** ** ** ** **
    11  operator_department      操作職員所属名称       97-101   *****
        ** ** ** ** **
    12  operator_name            操作職員名称           103-120  ＊＊＊＊＊＊
        ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
    13  remarks                  備考                   122-136  ＊＊　＊＊
        ** ** ** ** ** ** E3 80 80 ** ** ** ** ** **
    14                           (of no item for sure)  138-164  ＊＊＊＊＊＊＊＊＊
        ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
what may be somebody's is masked with *; --show-values shows it
! bad.csv:2:1: error D0303: number of columns in the row: 14 instead of 13 (line 3, column 1)
? 1

$ daicho --lang ja inspect --layout access-log --from csv:utf-8,header=id,eol=lf --show-values --record 3 bad.csv
bad.csv: access-log の 3 件目、オフセット 476、155 バイト、4 行目、読めないレコード
列  ID  項目                    バイト  値
 1      （項目は決まりません）  1-12    000000000003
 2      （項目は決まりません）  14-28   000000000000035
 3      （項目は決まりません）  30-44   000000000000035
 4      （項目は決まりません）  46-62   20261120090200000
 5      （項目は決まりません）  64-65   01
 6      （項目は決まりません）  67-155  "JUKI,K003,172.16.0.13,MADO03,S0003,福祉保健部介護福祉課,鈴木　三郎,照会
! bad.csv:3:67: エラー D0301: 引用符「"」で始まった値が閉じられていません（4行目の67バイト目）
? 1

# A broken character: the bytes around it.
$ { head -c 1630 good.dat; printf '\x81\x20'; tail -c +1633 good.dat; } > broken.dat; daicho inspect --layout access-log --hex --record 3 broken.dat | sed -n '1p;/operator_name/,+1p;$p' | cut -c1-100
broken.dat: record 3 of access-log, offset 1408, 702 bytes, line 3, not readable
135  operator_name            操作職員名称        223-302  * ＊　＊＊  <- does not fit
     ** 20 ** ** 81 40 ** ** ** ** 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40 81 40
what may be somebody's is masked with *; --show-values shows it
! broken.dat: fixed:cp932,eol=crlf (found from the bytes)
! broken.dat:3:223: error D1001: operator_name (操作職員名称) holds bytes that are no character of cp932, from byte 223 of the record

# 個人番号 is not shown either where it slipped into another item.
$ { head -c 100 n.dat; tail -c +103 n.dat; } > slipped.dat; daicho inspect --show-values --hex --layout honnin --from fixed:utf-16be slipped.dat 2>/dev/null | grep -a -A1 -e individual_no -e old_juminhyo_code | cut -c1-110
13  individual_no                 個人番号                1093-1116  ***********  <- does not fit
    ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** ** **
--
24  old_juminhyo_code             旧住民票コード          1613-1634
    00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20
