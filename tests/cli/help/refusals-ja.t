# Refusals in Japanese, by --lang or by the locale.
$ head -c 300 /dev/zero > zero.dat; daicho --lang ja inspect --layout soufusaki zero.dat
! daicho: zero.dat：バイト列から形式を決められません。レイアウト soufusaki に合う形式がありません。先頭の 300 バイトに改行がありませんが、レコードの長さは（改行を除き）cp932 で 3451 バイト、utf-8 で 4875 バイト、utf-16 で 4054 バイトです。CSV として見ると、1行目にはレイアウトの項目名がありません。shift_jis-2004・euc-jis-2004・juki は推定しません。正しい形式を --from で指定してください
? 2

$ cp $SAMPLES/good/honnin.dat .; daicho --lang ja validate --layout soufusaki honnin.dat
! daicho: honnin.dat：レイアウト soufusaki としては読めません。レイアウト soufusaki に合う形式がありません。1行目は 1768 バイトですが、レコードの長さは（改行を除き）cp932 で 3451 バイト、utf-8 で 4875 バイト、utf-16 で 4054 バイトです。CSV として見ると、1行目にはレイアウトの項目名がありません。shift_jis-2004・euc-jis-2004・juki は推定しません。honnin (fixed:utf-16be,eol=crlf) のようです
? 2

$ daicho --lang ja validate --layout juki nofile.dat
! daicho: nofile.dat を開けません（ありません）
? 3

$ LC_ALL=ja_JP.UTF-8 daicho validate --nix
! daicho: --nix という指定はありません
! 使い方は 'daicho help' または 'daicho コマンド --help' で表示します
? 2

$ daicho --lang ja validat
! daicho: コマンド 'validat' はありません。'validate' ではありませんか
! 使い方は 'daicho help' または 'daicho コマンド --help' で表示します
? 2

$ daicho --lang ja validate --layout jukii x.dat
! daicho: レイアウト 'jukii' はありません。'juki' ではありませんか
? 2

$ printf 'code,character\n0xF040,山\n' > g.csv; daicho --lang ja chars --gaiji g.csv --layout soufusaki --from fixed:cp932 $SAMPLES/good/soufusaki.dat
! daicho: g.csv:2:1: '0xF040' はコードではありません
!   CP932 は F040、Unicode は U+E000、ほかの文字コードは ibm-939:6941 のように書きます
? 2

$ printf '{"seq":1}\n{"seq":"1"\n' > bad.jsonl; daicho --lang ja convert --layout access-log --from jsonl --to csv bad.jsonl out.csv
! bad.jsonl:1:8: エラー D0311: この行は、文字列だけを値に持つ JSON オブジェクトではありません。値は文字列で書きます（数値は「"」で囲みます）
! bad.jsonl:2:1: エラー D0311: この行は、文字列だけを値に持つ JSON オブジェクトではありません。オブジェクトの途中で終わっています
! out.csv は作成していません
? 1

$ head -c 100 $SAMPLES/good/soufusaki.dat | gzip | head -c 60 > cut.gz; daicho --lang ja convert --layout soufusaki --from fixed --to csv cut.gz out.csv
! cut.gz:1:1: エラー D0202: ファイルがレコードの途中で終わっています（3451 バイトのうち 56 バイト）
! cut.gz: エラー D0121: 圧縮ファイルを最後まで展開できません。gzip のデータが途中で切れています
! out.csv は作成していません
? 1

$ printf "\360\240\256\267\n" > t.txt; daicho --lang ja chars --from utf-8 --strict-for cp932 t.txt >/dev/null
! cp932 で表せない文字：1 字種、1 字
? 1
