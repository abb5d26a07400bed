# --against compares a file with another one: the register beside what is made from it, else an older file of the same
# layout. First both are made: 本人確認情報 of the small city, and the envelope of a household that comes from abroad.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* .; sed '5,8d' $SAMPLES/good/juki.csv >yesterday.csv
$ awk -F, -v OFS=, 'NR >= 5 && NR <= 8 { $11 = $17 = 12; $14 = $15 = $16 = 20261121 } 1' $SAMPLES/good/juki.csv >today.csv
$ for job in cs-update soufusaki; do daicho run $job --config daicho.toml --register yesterday.csv --state state --out out --as-of 2026-11-20 --initial >/dev/null 2>&1; done
$ for job in cs-update soufusaki; do daicho run $job --config daicho.toml --register today.csv --state state --out out --as-of 2026-11-21 >/dev/null 2>&1; done
$ cp out/soufusaki_20261121*/soufusaki_*.dat soufusaki.dat; cp out/cs-update_20261120*/honnin_*.dat initial.dat; cp out/cs-update_20261121*/honnin_*.dat changes.dat

$ daicho validate --layout soufusaki --as-of 2026-11-21 --lang en --against today.csv soufusaki.dat | sed 's/;[^;]*seconds//; /checks that ran/s/: .*L52 L53.*/ (L52 and L53 among them)/'
soufusaki.dat: soufusaki 1.0 送付先情報, fixed:utf-16be,eol=crlf
  4 records, 0 of them with errors; 16,232 bytes
  nothing to report
  logical checks that ran (L52 and L53 among them)
  compared with --against: 4 of 4 records found their counterpart
  processing date: 2026-11-21
! today.csv: csv:utf-8,eol=crlf (found from the bytes)
! soufusaki.dat: fixed:utf-16be,eol=crlf (found from the bytes)
$ daicho validate --layout soufusaki --as-of 2026-11-21 --lang en --against changes.dat --against-layout honnin soufusaki.dat | sed -n 's/;[^;]*seconds//; 2,3p'
  4 records, 0 of them with errors; 16,232 bytes
  nothing to report in what was checked
! changes.dat: fixed:utf-16be,eol=crlf (found from the bytes)
! soufusaki.dat: fixed:utf-16be,eol=crlf (found from the bytes)
$ daicho validate --layout honnin --as-of 2026-11-21 --lang en --against today.csv changes.dat | sed -n 's/;[^;]*seconds//; 2,3p'
  4 records, 0 of them with errors; 7,088 bytes
  nothing to report in what was checked
! today.csv: csv:utf-8,eol=crlf (found from the bytes)
! changes.dat: fixed:utf-16be,eol=crlf (found from the bytes)
$ daicho validate --layout honnin --as-of 2026-11-21 --lang en --against initial.dat --against-layout honnin changes.dat | sed -n 's/;[^;]*seconds//; 2,3p'
  4 records, 0 of them with errors; 7,088 bytes
  nothing to report in what was checked
! initial.dat: fixed:utf-16be,eol=crlf (found from the bytes)
! changes.dat: fixed:utf-16be,eol=crlf (found from the bytes)

# The register says something else: another address, another household, another name.
$ sed -E '5s/小金井市/国分寺市/; 6s/^000000000000043/000000000000019/; 7s/馬場　陽菜/馬場　春菜/' today.csv >other.csv
$ daicho validate --layout soufusaki --as-of 2026-11-21 --lang ja --from auto --against other.csv soufusaki.dat 2>/dev/null | grep -E '^soufusaki.dat:[0-9]'
soufusaki.dat:1:2243: エラー D3253 住所: 「住所」が、住民票の内容と違います：「********************」
soufusaki.dat:3:1811: エラー D3253 氏名 漢字: 「氏名 漢字」が、住民票の内容と違います：「**　**」
soufusaki.dat:2:1: エラー D3352 送付先管理番号: 「送付先管理番号」が同じレコード（1 件目）の人と、住民票の世帯番号が違います
$ daicho validate --layout honnin --as-of 2026-11-21 --lang en --against other.csv changes.dat 2>/dev/null | grep -E '^changes.dat:[0-9]'
changes.dat:1:687: error D3253 住所: address (住所) differs from the register
changes.dat:3:23: error D3253 漢字氏名: name_kanji (漢字氏名) differs from the register

