# What a run refuses, and how it says so.
$ daicho sample register --residents 5 --seed 1 --as-of 20261119 --out day1.csv
$ sed 's/132101/132047/g' day1.csv > other.csv
$ sed 's/^code.*/code = "132047"/' $SAMPLES/daicho.toml > other.toml && cp $SAMPLES/gaiji.* .
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* .

# The command line.
$ daicho run cs-update --register day1.csv --state state --out out
! daicho: --config is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 2026-02-30
! daicho: --as-of takes a day as YYYYMMDD or YYYY-MM-DD, not '2026-02-30'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --now 20261119
! daicho: --now takes YYYYMMDDhhmmssSSS, not '20261119'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of "$DAY"
! daicho: --as-of has no value
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out $(printf 'o%.0s' {1..256})
! daicho: filesystem error: status: File name too long [oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo]
? 3
$ daicho run soufusaki --config daicho.toml --register day1.csv --state state --out out --full
! daicho: soufusaki takes no --full: whoever was notified is not notified again
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho run cs-updat --config daicho.toml
! daicho: 'run' needs one of: run cs-update, run iten, run soufusaki
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# The state.
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261119
! daicho: there is no state in state; --initial begins one
? 5
$ daicho run cs-update --config other.toml --register day1.csv --state state --out out --as-of 20261119 --initial
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
! daicho: this is the register of another municipality: 5 of 5 living residents do not live in 132047
? 5
$ ls -a out; ls state/snapshots
.
..
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261119 --initial > /dev/null
! daicho: rolled back the unfinished run cs-update_20261119000000_001
! daicho: ledger: entry 2, head HEAD
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120 --initial
! daicho: ledger: entry 3, head HEAD
! daicho: cs-update has already published from the state folder state (as of 20261119); --initial is for a new one
? 5
$ daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261118
! daicho: ledger: entry 4, head HEAD
! daicho: cs-update was published as of 20261119; 20261118 lies before that
? 5
$ daicho run iten --config daicho.toml --register day1.csv --state state --out out --as-of 20261119
! daicho: ledger: entry 5, head HEAD
! daicho: iten has published nothing from the state folder state; --initial begins one
? 5
$ flock state/lock daicho run cs-update --config daicho.toml --register day1.csv --state state --out out --as-of 20261120
! daicho: ledger: entry 6, head HEAD
! daicho: another run is using the state folder state
? 5

# The world.
$ daicho run cs-update --config nowhere.toml --register day1.csv --state state --out out --as-of 20261120
! daicho: cannot open nowhere.toml: No such file or directory
? 3
$ daicho run cs-update --config daicho.toml --register nowhere.csv --state state --out out --as-of 20261120
! daicho: cannot open nowhere.csv: No such file or directory
? 3
$ daicho run cs-update --config daicho.toml --register . --state state --out out --as-of 20261120
! daicho: cannot read .: not a file
? 3
$ daicho convert --layout juki --to csv:utf-8 day1.csv whole.csv.zst; head -c 900 whole.csv.zst > cut.csv.zst
! day1.csv: csv:utf-8,eol=crlf (found from the bytes)
$ daicho run cs-update --config daicho.toml --register cut.csv.zst --from csv:utf-8 --state state --out out --as-of 20261120
! daicho: the register is damaged, so nothing was published:
!   cut.csv.zst: D0121 the compressed file cannot be read to its end: the zstd data ends early
? 3
$ daicho run cs-update --config daicho.toml --register daicho.toml --state state --out out --as-of 20261120
! daicho: rolled back the unfinished run cs-update_20261120000000_001
! daicho: cannot tell the format of daicho.toml: no format fits layout juki: the first line has 126 bytes; a record has 6603 bytes in cp932, 9733 in utf-8 and 6946 in utf-16, without its line end; and the first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed; --from names it
? 2
$ printf '[honnin]\nfromat = "csv"\n' > wrong.toml; daicho run cs-update --config wrong.toml --register day1.csv --state state --out out --as-of 20261120
! daicho: wrong.toml:2:1: unknown key 'fromat'
!   did you mean 'format'?
? 2
$ printf '[municipality]\ncode = "132101"\n' > bare.toml; daicho run cs-update --config bare.toml --register day1.csv --state state2 --out out --as-of 20261120 --initial
! daicho: a ledger begins in state2. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: bare.toml: the setting `access_log.system_code` is missing
? 2
$ ls -a out
.
..
cs-update_20261119000000_001

# A register without records.
$ head -n 1 day1.csv > empty.csv; daicho run cs-update --config daicho.toml --register empty.csv --state state --out out --as-of 20261122
! daicho: rolled back the unfinished run cs-update_20261120000000_001
! daicho: ledger: entry 7, head HEAD
! daicho: this register is not whole: it lacks 5 living residents who were in the last published one, and holds 0
? 5
