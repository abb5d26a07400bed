# A medium was lost: the same bytes once more, on record.
$ daicho sample register --residents 20 --seed 1 --as-of 20261119 --out day1.csv
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . 
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261119 --initial > /dev/null 2>&1
$ daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --reason "媒体の紛失" --state state --out again --approved-by "市民課長" | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  access-log        20        0  16960     S.SS  again/cs-update_20261119000000_001
cs-update  市町村CS          20        0  35440     S.SS  again/cs-update_20261119000000_001
! daicho: ledger: entry 2, head HEAD
$ diff -r out again && stat -c '%a %n' again/* again/*/*
700 again/cs-update_20261119000000_001
600 again/cs-update_20261119000000_001/access-log_132101_D_20261119000000_001.dat
600 again/cs-update_20261119000000_001/honnin_132101_A_20261119000000_001.dat
600 again/cs-update_20261119000000_001/manifest.json
600 again/cs-update_20261119000000_001/rejects.csv
$ daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --state state --out again
! daicho: --redo needs --reason: the ledger asks why
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --reason x --register day1.csv --state state --out again
! daicho: --register means nothing beside --redo
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --register day1.csv --reason x --state state --out again
! daicho: --reason is for --redo only
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run iten --config daicho.toml --redo cs-update_20261119000000_001 --reason x --state state --out again
! daicho: ledger: entry 3, head HEAD
! daicho: the state folder state knows no run cs-update_20261119000000_001 of iten
? 5
$ daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --reason x --state nowhere --out again
! daicho: there is no state in nowhere
? 5
$ printf 'x' >> out/cs-update_20261119000000_001/rejects.csv; daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --reason x --state state --out third
! daicho: ledger: entry 4, head HEAD
! daicho: .*/out/cs-update_20261119000000_001 is not as it was published: rejects.csv is not as its manifest says (re)
? 5

# Waiting for another run.
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120 --wait -1
! daicho: --wait takes 0 to 86400 seconds, not '-1'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ flock state/lock sleep 1 & sleep 0.3; daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120 --wait 60 > /dev/null
! daicho: ledger: entry 5, head HEAD

# The time of the first run has come; the newest stays.
$ daicho ledger erase --before 20261231 --state state
! daicho: --reason is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho ledger erase --before 2026-13-01 --state state --reason x
! daicho: --before takes a day as YYYYMMDD or YYYY-MM-DD, not '2026-13-01'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho ledger erase --before 20261231 --state state --reason "保存期間満了" | sed 's#/.*/run/#/#'
erased /again/cs-update_20261119000000_001
erased /out/cs-update_20261119000000_001
! daicho: ledger: entry 6, head HEAD
$ ls -A out again | sed '/^$/d'
again:
out:
cs-update_20261120000000_001
$ daicho ledger erase --before 20261231 --state state --reason "保存期間満了"
nothing to erase
$ daicho run cs-update --config daicho.toml --redo cs-update_20261119000000_001 --reason x --state state --out again
! daicho: ledger: entry 7, head HEAD
! daicho: the folder of cs-update_20261119000000_001 was erased
? 5
$ daicho ledger list --state state --report json | sed -E 's/.*"number":([0-9]+).*"kind":"([^"]*)".*"run":"([^"]*)".*"people":([0-9]+).*"approved_by":"([^"]*)".*"reason":"([^"]*)".*/\1 \2 \3 \4 \5 \6/'
0 made  0  
1 run cs-update_20261119000000_001 20  
2 redo cs-update_20261119000000_001 20 市民課長 媒体の紛失
3 refused cs-update_20261119000000_001 0  the state folder state knows no run cs-update_20261119000000_001 of iten
4 refused cs-update_20261119000000_001 0  .*/out/cs-update_20261119000000_001 is not as it was published: rejects.csv is not as its manifest says (re)
5 run cs-update_20261120000000_001 0  
6 erased  0  保存期間満了
7 refused cs-update_20261119000000_001 0  the folder of cs-update_20261119000000_001 was erased
$ daicho ledger verify --state state | tail -1
verified: chain, columns and the seal of the end (--initial-key also finds what an intruder with today's key rewrote)
