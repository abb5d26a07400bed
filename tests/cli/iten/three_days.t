# A household of three, an elder and a young man whose name CP932 lacks: three days of 移転 files.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . && mkdir cases && for id in 02-shisanzei 03-nozei 06-koki-koreisha 07-kaigo 08-rojin-fukushi 09-seikatsu-hogo 10-chugoku-zanryu 11-shogai-sogo-shien 12-shintai-shogai 13-chiteki-shogai 14-tokubetsu-shogai-teate 19-jido-fuyo-teate 20-hitorioya 22-shogaiji-tsusho 23-iryohi-josei; do echo addressee_no >cases/$id.csv; done
$ printf 'addressee_no\n000000000000035\n000000000000051\n000000000009999\n' >cases/02-shisanzei.csv; printf 'household_no\n000000000000116\n' >cases/09-seikatsu-hogo.csv

# Without a state there is nothing to compare with.
$ set -o pipefail; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119
! daicho: there is no state in state; --initial begins one
? 5

# The first day: full files, one for each destination.
$ set -o pipefail; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial | sed -E 's/ +[0-9]+\.[0-9]{2} +/  /; s/-{5,}/-----/g; s/ +/ /g'
job destination records rejects bytes seconds folder
iten access-log 30 1 25440 out/iten_20261119000000_001
iten 市民部　市民税課　個人住民税 5 1 2289 out/iten_20261119000000_001
iten 市民部　資産税課　固定資産税 1 1 2744 out/iten_20261119000000_001
iten 市民部　納税課　収納 0 1 0 out/iten_20261119000000_001
iten 市民部　保険年金課　国民健康保険 4 1 16984 out/iten_20261119000000_001
iten 市民部　保険年金課　国民年金 2 1 7814 out/iten_20261119000000_001
iten 市民部　保険年金課　後期高齢者医療 1 1 4106 out/iten_20261119000000_001
iten 福祉保健部　介護福祉課　介護保険 1 1 5733 out/iten_20261119000000_001
iten 福祉保健部　介護福祉課　老人福祉 0 1 0 out/iten_20261119000000_001
iten 福祉保健部　地域福祉課　生活保護 1 1 4646 out/iten_20261119000000_001
iten 福祉保健部　地域福祉課　中国残留邦人等支援 0 1 729 out/iten_20261119000000_001
iten 福祉保健部　自立生活支援課　障害者総合支援 0 1 817 out/iten_20261119000000_001
iten 福祉保健部　自立生活支援課　身体障害者福祉 0 1 0 out/iten_20261119000000_001
iten 福祉保健部　自立生活支援課　知的障害者福祉 0 1 0 out/iten_20261119000000_001
iten 福祉保健部　自立生活支援課　特別障害者手当等 0 1 0 out/iten_20261119000000_001
iten 福祉保健部　健康課　予防接種 5 1 1759 out/iten_20261119000000_001
iten 福祉保健部　健康課　母子保健 1 1 1084 out/iten_20261119000000_001
iten 福祉保健部　健康課　健康増進 3 1 1096 out/iten_20261119000000_001
iten 子ども家庭部　子育て支援課　児童手当 4 1 16984 out/iten_20261119000000_001
iten 子ども家庭部　子育て支援課　児童扶養手当 0 1 0 out/iten_20261119000000_001
iten 子ども家庭部　子育て支援課　ひとり親支援 0 1 0 out/iten_20261119000000_001
iten 子ども家庭部　保育課　教育・保育給付 3 1 1759 out/iten_20261119000000_001
iten 子ども家庭部　児童発達支援担当　障害児通所給付 0 1 0 out/iten_20261119000000_001
iten 子ども家庭部・福祉保健部　医療費助成等 2 1 1235 out/iten_20261119000000_001
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
! daicho: 1 person was held back by errors: rejects.csv
? 1
$ cat out/iten_20261119000000_001/rejects.csv
addressee_no,record,severity,code,item,name,reason
000000000000051,,error,D1002,name_kanji,漢字氏名,「漢字氏名」に cp932 では書けない文字 U+20BB7 があります（移転先: 市民部　資産税課　固定資産税）
000000000009999,,warning,D4007,,,対象者名簿の番号 000000000009999 は台帳にありません（02-shisanzei.csv の 4 行目）

