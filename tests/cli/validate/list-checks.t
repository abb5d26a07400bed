# The list itself is docs/checks.md's concern: here its form, and what a profile does to it.
$ daicho validate --list-checks --layout kengen
check  code   level  layouts                                               needs  run by  rule
L42    D3042  error  * !honnin                                             -      check   The same key twice
L57    D0112  error  juki honnin soufusaki atena kengen access-log iten.*  -      reader  A control record's count is wrong
L57    D0113  error  juki honnin soufusaki atena kengen access-log iten.*  -      reader  Hash total or SHA-256 is wrong
L57    D0114  error  juki honnin soufusaki atena kengen access-log iten.*  -      reader  The header names another layout, version or charset
L57    D0115  error  juki honnin soufusaki atena kengen access-log iten.*  -      reader  A malformed field of a control record

$ daicho validate --list-checks --layout soufusaki --lang ja | head -3
番号  コード  重大度  レイアウト                                            必要なもの                         検査する機能  検査
L07   D3007   エラー  soufusaki                                             処理日（--as-of）                  検査          処理年月日が処理日と違う
L23   D1202   エラー  juki honnin soufusaki                                 -                                  レイアウト    年号と日付が合わない

$ printf 'name = "x"\n[alerts]\nD1302 = "error"\n' >p.toml; daicho validate --list-checks --profile p.toml | grep D1302
L34    D1302  error  juki honnin soufusaki atena access-log iten.*         -                                      schema  Wrong check digit of an addressee or household number

$ daicho validate --list-checks some.dat
! daicho: --list-checks takes no FILE
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
