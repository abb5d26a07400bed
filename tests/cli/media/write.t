# A city of twenty, its first run, and somebody who may receive it.
$ daicho sample register --residents 20 --seed 1 --as-of 20251119 --out day1.csv
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20251119 --initial >/dev/null 2>&1
$ openssl req -x509 -nodes -newkey rsa:2048 -subj /C=JP/O=CS/CN=receiver -keyout receiver.key -out receiver.pem -days 30 2>/dev/null
$ openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /C=JP/O=City/CN=signer -keyout signer.key -out signer.pem -days 30 2>/dev/null
$ openssl req -x509 -nodes -newkey rsa:1024 -subj /CN=weak -keyout weak.key -out weak.pem -days 30 2>/dev/null

# First to see what would be written; then two signed copies.
$ mkdir a b
$ printf '%s\n' 'daicho media write --state state --run cs-update_20251119000000_001 --approved-by 市民課長 --purpose 本人確認情報の更新 --now 20251120103000 "$@"' > write.sh
$ sh write.sh --to a --recipient receiver.pem --dry-run
medium     copy  serial  volumes     bytes  records  destination  folder
(dry run)  正    1/1           1  <= 86939       20  市町村CS     a
$ ls a
$ sh write.sh --to a --to b --copies 2 --recipient receiver.pem --signer signer.pem --key signer.key --media-type USBメモリ --slip slips 2>&1 | grep -v ledger | sed -E 's/  [0-9]{5}  /  BYTES  /'
medium         copy  serial  volumes  bytes  records  destination  folder
M20251120-001  正    1/1           1  BYTES       20  市町村CS     a
M20251120-001  副    1/1           1  BYTES       20  市町村CS     b
$ ls a/* b/* slips/*
a/M20251120-001_001of001.cms
a/SHA256SUMS
a/slip.html
a/slip.txt
b/M20251120-001_001of001.cms
b/SHA256SUMS
b/slip.html
b/slip.txt
slips/M20251120-001_slip_1of1_copy1.html
slips/M20251120-001_slip_1of1_copy1.txt
slips/M20251120-001_slip_1of1_copy2.html
slips/M20251120-001_slip_1of1_copy2.txt
$ sed -E 's/( [0-9a-f]{8}){8}/ DIGEST/; s/[0-9,]+,[0-9]{3}/BYTES/; s/^(作成者 +).*/\1ACCOUNT/' a/slip.txt | tr -d '\r' | sed 's/ *$//' | grep -v '^$'
電子記録媒体送付票
管理番号              M20251120-001
媒体通番              1／1
正副                  正
提供元（団体コード）  132101
宛先                  市町村CS
媒体種別              USBメモリ
作成日時              令和7年11月20日 10時30分（2025年）
作成者                ACCOUNT
承認者                市民課長
目的                  本人確認情報の更新
処理番号              cs-update_20251119000000_001
【内容　合計 20 件】
honnin_132101_A_20251119000000_001.dat
  レイアウト名・版    本人確認情報（honnin）1.0版
  形式                fixed:utf-16be,eol=crlf
  件数                20 件
  バイト数            BYTES
  SHA-256             DIGEST
【この媒体にある暗号化ファイル】
M20251120-001_001of001.cms
  バイト数            BYTES
  SHA-256             DIGEST
【暗号化】
暗号方式              AES-256-GCM（CMS、RFC 5083・5084）、鍵は RSAES-OAEP SHA-256。パスワードは使用せず、宛先証明書の秘密鍵で復号する
宛先証明書            CN=receiver,O=CS,C=JP（RSA 2048）
  拇印（SHA-256）     DIGEST
署名者証明書          CN=signer,O=City,C=JP
  拇印（SHA-256）     DIGEST
【授受の記録】
引渡  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  方法：　　　　　　
受領  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  方法：　　　　　　
返却  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  方法：　　　　　　
消去  日時：　　年　　月　　日　　時　　分  消去した者：　　　　　　　　  立会者：　　　　　　　　  方法：　　　　　　
【備考】
【開き方】
1. 媒体のフォルダーで、書かれたとおりかを確かめる
     sha256sum -c SHA256SUMS
2. 空のフォルダーに移り、復号する
     openssl cms -decrypt -inform DER -in 媒体/M20251120-001_001of001.cms -inkey 鍵.pem -recip 証明書.pem -out content
3. 署名を確かめる
     openssl cms -verify -inform DER -in content -CAfile 認証局.pem -out content.tar
4. 展開する
     tar xf content.tar
5. 中のファイルを確かめる
     sha256sum -c SHA256SUMS

# On record: the run's own count of people and numbers, approver and purpose.
$ daicho ledger list --state state --kind medium --report json | python3 -c "import json,sys; d=json.loads(sys.stdin.readline()); print(d['kind'], d['reference'], d['destination'], d['people'], d['individual_numbers'], d['approved_by'], d['purpose'])"
medium M20251120-001 市町村CS 20 20 市民課長 本人確認情報の更新