# A register of other people: nothing is compared, and every report says so.
$ (head -1 today.csv; sed -n '20,$p' today.csv) >strangers.csv; daicho validate --layout soufusaki --as-of 2026-11-21 --lang ja --against strangers.csv soufusaki.dat 2>/dev/null | sed -n '3,$p' | grep -v 実行した
  検査したかぎりでは、指摘はありません
  実行しなかった検査が 1 件あります。
    --against のファイルに、対応するレコードが1件もない：L52 L53
    検査の内容は `daicho validate --list-checks` で見られます
  --against との突き合わせ：4 件のうち 0 件に対応するレコードがあります
  処理日：2026-11-21
$ daicho validate --layout soufusaki --as-of 2026-11-21 --against strangers.csv --report json soufusaki.dat 2>/dev/null | grep -o '"compared":[^}]*}\|{"check":"L53"[^}]*}'
"compared":{"records":0,"of":4}
{"check":"L53","reason":"unpaired"}
$ daicho validate --layout soufusaki --as-of 2026-11-21 --against strangers.csv --report sarif soufusaki.dat 2>/dev/null | grep -o '"compared":[0-9]*\|L53[^"]*'
"compared":0
L53 The four items differ from 本人確認情報: no record has its counterpart in the file of --against
$ daicho validate --layout soufusaki --as-of 2026-11-21 --against strangers.csv --report html soufusaki.dat 2>/dev/null | grep -o 'compared with --against[^<]*'
compared with --against: 0 of 4 records found their counterpart

# Updates that are older than the file beside.
$ daicho convert --layout honnin --to jsonl changes.dat - 2>/dev/null | sed 's/"update_seq":"00001"/"update_seq":"00003"/' >later.jsonl; daicho convert --layout honnin --to csv:utf-8 later.jsonl later.dat 2>/dev/null
$ daicho validate --layout honnin --as-of 2026-11-21 --lang ja --against later.dat --against-layout honnin changes.dat 2>/dev/null | grep -E '^changes.dat:[0-9]+.*D3038'
changes.dat:1:1709: エラー D3038 更新順番号: 「更新順番号」が、同じ住民票コードの前のレコードの続きではありません。前回のファイルの 3 より小さい番号です
changes.dat:2:1709: エラー D3038 更新順番号: 「更新順番号」が、同じ住民票コードの前のレコードの続きではありません。前回のファイルの 3 より小さい番号です
changes.dat:3:1709: エラー D3038 更新順番号: 「更新順番号」が、同じ住民票コードの前のレコードの続きではありません。前回のファイルの 3 より小さい番号です

# The other file in another order and format; what of it is left out is said once, and its records find no pair.
$ (head -1 other.csv; sed 1d other.csv | tac) >upside-down.csv
$ daicho convert --layout juki --to jsonl upside-down.csv other.jsonl 2>/dev/null; sed -i '$s/^{/[/' other.jsonl; sed -n '40p' other.jsonl >>other.jsonl
$ daicho validate --layout soufusaki --as-of 2026-11-21 --lang en --from fixed:utf-16be --against other.jsonl --against-from jsonl soufusaki.dat | grep -E '^soufusaki.dat:[0-9]'
soufusaki.dat:1:2243: error D3253 住所: address (住所) differs from the register: '********************'
soufusaki.dat:2:1: error D3352 送付先管理番号: by the register this person is of another household than others with the same dispatch_no (送付先管理番号): record 1
! other.jsonl: 1 of 46 records could not be read and are not compared with
! other.jsonl: 2 records share their key with another and are not compared with
$ daicho validate --layout soufusaki --as-of 2026-11-21 --lang ja --from fixed:utf-16be --against other.jsonl --against-from jsonl soufusaki.dat >/dev/null
! other.jsonl: 46件のうち1件は読めないため、突き合わせに使いません
! other.jsonl: キー項目が重複する2件は、突き合わせに使いません
? 1

# Records are read again at their places, so the other file is a plain one.
$ gzip -kf today.csv; daicho validate --layout juki --lang en --against today.csv.gz today.csv
! daicho: --against today.csv.gz: it is compressed, but its records are read again at their places, and people's data does not go to temporary files: give it as a plain file
? 2
$ daicho validate --layout juki --lang en --against - today.csv <today.csv
! daicho: --against -: standard input can be read only once, but its records are read again at their places, and people's data does not go to temporary files: give it as a plain file
? 2
$ daicho validate --layout juki --lang en --against nowhere.csv today.csv
! daicho: cannot open nowhere.csv: No such file or directory
? 3
$ daicho validate --layout juki --lang en --against-layout juki today.csv
! daicho: --against-layout needs --against FILE
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho validate --layout atena --lang en --against today.csv --against-layout juki $SAMPLES/good/atena.csv
! daicho: records of atena and juki have no item in common by which they belong together; name another layout with --against-layout
? 2
