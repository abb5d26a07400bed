# A record whose only error is one of reading, or one by the profile, is a faulty one.
$ daicho sample records --layout juki --count 3 --seed 5 --to csv --out good.csv >/dev/null 2>&1; sed '2,3s/\r$//' good.csv >ends.csv; daicho validate --layout juki --from csv --report json ends.csv | grep -o '"errors":[0-9]*\|"faulty_records":[0-9]*\|"code":"D[0-9]*"'
"code":"D0203"
"code":"D0203"
"errors":2
"faulty_records":2

$ awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; ++i) if ($i == "世帯番号") c = i } NR == 3 { $c = ($c == "000000000000019" ? "000000000000028" : "000000000000018") } 1' good.csv >number.csv; printf 'name = "x"\n[alerts]\nD1302 = "error"\n' >strict.toml; for p in "" "--profile strict.toml"; do daicho validate $p --layout juki --from csv --report json number.csv | grep -o '"errors":[0-9]*\|"faulty_records":[0-9]*\|"code":"D1302"'; done
"code":"D1302"
"errors":0
"faulty_records":0
"code":"D1302"
"errors":1
"faulty_records":1
