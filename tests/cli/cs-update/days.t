# A city of twenty begins, and has its next day.
$ daicho sample register --residents 20 --seed 1 --as-of 20261119 --out day1.csv
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20261119 --initial | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  access-log        20        0  16960     S.SS  out/cs-update_20261119000000_001
cs-update  市町村CS          20        0  35440     S.SS  out/cs-update_20261119000000_001
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
$ ls out; ls out/*
cs-update_20261119000000_001
access-log_132101_D_20261119000000_001.dat
honnin_132101_A_20261119000000_001.dat
manifest.json
rejects.csv

# The same again is nothing new.
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20261119 --initial
cs-update: nothing new; this input was published as cs-update_20261119000000_001
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 2026-11-19
cs-update: nothing new; this input was published as cs-update_20261119000000_001

# A day on which nothing changed still has its run.
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20261120 | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  市町村CS           0        0      0     S.SS  out/cs-update_20261120000000_001
! daicho: ledger: entry 2, head HEAD
$ wc -c < out/cs-update_20261120000000_001/honnin_132101_D_20261120000000_001.dat
0
$ cat out/cs-update_20261120000000_001/rejects.csv
addressee_no,record,severity,code,item,name,reason

# A dry run publishes nothing; the whole city again, by --full.
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20261121 --full --dry-run | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  access-log        20        0  16960     S.SS  (dry run)
cs-update  市町村CS          20        0  35440     S.SS  (dry run)
$ ls -a out
.
..
cs-update_20261119000000_001
cs-update_20261120000000_001
$ daicho run cs-update --config $SAMPLES/daicho.toml --register day1.csv --state state --out out --as-of 20261121 --full | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  access-log        20        0  16960     S.SS  out/cs-update_20261121000000_001
cs-update  市町村CS          20        0  35440     S.SS  out/cs-update_20261121000000_001
! daicho: ledger: entry 3, head HEAD

# Control records around the data, by a setting.
$ sed 's/^envelope = "none"/envelope = "control"/' $SAMPLES/daicho.toml > envelope.toml && cp $SAMPLES/gaiji.* .
$ daicho run cs-update --config envelope.toml --register day1.csv --state state2 --out out2 --as-of 20261119 --initial | sed 's/ [0-9]*\.[0-9][0-9] / S.SS /'
job        destination  records  rejects  bytes  seconds  folder
cs-update  access-log        20        0  16960     S.SS  out2/cs-update_20261119000000_001
cs-update  市町村CS          20        0  36452     S.SS  out2/cs-update_20261119000000_001
! daicho: a ledger begins in state2. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
$ iconv -f UTF-16BE -t UTF-8 out2/*/honnin_*.dat | head -1 | cut -c1-120
1honnin                          0100132101CS              20261119000000120261119000001utf-16be                        
$ iconv -f UTF-16BE -t UTF-8 out2/*/honnin_*.dat | tail -1 | cut -c1-20
9000000023          
