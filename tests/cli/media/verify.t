# A medium of several volumes arrives.
$ daicho sample register --residents 600 --seed 1 --as-of 20251119 --out day1.csv
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20251119 --initial >/dev/null 2>&1
$ for who in receiver other signer; do openssl req -x509 -nodes -newkey rsa:2048 -subj /C=JP/CN=$who -keyout $who.key -out $who.pem -days 30 2>/dev/null; done
$ mkdir a b
$ daicho media write --state state --run cs-update_20251119000000_001 --to a --to b --capacity 1M --recipient receiver.pem --signer signer.pem --key signer.key --approved-by 市民課長 --purpose 更新 --now 20251120103000 >/dev/null 2>&1
$ ls a/*.cms b/*.cms
a/M20251120-001_001of002.cms
b/M20251120-001_002of002.cms
$ printf '%s\n' 'daicho --lang ja media verify "$@" | sed -E "s/[0-9A-F]{38,40}/SERIAL/; s/（[0-9]{6} バイト/（BYTES バイト/"; exit ${PIPESTATUS[0]}' > verify.sh
$ bash verify.sh a b
OK  M20251120-001_001of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_002of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_001of002.cms: 宛先 CN=receiver,C=JP, SERIAL
判定：良。2 巻は一覧のとおり。鍵がないので中は見ていません
$ bash verify.sh a b --key receiver.key --certificate receiver.pem --ca signer.pem --extract in
OK  M20251120-001_001of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_002of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_001of002.cms: 宛先 CN=receiver,C=JP, SERIAL
OK  M20251120-001_001of002.cms: 復号しました。署名者 CN=signer,C=JP（認証局で確認）
OK  M20251120-001_002of002.cms: 復号しました。署名者 CN=signer,C=JP（認証局で確認）
OK  honnin_132101_A_20251119000000_001.dat: そろっています（600 件、1063200 バイト）
--  honnin_132101_A_20251119000000_001.dat: レコードの検査で警告 2 件
OK  honnin_132101_A_20251119000000_001.dat: 取り出しました：in/honnin_132101_A_20251119000000_001.dat
OK  manifest.json: 取り出しました：in/manifest.json
判定：良。2 巻、1 ファイル、600 件がそろい、内容も正しい
$ stat -c %a in in/*; cmp in/*.dat out/*/honnin*.dat && cmp in/manifest.json out/*/manifest.json
700
600
600
$ daicho --lang en media verify a b --key receiver.key --certificate receiver.pem | tail -1
verdict: good, 2 volumes, 1 file, 600 records, whole and valid; the signer is not verified

# What can happen to it on the way.
$ bash verify.sh a
OK  M20251120-001_001of002.cms: 一覧のとおり（BYTES バイト）
NG  M20251120-001: 次の巻がありません：002（媒体が複数あるときは、すべてのフォルダーを指定します）
OK  M20251120-001_001of002.cms: 宛先 CN=receiver,C=JP, SERIAL
判定：不可。誤り 1 件
? 1
$ cp -r a cut && truncate -s -100000 cut/*_001of002.cms && bash verify.sh cut b
NG  M20251120-001_001of002.cms: 途中で切れています（BYTES バイト）
OK  M20251120-001_002of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_002of002.cms: 宛先 CN=receiver,C=JP, SERIAL
判定：不可。誤り 1 件
? 1
$ cp -r a flip && printf XYZW | dd of=flip/M20251120-001_001of002.cms bs=1 seek=$(($(wc -c < flip/*.cms) - 12)) conv=notrunc status=none && bash verify.sh flip b
NG  M20251120-001_001of002.cms: 内容が書き換わっています（SHA-256 が一覧と違います）
OK  M20251120-001_002of002.cms: 一覧のとおり（BYTES バイト）
OK  M20251120-001_002of002.cms: 宛先 CN=receiver,C=JP, SERIAL
判定：不可。誤り 1 件
? 1
$ touch a/Thumbs.db && bash verify.sh a b | grep Thumbs
--  Thumbs.db: 媒体のファイルではありません（見ていません）
$ rm a/Thumbs.db

# Whoever changes the list as well is found by the seal.
$ (cd flip && sha256sum *.cms > SHA256SUMS) && bash verify.sh flip b --key receiver.key --certificate receiver.pem | grep -v ^OK
NG  M20251120-001_001of002.cms: 復号できません。鍵が違うか、暗号化した後に書き換えられています
NG  honnin_132101_A_20251119000000_001.dat: そろっていません（0 / 1063200 バイト）
判定：不可。誤り 2 件
$ bash verify.sh a b --key other.key --certificate other.pem | grep -v ^OK
NG  M20251120-001_001of002.cms: この証明書あてに暗号化されていません
NG  M20251120-001_002of002.cms: この証明書あてに暗号化されていません
判定：不可。誤り 2 件
$ bash verify.sh a b --key receiver.key --certificate receiver.pem --ca other.pem --extract never | grep -v ^OK; ls never
NG  M20251120-001_001of002.cms: 署名者「CN=signer,C=JP」は、指定の認証局が認めた者ではありません
NG  M20251120-001_002of002.cms: 署名者「CN=signer,C=JP」は、指定の認証局が認めた者ではありません
--  honnin_132101_A_20251119000000_001.dat: レコードの検査で警告 2 件
判定：不可。誤り 2 件
! ls: cannot access 'never': No such file or directory
? 2

# Whoever seals something of his own is found by the signature, and by the strict archive.
$ mkdir forged && printf x > medium.json && tar cf forged.tar medium.json && openssl cms -encrypt -aes-256-gcm -binary -in forged.tar -outform DER -out forged/M20251120-001_001of001.cms receiver.pem && (cd forged && sha256sum *.cms > SHA256SUMS)
$ bash verify.sh forged --key receiver.key --certificate receiver.pem --ca signer.pem | grep -v ^OK
NG  M20251120-001_001of001.cms: 署名がありません
判定：不可。誤り 1 件
$ bash verify.sh forged --key receiver.key --certificate receiver.pem --extract never | grep -v ^OK; ls never
NG  M20251120-001_001of001.cms: 中の書庫が正しくありません（member 1 is not of the kind that a medium holds）
判定：不可。誤り 1 件

# Usage.
$ daicho media verify a --key receiver.key
! daicho: --key and --certificate go together
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho media verify a --extract in2
! daicho: --ca, --extract and --key-passphrase need --key and --certificate
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho media verify a --key receiver.key --certificate other.pem
! daicho: receiver.key is not the key of other.pem
? 2
$ daicho media verify a b --key receiver.key --certificate receiver.pem --extract in
! daicho: --extract takes a new or an empty folder; in is none
? 2
$ daicho media verify none
! daicho: none is no folder
? 3