# The receiver needs nothing but openssl and tar.
$ cd b && sha256sum -c SHA256SUMS
M20251120-001_001of001.cms: OK
$ openssl cms -decrypt -inform DER -in b/M20251120-001_001of001.cms -inkey receiver.key -recip receiver.pem -out content && openssl cms -verify -inform DER -in content -CAfile signer.pem -out content.tar
! CMS Verification successful
$ mkdir x && tar xf content.tar -C x && ls x && cd x && sha256sum -c SHA256SUMS && cmp honnin*.dat ../out/*/honnin*.dat && cmp manifest.json ../out/*/manifest.json
SHA256SUMS
honnin_132101_A_20251119000000_001.dat
manifest.json
medium.json
honnin_132101_A_20251119000000_001.dat: OK

# Nobody's 個人番号 stands on a medium in the clear.
$ daicho convert --layout juki --to jsonl day1.csv - 2>/dev/null | grep -oE '"individual_no":"[0-9]{12}"' | grep -oE '[0-9]{12}' > numbers; wc -l < numbers; grep -a -l -F -f numbers a/* slips/*
22
? 1

# The same command again has nothing left to do; another medium must say why.
$ sh write.sh --to a --to b --copies 2 --recipient receiver.pem 2>&1 | sed -E 's/  [0-9]{5}  /  BYTES  /'
daicho: the medium M20251120-001 is complete: nothing was left to do
medium         copy  serial  volumes  bytes  records  destination  folder
M20251120-001  正    1/1           1  BYTES       20  市町村CS     a
M20251120-001  副    1/1           1  BYTES       20  市町村CS     b
$ mkdir c && sh write.sh --to c --recipient receiver.pem 2>/dev/null
? 5
$ sh write.sh --to c --recipient receiver.pem --redo --reason 媒体の破損 2>&1 | grep -v ledger | sed -E 's/  [0-9]{5}  /  BYTES  /'
medium         copy  serial  volumes  bytes  records  destination  folder
M20251120-002  正    1/1           1  BYTES       20  市町村CS     c

# What is refused.
$ mkdir d && touch d/photo.jpg
$ sh write.sh --to d --recipient receiver.pem --redo --reason 試験 2>&1 | grep -v ledger
daicho: d holds other things (photo.jpg); a medium begins empty
$ rm d/photo.jpg; sh write.sh --to d --recipient weak.pem --redo --reason 試験 2>&1 | grep -v ledger
daicho: weak.pem: its key is too weak (RSA 1024); at least RSA 2048
$ sh write.sh --to d --recipient receiver.pem --signer signer.pem --key receiver.key --redo --reason 試験 2>&1 | grep -v ledger
daicho: signer.pem: the signing key is not its key
$ sh write.sh --to d --recipient receiver.pem --copies 2 --redo --reason 試験 2>&1 | grep -v ledger
daicho: 1 medium a copy, 2 copies: --to must name 2 empty folders, not 1
$ sh write.sh --to d --recipient receiver.pem --acknowledge-rejects 3 --redo --reason 試験 2>&1 | grep -v ledger
daicho: cs-update_20251119000000_001 holds nobody back: --acknowledge-rejects 3 is about another
$ sh write.sh --to d --recipient receiver.pem --capacity 10 --redo --reason 試験
! daicho: --capacity takes bytes, as 700M or 4700000000, at least 1M, not '10'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ sh write.sh --to d --recipient receiver.pem --destination 選挙人名簿 --redo --reason 試験
! daicho: the run cs-update_20251119000000_001 has no file for '選挙人名簿'; it has:
!   access-log
!   市町村CS (honnin)
? 2
$ sh write.sh --to d --recipient state/state.sqlite
! daicho: state/state.sqlite holds no certificate in PEM form: no start line
? 2
$ sh write.sh --to d
! daicho: --recipient is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ ls d

# A value that is none, and a day to come.
$ sh write.sh --to '' --recipient receiver.pem
! daicho: --to has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ sh write.sh --to d --recipient ''
! daicho: --recipient has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ sed 's/--now 2025/--now 2099/' write.sh | sh -s -- --to d --recipient receiver.pem
! daicho: --now: 20991120103000 lies in the future
? 5
$ daicho media verify ''
! daicho: DIR has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# In Japanese: the result and what refuses it.
$ sed 's/daicho/daicho --lang ja/' write.sh > ja.sh; sh ja.sh --to d --recipient receiver.pem 2>&1 | grep -v 'ledger: entry'
daicho: cs-update_20251119000000_001 の媒体はすでにあります（M20251120-002、作成 20251120103000）。作り直すには --redo --reason 理由 を付けます
$ sh ja.sh --to d --recipient receiver.pem --redo --reason 試験 --dry-run
管理番号  正副  媒体通番  巻数    バイト数  件数  宛先      フォルダー
（試行）  正    1/1          1  最大 86939    20  市町村CS  d
$ sh ja.sh --to d --to d --recipient receiver.pem --redo --reason 試験 --acknowledge-rejects 5 2>&1 | grep -v 'ledger: entry'
daicho: d と d は同じフォルダーです
$ mkdir full && touch full/x && sh ja.sh --to full --recipient receiver.pem --redo --reason 試験 2>&1 | grep -v 'ledger: entry'
daicho: full は空ではありません（x）。空の媒体に書きます