# What was handed over and what the log says are the same numbers; nobody is handed a 住民票コード.
$ for file in out/iten_20261119000000_001/iten.*; do layout=$(basename $file); daicho convert --layout ${layout%%_*} --to jsonl $file - 2>/dev/null; done >handed-over.jsonl; grep -c '"individual_no"' handed-over.jsonl
30
$ daicho convert --layout access-log --to csv out/iten_20261119000000_001/access-log_132101_D_20261119000000_001.dat - 2>/dev/null >log.csv; wc -l <log.csv; head -3 log.csv
31
SEQ,団体内統合宛名番号,宛名番号,操作日,操作内容コード,システムコード,管理番号,操作端末,端末コンピュータ名,操作職員番号,操作職員所属名称,操作職員名称,備考
000000000001,000000000000019,000000000000019,20261119000000000,06,JUKI,20261119000000_001,192.0.2.11,juki-batch-01,000001,市民部市民課,夜間バッチ,市民部　市民税課　個人住民税
000000000002,000000000000019,000000000000019,20261119000000000,06,JUKI,20261119000000_001,192.0.2.11,juki-batch-01,000001,市民部市民課,夜間バッチ,市民部　保険年金課　国民健康保険
$ grep -c 'juminhyo_code\|12345000' handed-over.jsonl
0
? 1

# The second day: the wife has died, a child was born, the elder moved within the city, the young man turns 19 on the
# morrow and so is 19 today, and of the father only 異動 and 備考 changed: who may see 住民届出日 is told.
$ set -o pipefail; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day2.jsonl --state state --out out --as-of 20261120 | sed -E 's/ +[0-9]+\.[0-9]{2} +/  /; s/-{5,}/-----/g; s/ +/ /g'
job destination records rejects bytes seconds folder
iten access-log 19 1 16112 out/iten_20261120000000_001
iten 市民部　市民税課　個人住民税 4 1 2012 out/iten_20261120000000_001
iten 市民部　保険年金課　国民健康保険 3 1 12738 out/iten_20261120000000_001
iten 市民部　保険年金課　国民年金 3 1 11721 out/iten_20261120000000_001
iten 市民部　保険年金課　後期高齢者医療 1 1 4106 out/iten_20261120000000_001
iten 福祉保健部　介護福祉課　介護保険 1 1 5733 out/iten_20261120000000_001
iten 福祉保健部　地域福祉課　生活保護 1 1 4646 out/iten_20261120000000_001
iten 福祉保健部　健康課　予防接種 3 1 1287 out/iten_20261120000000_001
iten 福祉保健部　健康課　母子保健 1 1 1069 out/iten_20261120000000_001
iten 福祉保健部　健康課　健康増進 2 1 936 out/iten_20261120000000_001
iten 子ども家庭部　子育て支援課　児童手当 4 1 16984 out/iten_20261120000000_001
iten 子ども家庭部　保育課　教育・保育給付 3 1 1764 out/iten_20261120000000_001
iten 子ども家庭部・福祉保健部　医療費助成等 2 1 1220 out/iten_20261120000000_001
! daicho: ledger: entry 2, head HEAD
! daicho: 1 person was held back by errors: rejects.csv
? 1
$ show() { daicho convert --layout iten.$1 --to jsonl out/iten_$2000000_001/iten.$1_* - 2>/dev/null | grep -o '"change_class":"."\|"move_reason":".."\|"addressee_no":"[0-9]*"\|"address":"[^"]*"\|"removal_[a-z]*":"[0-9]*"\|"honseki":"[^"]*"' | paste -sd' ' | sed 's/ "change/\n"change/g'; }; declare -f show >show.sh
$ . ./show.sh; show 04-kokuho 20261120
"change_class":"2" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"40" "addressee_no":"000000000000019" "removal_class":"0"
"change_class":"3" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"23" "addressee_no":"000000000000027" "removal_class":"2" "removal_date":"20261119" "removal_reason":"23"
"change_class":"1" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"13" "addressee_no":"000000000000060" "removal_class":"0"
$ . ./show.sh; show 05-nenkin 20261120
"change_class":"2" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"40" "addressee_no":"000000000000019" "removal_class":"0"
"change_class":"3" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"23" "addressee_no":"000000000000027" "removal_class":"2" "removal_date":"20261119" "removal_reason":"23"
"change_class":"1" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"11" "addressee_no":"000000000000051" "removal_class":"0"
$ . ./show.sh; show 09-seikatsu-hogo 20261120
"change_class":"2" "address":"東京都小金井市東町１丁目２番３号" "move_reason":"31" "addressee_no":"000000000000043" "removal_class":"0" "honseki":"東京都小金井市本町６丁目６番"
$ . ./show.sh; show 15-yobo-sesshu 20261120
"change_class":"3" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"23" "addressee_no":"000000000000027" "removal_class":"2" "removal_date":"20261119" "removal_reason":"23"
"change_class":"2" "address":"東京都小金井市東町１丁目２番３号" "move_reason":"31" "addressee_no":"000000000000043" "removal_class":"0"
"change_class":"1" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"13" "addressee_no":"000000000000060" "removal_class":"0"
$ . ./show.sh; show 18-jido-teate 20261120
"change_class":"2" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"40" "addressee_no":"000000000000019" "removal_class":"0"
"change_class":"3" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"23" "addressee_no":"000000000000027" "removal_class":"2" "removal_date":"20261119" "removal_reason":"23"
"change_class":"3" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"11" "addressee_no":"000000000000051" "removal_class":"0"
"change_class":"1" "address":"東京都小金井市本町６丁目６番３号" "move_reason":"13" "addressee_no":"000000000000060" "removal_class":"0"

