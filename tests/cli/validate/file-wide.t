# Rules over the whole file: a finding names the record at fault and the one that it clashes with. The register is the
# small city of samples/good, with one thing changed in each copy.
$ cp $SAMPLES/good/juki.csv good.csv
$ daicho validate --layout juki --from csv:utf-8 --lang en good.csv | sed -n 's/;[^;]*seconds//; 2,3p'
  45 records, 0 of them with errors; 26,442 bytes
  nothing to report in what was checked
$ sed '3s/^000000000000027/000000000000019/' good.csv >two-heads.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja two-heads.csv | sed -n 1,3p
two-heads.csv:2:1: エラー D3025 続柄コード: この世帯には、ほかにも世帯主（1 件目）がいます（3行目）
    = schemas/juki.toml:33: { no = 24, id = "relationship_code", name = "続柄コード", picture = "...
    = 対処：どちらが世帯主かを届出で確かめ、もう一方の続柄か世帯番号を直してください。
$ sed '10d' good.csv >no-head.csv
$ daicho validate --layout juki --from csv:utf-8 --lang en no-head.csv | grep '^no-head.csv:[0-9]'
no-head.csv:9:1: warning D3125 続柄コード: this household has no 世帯主 (living people: 1) (line 10)
$ daicho validate --layout juki --from csv:utf-8 --lang ja no-head.csv | grep '^no-head.csv:[0-9]'
no-head.csv:9:1: 警告 D3125 続柄コード: この世帯（1 人）には世帯主がいません（10行目）
$ sed '11s/,小松　誠,/,小松　実,/' good.csv >other-head.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja other-head.csv | grep '^other-head.csv:[0-9]'
other-head.csv:10:1: 警告 D3225 世帯主漢字氏名: 「世帯主漢字氏名」が、この世帯の世帯主の氏名（9 件目）と違います（11行目）
$ sed '7s/,20000000,/,11000000,/' good.csv >two-spouses.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja two-spouses.csv | grep '^two-spouses.csv:[0-9]'
two-spouses.csv:6:247: エラー D3027 続柄コード: 「続柄コード」と性別が合いません：「11000000」（7行目の247バイト目）
two-spouses.csv:6:1: エラー D3029 続柄コード: この世帯には、ほかにも世帯主の夫または妻（5 件目）がいます（7行目）
$ sed '8s/,421212,/,&/; 8s/,420021212,/,319851212,/' good.csv >young-parent.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja young-parent.csv | grep '^young-parent.csv:[0-9]'
young-parent.csv:7:1: 警告 D3028 生年月日: 「生年月日」と続柄によると、4 件目の人と親子ですが、年齢の差が15歳に満たないか、親のほうが年下です（8行目）
$ sed '3s/309766293957/832652748290/' good.csv >same-number.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja same-number.csv | grep '^same-number.csv:[0-9]'
same-number.csv:2:1: エラー D3035 個人番号: 「個人番号」を、ほかの現存者（1 件目）も持っています（3行目）
$ sed '7p' good.csv >same-key.csv
$ daicho validate --layout juki --from csv:utf-8 --lang ja same-key.csv | grep '^same-key.csv:[0-9]'
same-key.csv:7:1: エラー D3042 宛名番号: 「宛名番号」が同じレコードが、このファイルにもう一つあります（6 件目）（8行目）

# A 除票 that was due to be moved, and one that should have been moved.
$ daicho validate --layout juki --from csv:utf-8 --lang ja --as-of 2028-02-01 good.csv | grep D3.56
good.csv:12:505: 警告 D3156 除票異動日: 「除票異動日」から5年を過ぎた除票です。次の年次処理で移行します：「20221107」（13行目の505バイト目）
good.csv:14:517: 警告 D3156 除票異動日: 「除票異動日」から5年を過ぎた除票です。次の年次処理で移行します：「20230124」（15行目の517バイト目）
good.csv:25:657: エラー D3056 除票異動日: 「除票異動日」から6年を過ぎた除票が、住民票のファイルに残っています：「20211203」（26行目の657バイト目）
good.csv:26:663: エラー D3056 除票異動日: 「除票異動日」から6年を過ぎた除票が、住民票のファイルに残っています：「20211203」（27行目の663バイト目）
       2  D3056   エラー  消除から6年を過ぎた除票が残っている
       2  D3156   警告    消除から5年を過ぎた除票がある

# A household without a head is not told where the head may be in a record that could not be read; the report says that
# the rule is not complete.
$ sed '10s/,/,"/' good.csv >unreadable.csv
$ daicho validate --layout juki --from csv:utf-8 --lang en unreadable.csv | grep -E '^unreadable.csv:[0-9]|: L25$'
unreadable.csv:9:17: error D0301: a value opened with a quote is never closed (line 10, column 17)

# Less memory, the same findings: evidence goes to an unlinked file. Its folder is named where that is full or missing.
$ head -1 good.csv >many.csv; for i in 1 2 3 4 5 6 7 8 9; do for j in 1 2 3 4 5 6 7 8 9; do for k in 1 2 3 4; do sed 1d good.csv; done; done; done >>many.csv
$ daicho validate --layout juki --from csv:utf-8 --lang en --report json --memory 256 many.csv | sed 's/"seconds":[0-9.]*//' >large
$ daicho validate --layout juki --from csv:utf-8 --lang en --report json --memory 1 many.csv | sed 's/"seconds":[0-9.]*//' >small
$ cmp large small && grep -c D3042 small
14536
$ TMPDIR=/nowhere daicho validate --layout juki --from csv:utf-8 --memory 1 many.csv >/dev/null
! daicho: cannot make a temporary file in /nowhere: No such file or directory
? 3
