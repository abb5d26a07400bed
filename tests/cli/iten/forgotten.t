# Once a run was given a list that holds something back, the next ones cannot forget it. The elder is under 支援措置,
# the father's number is stopped.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . && mkdir cases && for id in 02-shisanzei 03-nozei 06-koki-koreisha 07-kaigo 08-rojin-fukushi 09-seikatsu-hogo 10-chugoku-zanryu 11-shogai-sogo-shien 12-shintai-shogai 13-chiteki-shogai 14-tokubetsu-shogai-teate 19-jido-fuyo-teate 20-hitorioya 22-shogaiji-tsusho 23-iryohi-josei; do echo addressee_no >cases/$id.csv; done
$ printf 'addressee_no\n000000000000043\n' >suppress.csv; head -1 $SAMPLES/good/atena.csv >atena.csv; cp atena.csv no-stops.csv; printf '000000000000906,,000000000000019%s,1,0,,\r\n' $(printf ',%.0s' {4..34}) >>atena.csv
$ printf '%s\n' 'day=$1; shift; daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 202611$day "$@" >/dev/null' >run.sh
$ bash run.sh 17 --initial
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
$ bash run.sh 18 --suppress suppress.csv --atena atena.csv
! daicho: ledger: entry 2, head HEAD

# Forgotten, also where everyone is published anew, and where nothing would be published at all.
$ bash run.sh 19 --atena atena.csv
! daicho: ledger: entry 3, head HEAD
! daicho: --suppress was given to the run 20261118000000_001 and is missing now: the addresses of people under 支援措置 would be handed over; give the file again (a list with only its header line lifts every suppression)
? 5
$ bash run.sh 19 --suppress suppress.csv --full
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: ledger: entry 4, head HEAD
! daicho: --atena was given to the run 20261118000000_001 and is missing now: numbers under 番号出力停止 would be handed over; give the file again (a CSV with only its header line lifts every stop)
? 5
$ bash run.sh 19 --atena atena.csv --dry-run
! daicho: --suppress was given to the run 20261118000000_001 and is missing now: the addresses of people under 支援措置 would be handed over; give the file again (a list with only its header line lifts every suppression)
? 5
$ bash run.sh 19 --atena atena.csv --suppress ''
! daicho: --suppress has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# The input of a run that was published publishes nothing again, so it needs no list.
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261117
iten: nothing new; this input was published as iten_20261117000000_001
! daicho: rolled back the unfinished run iten_20261119000000_001

# The elder is off the list, which is now empty; the father's stop stays.
$ printf 'addressee_no\n' >suppress.csv
$ bash run.sh 19 --suppress suppress.csv --atena atena.csv
! daicho: ledger: entry 5, head HEAD
$ daicho convert --layout iten.01-shiminzei --to jsonl out/iten_20261119000000_001/iten.01-shiminzei_* - 2>/dev/null | grep -o '"addressee_no":"[0-9]*"\|"address":"[^"]*"'
"address":"東京都小金井市本町６丁目６番３号"
"addressee_no":"000000000000043"

# All stops lifted.
$ bash run.sh 20 --suppress suppress.csv --atena no-stops.csv
! daicho: ledger: entry 6, head HEAD
$ daicho convert --layout iten.01-shiminzei --to jsonl out/iten_20261120000000_001/iten.01-shiminzei_* - 2>/dev/null | grep -c individual_no
1
$ bash run.sh 21
! daicho: ledger: entry 7, head HEAD
! daicho: --suppress was given to the run 20261118000000_001 and is missing now: the addresses of people under 支援措置 would be handed over; give the file again (a list with only its header line lifts every suppression)
? 5
$ ls out
iten_20261117000000_001
iten_20261118000000_001
iten_20261119000000_001
iten_20261120000000_001
