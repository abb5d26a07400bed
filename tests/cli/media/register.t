# A medium in two copies, from hand to hand.
$ daicho sample register --residents 20 --seed 1 --as-of 20251119 --out day1.csv
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20251119 --now 20251119000000000 --initial >/dev/null 2>&1
$ openssl req -x509 -nodes -newkey rsa:2048 -subj /CN=receiver -keyout receiver.key -out receiver.pem -days 30 2>/dev/null
$ mkdir a b
$ daicho media write --state state --run cs-update_20251119000000_001 --to a --to b --copies 2 --recipient receiver.pem --approved-by 市民課長 --purpose '=更新, "定例"' --now 20251120103000 >/dev/null 2>&1
$ printf '%s\n' 'daicho media close --state state --medium M20251120-001 "$@" 2>&1 | grep -v ledger' > close.sh
$ sh close.sh --copy 1 --event handed --by 見本花子 --at 20251120130000 --method '手渡し（施錠ケース）'
M20251120-001（正）: 引渡を記録しました　2025-11-20 13:00 見本花子
$ sh close.sh --copy 1 --event received --by 受付担当 --at 20251121090000
M20251120-001（正）: 受領を記録しました　2025-11-21 09:00 受付担当
$ sh close.sh --copy 2 --event erased --by 見本花子 --at 20251122100000 --method 物理破壊 --note 不要のため
M20251120-001（副）: 消去を記録しました　2025-11-22 10:00 見本花子
$ daicho media list --state state | sed -E 's/[a-z]+@[^ ]+/ACCOUNT/'
管理番号       正副  媒体数  状態  日時              担当      宛先      件数  承認者    処理番号
M20251120-001  正         1  受領  2025-11-21 09:00  受付担当  市町村CS    20  市民課長  cs-update_20251119000000_001
M20251120-001  副         1  消去  2025-11-22 10:00  見本花子  市町村CS    20  市民課長  cs-update_20251119000000_001
$ daicho media list --state state --report csv | sed -E 's/[^,]+@[^,]+/ACCOUNT/; s/[0-9a-f]{64}/DIGEST/g; s/,[0-9]{5},/,BYTES,/g' | tr -d '\r'
﻿管理番号,正副,状態,媒体種別,媒体数,宛先,ファイル名,レイアウト名・版,件数,バイト数,SHA-256,暗号化ファイル名,暗号化ファイルのバイト数,暗号化ファイルのSHA-256,暗号方式,宛先証明書,作成日時,作成者,承認者,目的,引渡日時,引渡者,引渡方法,受領日時,受領者,受領方法,返却日時,返却者,返却方法,消去日時,消去者,消去方法,紛失日時,紛失者,紛失方法,備考,再作成の元,再作成の先,処理番号
M20251120-001,正,受領,,1,市町村CS,honnin_132101_A_20251119000000_001.dat,honnin 1.0,20,BYTES,DIGEST,M20251120-001_001of001.cms,BYTES,DIGEST,AES-256-GCM,CN=receiver (DIGEST),2025-11-20 10:30,ACCOUNT,市民課長,"'=更新, ""定例""",2025-11-20 13:00,見本花子,手渡し（施錠ケース）,2025-11-21 09:00,受付担当,,,,,,,,,,,,,,cs-update_20251119000000_001
M20251120-001,副,消去,,1,市町村CS,honnin_132101_A_20251119000000_001.dat,honnin 1.0,20,BYTES,DIGEST,M20251120-001_001of001.cms,BYTES,DIGEST,AES-256-GCM,CN=receiver (DIGEST),2025-11-20 10:30,ACCOUNT,市民課長,"'=更新, ""定例""",,,,,,,,,,2025-11-22 10:00,見本花子,物理破壊,,,,不要のため,,,cs-update_20251119000000_001
$ daicho media list --state state --report json | python3 -c "import json,sys; [print(d['number'], d['copy'], d['state'], [h['event'] for h in d['history']]) for d in map(json.loads, sys.stdin)]"
M20251120-001 1 received ['made', 'handed', 'received']
M20251120-001 2 erased ['made', 'erased']

