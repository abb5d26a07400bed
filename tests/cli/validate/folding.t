# 40 records with the same two faults: three of each code and item are shown, all are counted.
$ daicho sample records --layout kengen --count 40 --seed 5 --to fixed:cp932 --out good.dat >/dev/null 2>&1; cp good.dat bad.dat; for r in $(seq 0 39); do printf 20261345 | dd of=bad.dat bs=1 seek=$((r * 44 + 10)) conv=notrunc status=none; done; for r in $(seq 0 2 39); do printf x | dd of=bad.dat bs=1 seek=$((r * 44 + 41)) conv=notrunc status=none; done

$ set -o pipefail; daicho validate --from fixed:cp932 --layout kengen bad.dat | grep -v '^    [|=]' | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad.dat:1:11: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261345000001500'
bad.dat:1:38: error D1003 連番: serial_no (連番) (9(5)) holds something that is no digit: '0000x'
bad.dat:2:11: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261345000003000'
bad.dat:3:11: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261345000004500'
bad.dat:3:38: error D1003 連番: serial_no (連番) (9(5)) holds something that is no digit: '0000x'
bad.dat:5:38: error D1003 連番: serial_no (連番) (9(5)) holds something that is no digit: '0000x'
D1003: and 17 more like this in item 連番
D1204: and 37 more like this in item 更新日時
.
bad.dat: kengen 1.0 所属利用事務権限, fixed:cp932,eol=crlf
  40 records, 40 of them with errors; 1,760 bytes; - seconds
  60 errors, 0 warnings
    count  code   severity  what
       40  D1204  error     No moment in time
       20  D1003  error     Something that is no digit
  1 check ran in part only.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L42 (in part)
? 1

$ daicho validate --lang ja --from fixed:cp932 --layout kengen bad.dat | grep ほかに
D1003: 項目「連番」に同様のものがほかに 17 件
D1204: 項目「更新日時」に同様のものがほかに 37 件

# --max-errors stops showing, not counting.
$ set -o pipefail; daicho validate --max-errors 2 --from fixed:cp932 --layout kengen bad.dat | grep -v '^    [|=]' | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
bad.dat:1:11: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261345000001500'
bad.dat:1:38: error D1003 連番: serial_no (連番) (9(5)) holds something that is no digit: '0000x'
--max-errors 2 was reached: 58 more findings are counted, but not shown
.
bad.dat: kengen 1.0 所属利用事務権限, fixed:cp932,eol=crlf
  40 records, 40 of them with errors; 1,760 bytes; - seconds
  60 errors, 0 warnings
    count  code   severity  what
       40  D1204  error     No moment in time
       20  D1003  error     Something that is no digit
  1 check ran in part only.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L42 (in part)
? 1

$ daicho validate --lang ja --max-errors 2 --from fixed:cp932 --layout kengen bad.dat | grep max-errors
--max-errors 2 に達したので、ほかの 58 件は表示していません（件数には数えています）

$ daicho validate --max-errors 2 --report json --from fixed:cp932 --layout kengen bad.dat | sed -E 's/"seconds":[0-9.]+/"seconds":0/'
{"type":"finding","severity":"error","code":"D1204","file":"bad.dat","record":1,"line":1,"column":11,"offset":0,"item":"updated_at","item_no":121,"name":"更新日時","bytes":[11,27],"message":"updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS","value":"20261345000001500","schema":"schemas/kengen.toml:11"}
{"type":"finding","severity":"error","code":"D1003","file":"bad.dat","record":1,"line":1,"column":null,"offset":0,"item":"serial_no","item_no":123,"name":"連番","bytes":[38,42],"message":"serial_no (連番) (9(5)) holds something that is no digit","value":"0000x","schema":"schemas/kengen.toml:13"}
{"type":"summary","file":"bad.dat","layout":"kengen","format":"fixed:cp932,eol=crlf","records":40,"bytes":1760,"errors":60,"warnings":0,"seconds":0,"faulty_records":40,"unreadable_records":0,"not_shown":58,"errors_between":0,"compared":null,"broken_off":null,"codes":{"D1204":40,"D1003":20},"as_of":null,"profile":null,"checks":["L42"],"skipped":[{"check":"L42","reason":"unreadable"}]}

$ daicho validate --max-errors 2 --report sarif --from fixed:cp932 --layout kengen bad.dat | grep -o '"toolExecutionNotifications.*'
"toolExecutionNotifications":[{"descriptor":{"id":"left-out"},"level":"warning","message":{"text":"bad.dat: 58 of 60 findings are left out of this log"}},{"descriptor":{"id":"not-checked"},"level":"warning","message":{"text":"bad.dat: 1 check ran in part only."}},{"descriptor":{"id":"check-skipped"},"level":"note","message":{"text":"bad.dat: L42 The same key twice (in part): records that it needs could not be read, or have errors in its items"}}]}]}]}

# The page shows the first ones of each kind, and says so.
$ daicho validate --max-errors 2 --report html --from fixed:cp932 --layout kengen bad.dat | grep -o '全 [0-9]* 件のうち[^。]*。'
全 60 件のうち、種類（コードと項目）ごとに先頭のものを合わせて 2 件を表示しています。
