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
 no  id                       name                bytes  value
124  seq                      SEQ                 -
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
    (hidden)
--
24  old_juminhyo_code             旧住民票コード          1613-1634
    00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20
25  juminhyo_code_used_from       住民票コード使用年月日  1635-1648
    00 20 00 20 00 20 00 20 00 20 00 20 00 20