# All that the ledger has of a medium, by its number; and of one thing that happened to it.
$ daicho ledger show M20251120-001 --state state | grep -E '^entry|^  (run|people|individual numbers|event|by|copy|reference) '
entry 2: medium
  run                 cs-update_20251119000000_001
  people              20
  individual numbers  20
  run                 cs-update_20251119000000_001
  reference           M20251120-001
entry 3: handed
  run                 cs-update_20251119000000_001
  people              0
  individual numbers  0
  by                  見本花子
  copy                1
  event               handed
  reference           M20251120-001/1/handed
entry 4: received
  run                 cs-update_20251119000000_001
  people              0
  individual numbers  0
  by                  受付担当
  copy                1
  event               received
  reference           M20251120-001/1/received
entry 5: medium-erased
  run                 cs-update_20251119000000_001
  people              0
  individual numbers  0
  by                  見本花子
  copy                2
  event               erased
  reference           M20251120-001/2/erased
$ daicho ledger show M20251120-001/2/erased --state state | grep -E '^entry|reason|method'
entry 5: medium-erased
  reason              不要のため
  method              物理破壊

# What cannot be, and what is no such thing.
$ sh close.sh --copy 1 --event received --by 受付担当 --at 20251121090000
daicho: M20251120-001 (正): 'received' cannot follow on 'received' (20251121090000, 受付担当); next may be: returned, erased, lost, note
$ sh close.sh --copy 1 --event returned --by 受付担当 --at 20251120000000
daicho: M20251120-001 (正): 20251120000000 lies before 'received' of 20251121090000
$ sh close.sh --copy 1 --event returned --by 受付担当 --at 20991120000000
daicho: M20251120-001 (正): 20991120000000 lies in the future
$ sh close.sh --event handed --by 見本花子
daicho: M20251120-001 has 2 copies; name one with --copy
$ sh close.sh --copy 1 --event sold --by 見本花子
daicho: --event takes handed, received, returned, erased, lost or note, not 'sold'
Try 'daicho help' or 'daicho COMMAND --help'.
$ sh close.sh --copy 0 --event handed --by 見本花子
daicho: --copy counts from 1
Try 'daicho help' or 'daicho COMMAND --help'.
$ daicho media close --state state --medium M1 --event handed --by 見本花子
! daicho: --medium takes a number as M20261120-001, not 'M1'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho media close --state state --medium M20251120-009 --event handed --by 見本花子
! daicho: ledger: entry 9, head HEAD
! daicho: the ledger knows no medium M20251120-009
? 5
$ daicho media list --state none
! daicho: there is no ledger in none
? 5
$ daicho media list --state state --report html
! daicho: --report takes text, csv or json, not 'html'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# In Japanese: refusals, headings and verdicts.
$ daicho --lang ja media close --state state --medium M20251120-001 --copy 1 --event handed --by 見本花子 2>&1 | grep -v 'ledger: entry'
daicho: M20251120-001 (正)：'received'（20251121090000、受付担当）の次に 'handed' は記録できません。次に記録できるもの：returned, erased, lost, note
$ daicho --lang ja ledger list --state state --kind refused | sed -E 's/ +$//' | head -1; daicho --lang ja ledger list --state state | grep -o '台帳の開始\|媒体の作成\|引渡\|受領\|媒体の消去'
番号  日時              種類  処理番号  渡す先  人数  個人番号  アカウント  承認者
台帳の開始
媒体の作成
引渡
受領
媒体の消去
$ daicho --lang ja ledger show M20251120-001 --state state | grep -E '^記録|渡す先|人数|個人番号|承認者' | head -6
記録 2: 媒体の作成
  渡す先              市町村CS
  人数                20
  個人番号            20
  承認者              市民課長
ファイル                                渡す先  件数  個人番号  バイト数  sha256
$ daicho --lang ja ledger show 99 --state state
! daicho: state の台帳に 99 の記録はありません
? 5
$ daicho --lang ja ledger verify --state state | sed -E 's/台帳 [0-9a-f]{32}/台帳 ID/'
state: 台帳 ID、11 件、head HEAD
判定：良。連鎖、各欄、末尾の封印に誤りはありません（今日の鍵を持つ者による書き直しは --initial-key で調べます）
