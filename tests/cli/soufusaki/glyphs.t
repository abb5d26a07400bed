# The glyphs of an export's 外字 travel with it: staff address one envelope with two 外字 that only the city's font draws.
$ cp $SAMPLES/daicho.toml $SAMPLES/gaiji.* . && printf 'addressee_no,print_class,dispatch_postal_code,dispatch_address,dispatch_name\n60,01,,,\356\200\202藤　\356\200\201子\n' >print-classes.csv; grep -v '"addressee_no":"0*86"' $SOURCE/tests/cli/iten/data/day3.jsonl >day3.jsonl
$ daicho run soufusaki --config daicho.toml --register $SOURCE/tests/cli/iten/data/day1.jsonl --state state --out out --as-of 20261119 --initial >/dev/null
! daicho: a ledger begins in state. Its initial key, shown only now, belongs on paper into the safe: KEY
! daicho: ledger: entry 0, head HEAD
! daicho: ledger: entry 1, head HEAD
$ daicho run soufusaki --config daicho.toml --register day3.jsonl --state state --out out --as-of 20261121 --print-classes print-classes.csv >/dev/null
! daicho: ledger: entry 2, head HEAD
$ cd out/soufusaki_20261121000000_001 && ls *.bdf *.dat; grep -A2 '"name": ".*bdf"' manifest.json
access-log_132101_D_20261121000000_001.dat
soufusaki_132101_D_20261121000000_001.bdf
soufusaki_132101_D_20261121000000_001.dat
      "name": "soufusaki_132101_D_20261121000000_001.bdf",
      "kind": "glyphs",
      "records": 2,
$ daicho convert --layout soufusaki --to jsonl out/soufusaki_20261121000000_001/soufusaki_*.dat - 2>/dev/null | grep '"gaiji_flag":"1"' | grep -o '"\(dispatch_name_gaiji_count\|gaiji[a-z_]*\)":"[^"]*"'
"dispatch_name_gaiji_count":"002"
"gaiji_flag":"1"
"gaiji_pattern":"soufusaki_132101_D_20261121000000_001.bdf"

# In the order of appearance, header and glyphs byte for byte.
$ grep -n '^CHARS\|^STARTCHAR\|^ENDFONT' out/soufusaki_20261121000000_001/*.bdf; head -11 $SAMPLES/gaiji.bdf | cmp - <(head -11 out/soufusaki_20261121000000_001/*.bdf)
12:CHARS 2
13:STARTCHAR uniE002
36:STARTCHAR uniE001
59:ENDFONT
$ cmp <(sed -n '/^STARTCHAR uniE001/,/^ENDCHAR/p' $SAMPLES/gaiji.bdf) <(sed -n '/^STARTCHAR uniE001/,/^ENDCHAR/p' out/soufusaki_20261121000000_001/*.bdf)

# A font that breaks its format stops the run.
$ sed -i 's/^CHARS 3/CHARS 4/' gaiji.bdf; daicho run soufusaki --config daicho.toml --register day3.jsonl --state state --out out --as-of 20261122
! daicho: gaiji.bdf:12: CHARS says 4; the font has 3
? 2
