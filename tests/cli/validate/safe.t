# Controls of a terminal in the data are escaped, also in what is masked; colours need a terminal.
$ daicho sample records --layout kengen --count 2 --seed 5 --to fixed:cp932 --out good.dat >/dev/null 2>&1; cp good.dat bad.dat; printf '\033[2' | dd of=bad.dat bs=1 seek=2 conv=notrunc status=none; printf '\007' | dd of=bad.dat bs=1 seek=30 conv=notrunc status=none

$ daicho validate --from fixed:cp932 --layout kengen bad.dat | head -10
bad.dat:1:1: error D1004 所属コード: department_code (所属コード) (X(10)) holds something outside 0x20-0x7E: 'A0\u{1B}[2'
    | |1        |6        |16       |26       |32       |42
    | A0\u{1B}[2     20261021000001500SAM\u{7}LE001 00001
    | ^^^^^^^^^^^^^^^
    = schemas/kengen.toml:10: { no = 120, id = "department_code", name = "所属コード", picture = ...
    = help: Write half-width letters, digits and signs.
bad.dat:1:28: error D1004 更新ユーザID: updated_by (更新ユーザID) (X(10)) holds something outside 0x20-0x7E: 'SAM\u{7}LE001'
    |   |3        |8        |18       |28       |34
    | A0\u{1B}[2     20261021000001500SAM\u{7}LE001 00001
    |                                 ^^^^^^^^^^^^^^

$ daicho validate --from fixed:cp932 --layout kengen --report html bad.dat | grep -c "$(printf '\033')"
0
? 1
