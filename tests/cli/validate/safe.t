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

# What a file is called cannot colour a terminal, hide a line or forge one.
$ f=$(printf 'a\033[31mb\nerror: forged\r.csv'); printf 'x\n' > "$f"; daicho validate --layout kengen "$f" "$f" nowhere$'\033'; daicho validate --layout kengen --from csv "$f" | head -1; daicho convert --layout kengen --from csv,eol=lf --to csv "$f" o.csv
a\u{1B}[31mb\u{A}error: forged\u{D}.csv: error D0203: the line end is LF instead of CRLF (line 1, column 2)
! daicho: a\u{1B}[31mb\u{A}error: forged\u{D}.csv: the format cannot be told from the bytes: no format fits layout kengen: the first line has 1 byte; a record has 42 bytes in cp932, 42 in utf-8 and 84 in utf-16, without its line end; and the first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed; name it with --from
! daicho: a\u{1B}[31mb\u{A}error: forged\u{D}.csv: the format cannot be told from the bytes: no format fits layout kengen: the first line has 1 byte; a record has 42 bytes in cp932, 42 in utf-8 and 84 in utf-16, without its line end; and the first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed; name it with --from
! daicho: cannot open nowhere\u{1B}: No such file or directory
! a\u{1B}[31mb\u{A}error: forged\u{D}.csv: error D0304: the first line names no item of layout kengen (columns: 1) (line 1, column 1)
! o.csv was not written
? 1
