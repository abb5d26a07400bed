# A city, two days, and a receiver.
$ daicho sample register --residents 40 --seed 1 --as-of 20251119 --out day1.csv && daicho sample evolve --changes 200 --seed 2 --as-of 20251120 day1.csv day2.csv
$ for day in 19 20; do daicho run cs-update --config $SAMPLES/daicho.toml --register day$((day - 18)).csv --state state --out out --as-of 202511$day $([ $day = 19 ] && echo --initial) >/dev/null 2>&1; done; ls out
cs-update_20251119000000_001
cs-update_20251120000000_001
$ openssl req -x509 -nodes -newkey rsa:2048 -subj /C=JP/CN=receiver -keyout receiver.key -out receiver.pem -days 30 2>/dev/null
$ openssl req -x509 -nodes -newkey rsa:1024 -subj /C=JP/CN=weak -keyout weak.key -out weak.pem -days 30 2>/dev/null
$ mkdir a b full && touch full/photo.jpg
$ printf '%s\n' 'daicho media assist --state state --now 20251120103000 2>&1 | grep -v ledger | grep -v "^$" | sed -E "s/([0-9a-f]{8} ?){8}/DIGEST/; s/（20[0-9]{2}-[0-9-]+ まで）/（DAY まで）/"; exit ${PIPESTATUS[0]}' > assist.sh

# Step by step, with every kind of slip on the way.
$ printf '%s\n' 9 x ２ none.pem weak.pem receiver.pem たぶん はい '' いいえ 1 full nowhere a '　' 市民課長 本人確認情報の更新 USBメモリ '' はい | bash assist.sh
処理結果を電子記録媒体に書き出します。順にお尋ねします。
最後に「はい」と答えるまで、何も書きません。やめるときは、いつでも「やめる」と入力してください。
■ 1／6　どの処理の結果を渡しますか
番号  処理                処理日      処理番号                      媒体
   1  本人確認情報の更新  2025-11-20  cs-update_20251120000000_001  まだ
   2  本人確認情報の更新  2025-11-19  cs-update_20251119000000_001  まだ
番号：　→ 1 から 2 までの番号で答えてください。
番号：　→ 1 から 2 までの番号で答えてください。
番号：
■ 2／6　だれが開けますか（受け取る方の証明書）
証明書ファイル（*.pem）：　→ その名前のファイルはありません。
証明書ファイル（*.pem）：　名前：CN=weak,C=JP
　鍵　：RSA 1024（DAY まで）
　拇印：DIGEST
　→ この証明書は使えません（鍵が弱すぎます（RSA 1024）。RSA 2048 以上が必要です）。相手方に新しいものを頼んでください。
証明書ファイル（*.pem）：　名前：CN=receiver,C=JP
　鍵　：RSA 2048（DAY まで）
　拇印：DIGEST
拇印を、相手方と電話などで読み合わせましたか（はい／いいえ）：　→ 「はい」か「いいえ」で答えてください。やめるときは「やめる」です。
拇印を、相手方と電話などで読み合わせましたか（はい／いいえ）：次の証明書ファイル（なければ Enter）：
■ 3／6　市の署名を付けますか
署名を付けますか（相手方に求められているときだけ「はい」）（はい／いいえ）：
■ 4／6　どの媒体に書きますか（空のもの）
同じものを何枚作りますか（正だけなら 1、正と副なら 2）：正の媒体のフォルダー（例 /media/usb）：　→ 空ではありません。空の媒体を入れてください。
正の媒体のフォルダー（例 /media/usb）：　→ そのフォルダーはありません。媒体が入っていますか。
正の媒体のフォルダー（例 /media/usb）：
■ 5／6　記録と送付票に書くこと
承認した責任者（職名と氏名）：　→ 入力してください。
承認した責任者（職名と氏名）：渡す目的：媒体の種類（USBメモリ、DVD-R など。省くときは Enter）：備考（なければ Enter）：
■ 6／6　確認
ファイル                                レイアウト    件数  バイト数
honnin_132101_A_20251119000000_001.dat  本人確認情報    40    70,880
一件目のレコード（honnin_132101_A_20251119000000_001.dat。個人の情報は * で隠しています）
　住民票コード                    ****
　漢字氏名                        ****
　外字数(氏名)                    000
　ふりがな氏名                    ****
　清音化かな氏名                  ****
　生年月日                        ****
　性別                            ****
　市町村コード                    ****
　大字・字コード                  ****
　郵便番号                        ****
　住所                            ****
　外字数(住所)                    000
　個人番号                        ****
　住民となった日                  ****
　住所を定めた日                  ****
　届出の年月日                    ****
　（以下の項目は省略）
宛先　　：市町村CS
開ける人：CN=receiver,C=JP
　　拇印：DIGEST
署名　　：なし
媒体　　：a（正）
承認者　：市民課長
目的　　：本人確認情報の更新
媒体種別：USBメモリ
備考　　：なし
この内容で書き込みますか（はい／いいえ）：
書き込んでいます。終わるまで媒体を抜かないでください。
　台帳の 3 番に記録しました（head DIGEST）
書き終わり、媒体から読み戻して確かめました。
管理番号は M20251120-001 です。
次にすること：
　・a/slip.html をブラウザーで開き、送付票を印刷する（A4 一枚）
　・媒体を正しい手順で取り出し、送付票と一緒に施錠できるケースに入れる
　・渡したら記録する：daicho media close --state state --medium M20251120-001 --event handed --by 氏名
$ ls a; daicho media verify a | tail -1
M20251120-001_001of001.cms
SHA256SUMS
slip.html
slip.txt
verdict: good, 1 volume as listed; not opened, for want of a key

# Whoever ends it, or goes away, has written nothing.
$ printf '%s\n' 1 receiver.pem はい '' やめる | bash assist.sh | tail -2; ls b
署名を付けますか（相手方に求められているときだけ「はい」）（はい／いいえ）：
やめました。何も書いていません。
$ printf '%s\n' 1 receiver.pem はい '' いいえ 1 b 市民課長 更新 '' '' いいえ | bash assist.sh | tail -1; ls b
やめました。何も書いていません。
$ bash assist.sh < /dev/null | tail -1; ls b
やめました。何も書いていません。
$ daicho media list --state state | wc -l
2

# The same run again wants a reason.
$ printf '%s\n' 2 いいえ | bash assist.sh | tail -3
なくしたときは、先に個人情報保護の担当へ報告してください。
作り直しますか（はい／いいえ）：
やめました。何も書いていません。
$ printf '%s\n' 2 はい 媒体の破損 receiver.pem はい '' いいえ 1 b 市民課長 更新 '' '' はい | bash assist.sh | tail -6
書き終わり、媒体から読み戻して確かめました。
管理番号は M20251120-002 です。
次にすること：
　・b/slip.html をブラウザーで開き、送付票を印刷する（A4 一枚）
　・媒体を正しい手順で取り出し、送付票と一緒に施錠できるケースに入れる
　・渡したら記録する：daicho media close --state state --medium M20251120-002 --event handed --by 氏名
$ daicho media list --state state | awk '{ print $1, $4 }'
管理番号 状態
M20251120-001 作成（M20251120-002
M20251120-002 作成（M20251120-001
$ daicho media assist
! daicho: --state is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
