# 送付先情報 over three days: a newborn whose number arrives a day later, and a mother and her son from abroad, he with
# a 外字 in his name.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . && sed -i '/^default_print_class/d; /^glyphs/d' daicho.toml
$ run() { set -o pipefail; job=$1; day=$2; shift 2; daicho run $job --config daicho.toml --register $SOURCE/tests/cli/iten/data/day$day.jsonl --state state --out out --as-of $((20261118 + day)) "$@" | sed -E 's/ +[0-9]+\.[0-9]{2} +/  /; s/ +/ /g'; }; declare -f run >run.sh

# Whoever is there on the first day counts as notified. --full would notify everybody again.
$ . ./run.sh; run soufusaki 1 --initial
job destination records rejects bytes seconds folder
soufusaki - 0 0 0 out/soufusaki_20261119000000_001
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
$ . ./run.sh; run soufusaki 2 --full
! daicho: soufusaki takes no --full: whoever was notified is not notified again
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ . ./run.sh; run cs-update 1 --initial
job destination records rejects bytes seconds folder
cs-update access-log 5 0 4240 out/cs-update_20261119000000_001
cs-update 市町村CS 5 0 8860 out/cs-update_20261119000000_001
! daicho: ledger: entry 2, head HEAD

# The second day: the newborn has no number yet, so there is nobody to notify.
$ . ./run.sh; run cs-update 2
job destination records rejects bytes seconds folder
cs-update access-log 2 0 1696 out/cs-update_20261120000000_001
cs-update 市町村CS 3 0 5316 out/cs-update_20261120000000_001
! daicho: ledger: entry 3, head HEAD
$ . ./run.sh; run soufusaki 2
job destination records rejects bytes seconds folder
soufusaki - 0 0 0 out/soufusaki_20261120000000_001
! daicho: ledger: entry 4, head HEAD

# The third day: without 印刷区分 everybody waits.
$ . ./run.sh; run cs-update 3
job destination records rejects bytes seconds folder
cs-update access-log 3 0 2544 out/cs-update_20261121000000_001
cs-update 市町村CS 3 0 5316 out/cs-update_20261121000000_001
! daicho: ledger: entry 5, head HEAD
$ . ./run.sh; run soufusaki 3
job destination records rejects bytes seconds folder
soufusaki - 0 0 0 out/soufusaki_20261121000000_001
! daicho: ledger: entry 6, head HEAD
! daicho: 3 people wait for a decision of staff: waiting.csv
$ cat out/soufusaki_20261121000000_001/waiting.csv
addressee_no,reason
000000000000060,印刷区分がありません
000000000000078,印刷区分がありません
000000000000086,印刷区分がありません

# Staff have decided, for the newborn with an address of her own. The same register and day, another list: another run.
$ printf 'addressee_no,print_class,dispatch_postal_code,dispatch_address,dispatch_name\r\n000000000000060,11,1840014,東京都小金井市貫井南町３丁目１番１号　市立病院気付,小金井　灯\r\n000000000000078,01,,,\r\n000000000000086,01,,,\r\n' >print-classes.csv
$ . ./run.sh; run soufusaki 3 --print-classes print-classes.csv
job destination records rejects bytes seconds folder
soufusaki access-log 3 0 2544 out/soufusaki_20261121000000_002
soufusaki 個人番号カード管理システム 3 0 12174 out/soufusaki_20261121000000_002
! daicho: ledger: entry 7, head HEAD
$ cat out/soufusaki_20261121000000_002/waiting.csv out/soufusaki_20261121000000_002/rejects.csv
addressee_no,reason
addressee_no,record,severity,code,item,name,reason
000000000000086,8,warning,D1014,name_kanji,漢字氏名,「漢字氏名」に、書き戻すと別のコードになる重複文字があります
$ daicho convert --layout soufusaki --to jsonl out/soufusaki_20261121000000_002/soufusaki_132101_D_20261121000000_002.dat - 2>/dev/null | grep -o '"\(dispatch[a-z_]*\|person_count\|print_class\|name[a-z_]*\|substitute[a-z_]*\|gaiji_flag\)":"[^"]*"'
"dispatch_no":"000000000001"
"dispatch_postal_code":"1840014"
"dispatch_address_length":"025"
"dispatch_address":"東京都小金井市貫井南町３丁目１番１号　市立病院気付"
"dispatch_address_gaiji_count":"000"
"dispatch_name_length":"005"
"dispatch_name":"小金井　灯"
"dispatch_name_gaiji_count":"000"
"person_count":"01"
"print_class":"11"
"name_length":"005"
"name":"小金井　灯"
"name_gaiji_count":"000"
"name_hiragana_length":"008"
"name_hiragana":"こがねい　あかり"
"substitute_result":"0"
"substitute_name_length":"005"
"substitute_name":"小金井　灯"
"substitute_address_length":"016"
"substitute_address":"東京都小金井市本町６丁目６番３号"
"substitute_name_positions":"00000"
"substitute_address_positions":"0000000000000000"
"gaiji_flag":"0"
"dispatch_no":"000000000002"
"dispatch_postal_code":"1840004"
"dispatch_address_length":"016"
"dispatch_address":"東京都小金井市本町６丁目６番３号"
"dispatch_address_gaiji_count":"000"
"dispatch_name_length":"007"
"dispatch_name":"𠮷田　葵󠄀"
"dispatch_name_gaiji_count":"000"
"person_count":"02"
"print_class":"01"
"name_length":"007"
"name":"𠮷田　葵󠄀"
"name_gaiji_count":"000"
"name_hiragana_length":"007"
"name_hiragana":"よしだ　あおい"
"substitute_result":"1"
"substitute_name_length":"004"
"substitute_name":"吉田　葵"
"substitute_address_length":"016"
"substitute_address":"東京都小金井市本町６丁目６番３号"
"substitute_name_positions":"1100111"
"substitute_address_positions":"0000000000000000"
"gaiji_flag":"0"
"dispatch_no":"000000000002"
"dispatch_postal_code":"1840004"
"dispatch_address_length":"016"
"dispatch_address":"東京都小金井市本町６丁目６番３号"
"dispatch_address_gaiji_count":"000"
"dispatch_name_length":"007"
"dispatch_name":"𠮷田　葵󠄀"
"dispatch_name_gaiji_count":"000"
"person_count":"02"
"print_class":"01"
"name_length":"006"
"name":"吉田　邉󠄙"
"name_gaiji_count":"000"
"name_hiragana_length":"006"
"name_hiragana":"よしだ　そら"
"substitute_result":"1"
"substitute_name_length":"004"
"substitute_name":"吉田　邉"
"substitute_address_length":"016"
"substitute_address":"東京都小金井市本町６丁目６番３号"
"substitute_name_positions":"000111"
"substitute_address_positions":"0000000000000000"
"gaiji_flag":"0"

# A list with a mistake is refused as a whole.
$ printf 'addressee_no,print_class\n000000000000060,77\n' >print-classes.csv
$ . ./run.sh; run soufusaki 3 --print-classes print-classes.csv
! daicho: print-classes.csv:2: print_class: no such 印刷区分
? 2
$ printf 'addressee_no,printclass\n' >print-classes.csv
$ . ./run.sh; run soufusaki 3 --print-classes print-classes.csv
! daicho: rolled back the unfinished run soufusaki_20261121000000_003
! daicho: print-classes.csv:1: unknown column 'printclass'; known are addressee_no, print_class, dispatch_postal_code, dispatch_address, dispatch_name
? 2
