# A city of twenty begins: the ledger begins with it, and its initial key is shown once.
$ daicho sample register --residents 20 --seed 1 --as-of 20261119 --out day1.csv
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . && printf '\n[approval]\nby = "市民課長"\n' >> daicho.toml
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261119 --initial 2> log > /dev/null
$ cat log
daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
daicho: ledger: entry 0, head HEAD
daicho: ledger: entry 1, head HEAD
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261118
! daicho: ledger: entry 2, head HEAD
! daicho: cs-update was published as of 20261119; 20261118 lies before that
? 5
$ daicho ledger list --state state | sed -E 's/20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{5}/2026-11-20 22:15/; s/'"$(id -un)"'/clerk/' | tr -s " "
entry at kind run destination people 個人番号 account approved by
 0 2026-11-20 22:15 made - - 0 0 clerk -
 1 2026-11-20 22:15 run cs-update_20261119000000_001 市町村CS 20 20 clerk 市民課長
 2 2026-11-20 22:15 refused cs-update - 0 0 clerk 市民課長
$ daicho ledger list --state state --kind refused | wc -l
2
$ daicho ledger show cs-update_20261119000000_001 --state state | sed -E 's/[0-9a-f]{64}/SHA/g; s/[0-9a-f]{32}/ID/; s/  +at .*/  at TIME/; s/(account|host) .*/\1 WHO/; s#/.*/out/#/out/#'
entry 1: run
  at TIME
  account WHO
  host WHO
  program             0.1.0
  job                 cs-update
  run                 cs-update_20261119000000_001
  as of               20261119
  destination         市町村CS
  people              20
  individual numbers  20
  approved by         市民課長
  counts              {"changed":22,"rejected":0,"waiting":0,"warnings":3}
  extent              full
  folder              /out/cs-update_20261119000000_001
  identity            SHA
  initial             true
  manifest_sha256     SHA
  register            {"bytes":14519,"layout":"juki","records":22,"sha256":"SHA"}
  schemas_sha256      SHA
  settings_sha256     SHA
  side_files          []
  reference           run:ID
  hash                SHA
  mac                 SHA
file                                        destination  records  個人番号  bytes  sha256
access-log_132101_D_20261119000000_001.dat  -                 20         0  16960  SHA
honnin_132101_A_20261119000000_001.dat      市町村CS          20        20  35440  SHA
rejects.csv                                 -                  3         -    517  SHA
$ daicho ledger show 2 --state state --report json | sed -E 's/[0-9a-f]{64}/SHA/g; s/[0-9a-f]{32}/ID/; s/"at":"[^"]*"/"at":"TIME"/; s/"account":"[^"]*","host":"[^"]*"/WHO/'
{"number":2,"at":"TIME","kind":"refused",WHO,"program":"0.1.0","job":"cs-update","run":"","as_of":"20261118","destination":"","people":0,"individual_numbers":0,"approved_by":"市民課長","purpose":"","reason":"cs-update was published as of 20261119; 20261118 lies before that","details":{"register":{"sha256":"SHA"}},"reference":"refused:ID","previous_mac":"SHA","hash":"SHA","mac":"SHA"}
$ daicho ledger show 3 --state state
! daicho: the ledger in state has no entry 3
? 5
$ daicho ledger show cs-update_20261120000000_001 --state state
! daicho: the ledger in state has no entry cs-update_20261120000000_001
? 5
$ daicho ledger show "" --state state
! daicho: NUMBER|RUN|MEDIUM has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho ledger list --state state --kind foo
! daicho: --kind takes made, run, redo, refused, taken-back, erased, migrated, medium, medium-redo, handed, received, returned, medium-erased, medium-lost, medium-note, replaced, not 'foo'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ mkdir truncated malformed && : > truncated/ledger.sqlite && echo no database > malformed/ledger.sqlite
$ daicho ledger list --state truncated
! daicho: truncated/ledger.sqlite holds no ledger
? 3
$ daicho ledger list --state malformed 2> /dev/null
? 3
$ daicho ledger list --state nowhere
! daicho: there is no ledger in nowhere
? 5
$ daicho ledger list
! daicho: --state is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho ledger list --state state --report html
! daicho: --report takes text or json, not 'html'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# Verified: with the key that was shown, and with heads that were kept.
$ daicho ledger verify --state state | sed -E 's/ledger [0-9a-f]{32}/ledger ID/'
state: ledger ID, 3 entries, head HEAD
verified: chain, columns and the seal of the end (--initial-key also finds what an intruder with today's key rewrote)
$ sed -n 's/.*into the safe: //p' log > initial.key; head=$(sed -n 's/.*entry 1, head //p' log); daicho ledger verify --state state --initial-key initial.key --head $head | sed -E 's/ledger [0-9a-f]{32}/ledger ID/'
state: ledger ID, 3 entries, head HEAD
the head given was that of entry 1; 1 came after it
verified: chain, columns and the seal of the end, and every entry under the initial key
$ daicho ledger verify --state state --initial-key day1.csv
! daicho: day1.csv holds no initial key: 64 hexadecimal digits, spaces between them where you like
? 2
$ daicho ledger verify --state state --head 12
! daicho: --head takes 64 hexadecimal digits, not '12'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ cp -a state older

# An intruder lowers a number, takes an entry away, puts an older copy back.
$ python3 -c "import sqlite3; c = sqlite3.connect('state/ledger.sqlite'); c.execute('UPDATE ledger_entries SET people = 2 WHERE number = 1'); c.commit()"
$ daicho ledger verify --state state | sed -E 's/ledger [0-9a-f]{32}/ledger ID/'; exit ${PIPESTATUS[0]}
entry 1: was altered: its columns no longer give its hash
state: ledger ID, 3 entries, head HEAD
NOT VERIFIED: 1 fault
? 1
$ rm -r state && cp -a older state && python3 -c "import sqlite3; c = sqlite3.connect('state/ledger.sqlite'); c.execute('DELETE FROM ledger_entries WHERE number = 2'); c.commit()"
$ daicho ledger verify --state state | sed -E 's/ledger [0-9a-f]{32}/ledger ID/'; exit ${PIPESTATUS[0]}
ledger: its head tells of 3 entries, but there are 2
ledger: it is cut off: ledger.key tells of 3 entries, but there are 2
state: ledger ID, 2 entries, head HEAD
NOT VERIFIED: 2 faults
? 1
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120
! daicho: nothing can be written to the ledger in state: its last 1 of 3 entries are missing; `daicho ledger verify` tells more
? 5
$ rm -r state && cp -a older state && daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120 2> log > /dev/null; rm -r state && cp -a older state
$ daicho ledger verify --state state --head $(sed -n 's/.*head //p' log) | sed -E 's/ledger [0-9a-f]{32}/ledger ID/; s/the head [0-9a-f]{64}/the head HEAD/'; exit ${PIPESTATUS[0]}
ledger: it has no entry whose hash is the head HEAD: another ledger, an older copy, or cut off before it
state: ledger ID, 3 entries, head HEAD
NOT VERIFIED: 1 fault
? 1
