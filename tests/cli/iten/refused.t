# What iten refuses, before anything is written.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* .

# A case list that a destination needs.
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: destination 02-shisanzei needs its case list cases/02-shisanzei.csv: there is none
? 2
$ mkdir cases && for id in 02-shisanzei 03-nozei 06-koki-koreisha 07-kaigo 08-rojin-fukushi 09-seikatsu-hogo 10-chugoku-zanryu 11-shogai-sogo-shien 12-shintai-shogai 13-chiteki-shogai 14-tokubetsu-shogai-teate 19-jido-fuyo-teate 20-hitorioya 22-shogaiji-tsusho 23-iryohi-josei; do echo addressee_no >cases/$id.csv; done
$ printf 'addressee_no,name\n000000000000035,小金井\n' >cases/09-seikatsu-hogo.csv
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: cases/09-seikatsu-hogo.csv:1: unknown column 'name'; known are addressee_no, household_no
? 2
$ printf 'addressee_no\n35\n000000000000035\n' >cases/09-seikatsu-hogo.csv
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: cases/09-seikatsu-hogo.csv:3: addressee_no: the same number as on line 2
? 2
$ printf 'household_no\n' >cases/09-seikatsu-hogo.csv

# A department that may not receive.
$ printf 'department_code,updated_at,updated_by,serial_no\r\n0201,20261119000000000,JIMU000001,00001\r\n' >kengen.csv
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial --kengen kengen.csv
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: ledger: entry 1, head HEAD
! daicho: destination 02-shisanzei: kengen.csv does not list its department 0202 (市民部 資産税課)
? 5

# 支援措置 lists that say something else.
$ printf 'addressee_no\n0043\nabc\n' >suppress.csv
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial --suppress suppress.csv
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: suppress.csv:3: addressee_no: not a number of 1 to 15 half-width digits
? 2
$ daicho run iten --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial --suppress nowhere.csv
! daicho: cannot open nowhere.csv: No such file or directory
? 3

# A destination of the city's own without a legal basis, and one that is no part of the mayor's office.
$ mkdir schemas && sed '/^id = "05-nenkin"/,/^legal_basis/{/^legal_basis/d}' $SOURCE/schemas/iten.toml >schemas/iten.toml
$ daicho run iten --schemas schemas --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: schemas/iten.toml:111:1: '05-nenkin' has no legal basis
!   what has none may not be handed over: name it in legal_basis
? 2
$ sed 's/^department = "市民部 納税課"/department = "教育委員会 学務課"/' $SOURCE/schemas/iten.toml >schemas/iten.toml
$ daicho run iten --schemas schemas --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial
! daicho: rolled back the unfinished run iten_20261119000000_001
! daicho: schemas/iten.toml:85:14: 教育委員会 is another 執行機関: what goes there is no 移転
!   番号法 第19条 (提供) is its basis, not 第9条
? 2

# Nothing came of all this.
$ ls out