# The same again: nothing is new.
$ set -o pipefail; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day2.jsonl --state state --out out --as-of 20261120
iten: nothing new; this input was published as iten_20261120000000_001

# The third day: the child has got its number, a mother and son arrive from abroad, and the elder is under 支援措置:
# the tax office gets her record without addresses, 健康増進 gets nothing of her. Control records around the data.
$ printf 'addressee_no\n000000000000043\n' >suppress.csv; sed -i '/^\[iten\]/,/^\[/s/^envelope = "none"/envelope = "control"/' daicho.toml
$ set -o pipefail; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day3.jsonl --state state --out out --as-of 20261121 --suppress suppress.csv | sed -E 's/ +[0-9]+\.[0-9]{2} +/  /; s/-{5,}/-----/g; s/ +/ /g'
job destination records rejects bytes seconds folder
iten access-log 26 1 22048 out/iten_20261121000000_001
iten 市民部　市民税課　個人住民税 4 1 2127 out/iten_20261121000000_001
iten 市民部　保険年金課　国民健康保険 3 1 13716 out/iten_20261121000000_001
iten 市民部　保険年金課　国民年金 1 1 4394 out/iten_20261121000000_001
iten 市民部　保険年金課　後期高齢者医療 1 1 5080 out/iten_20261121000000_001
iten 福祉保健部　介護福祉課　介護保険 1 1 6220 out/iten_20261121000000_001
iten 福祉保健部　地域福祉課　生活保護 1 1 5620 out/iten_20261121000000_001
iten 福祉保健部　健康課　予防接種 4 1 1500 out/iten_20261121000000_001
iten 福祉保健部　健康課　母子保健 3 1 1806 out/iten_20261121000000_001
iten 福祉保健部　健康課　健康増進 1 1 949 out/iten_20261121000000_001
iten 子ども家庭部　子育て支援課　児童手当 3 1 13716 out/iten_20261121000000_001
iten 子ども家庭部　保育課　教育・保育給付 3 1 1839 out/iten_20261121000000_001
iten 子ども家庭部・福祉保健部　医療費助成等 2 1 1446 out/iten_20261121000000_001
! daicho: ledger: entry 3, head HEAD
! daicho: 1 person was held back by errors: rejects.csv
? 1
$ cut -d, -f-13 out/iten_20261121000000_001/iten.01-shiminzei_*.csv
レコード区分,移転区分,世帯番号,世帯主カナ氏名,世帯主漢字氏名,行政区コード,現住所郵便番号,現住所自治体コード,現住所町字コード,現住所,現住所方書コード,現住所方書,異動事由
1,iten.01-shiminzei,0100,132101,0201,20261121000000,2,20261121,000001,utf-8
2,2,000000000000116,ミドリ　ウメ,緑　梅,,,,,,,,31
2,2,000000000000108,コガネイ　タロウ,小金井　太郎,,1840004,132101,0004006,東京都小金井市本町６丁目６番３号,,,37
2,1,000000000000132,ヨシダ　アオイ,𠮷田　葵󠄀,,1840004,132101,0004006,東京都小金井市本町６丁目６番３号,,,12
2,1,000000000000132,ヨシダ　アオイ,𠮷田　葵󠄀,,1840004,132101,0004006,東京都小金井市本町６丁目６番３号,,,12
8,000000004,000000000000267,66107903acbe97a5907d04047e07294488ffb2421060e0f4cb2e3e5902c841c1
9,000000007
$ cut -d, -f-6 out/iten_20261121000000_001/iten.17-kenko-zoshin_*.csv
record_class,change_class,district_code,address_postal_code,address_municipality_code,address_town_code
1,iten.17-kenko-zoshin,0100,132101,0304,20261121000000
2,1,,1840004,132101,0004006
8,000000001,000000000000078,d8fc98246d8485f402f15afcf10a2feb721af148dd9427e294731dc9ce615e56
9,000000004
