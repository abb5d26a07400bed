# A kit that is not what it was: told file by file, and never a crash.

$ daicho kit --layout kengen --out kit 2>/dev/null; cp -r kit lost; rm lost/good/fixed-cp932/plain.dat; daicho kit verify lost
good/fixed-cp932/plain.dat: missing
lost: kengen, [0-9]+ good files, [0-9]+ bad files, 1 mismatch (re)
? 1

$ cp -r kit changed; printf X | dd of=changed/good/fixed-cp932/plain.dat bs=1 seek=11 conv=notrunc status=none; daicho kit verify changed
good/fixed-cp932/plain.dat: changed since the kit was made (SHA-256)
good/fixed-cp932/plain.dat: raises D1003 record 1 updated_at bytes 11-27, which is not expected
good/fixed-cp932/plain.dat: decoded and encoded again it is not the same bytes
changed: kengen, [0-9]+ good files, [0-9]+ bad files, 3 mismatches (re)
? 1

$ cp -r kit more; echo hello >more/notes.txt; daicho kit verify more
notes.txt: not part of the kit
more: kengen, [0-9]+ good files, [0-9]+ bad files, 1 mismatch (re)
? 1

$ cp -r kit broken; printf '{"kit": 1' >broken/expected.json; daicho kit verify broken
expected.json: changed since the kit was made (SHA-256)
expected.json: no JSON from byte 10 on; take the file from the kit as it was handed over, or make the kit anew
broken: no layout, 0 good files, 0 bad files, 2 mismatches
? 1

# A file that is there and cannot be read.
$ cp -r kit unread; ln -sf /proc/self/mem unread/good/fixed-cp932/plain.dat; daicho kit verify unread
good/fixed-cp932/plain.dat: cannot read unread/good/fixed-cp932/plain.dat
unread: kengen, [0-9]+ good files, [0-9]+ bad files, 1 mismatch (re)
? 1

$ cp -r kit deep; python3 -c 'print("[" * 200000)' >deep/expected.json; daicho kit verify deep | cut -c 1-60
expected.json: changed since the kit was made (SHA-256)
expected.json: no JSON from byte 200002 on; take the file fr
deep: no layout, 0 good files, 0 bad files, 2 mismatches

$ cp -r kit version; sed -i 's/"kit": 1,/"kit": 9,/' version/expected.json; daicho kit verify version
expected.json: changed since the kit was made (SHA-256)
expected.json: a kit of version 9
version: no layout, 0 good files, 0 bad files, 2 mismatches
? 1

$ cp -r kit unknown; sed -i 's/"layout": "kengen"/"layout": "kengne"/' unknown/expected.json; daicho kit verify unknown
! daicho: no layout 'kengne'; did you mean 'kengen'?
? 2

$ cp -r kit out; sed -i 's|"path": "good/fixed-cp932/plain.dat"|"path": "../plain.dat"|' out/expected.json; daicho kit verify out
expected.json: changed since the kit was made (SHA-256)
expected.json: the path '../plain.dat' leads out of the kit
out: no layout, 0 good files, 0 bad files, 2 mismatches
? 1

$ cp -r kit format; sed -i '0,/"format": "fixed:cp932,eol=crlf"/s//"format": "auto"/' format/expected.json; daicho kit verify format
expected.json: changed since the kit was made (SHA-256)
good/fixed-cp932/plain.dat: a file of a kit has a format of its own, not 'auto'
format: kengen, [0-9]+ good files, [0-9]+ bad files, 2 mismatches (re)
? 1

$ cp -r kit nolist; rm nolist/SHA256SUMS; daicho kit verify nolist
SHA256SUMS: missing
nolist: kengen, [0-9]+ good files, [0-9]+ bad files, 1 mismatch (re)
? 1

$ cp -r kit noexpect; rm noexpect/expected.json; daicho kit verify noexpect
expected.json: missing
noexpect: no layout, 0 good files, 0 bad files, 1 mismatch
? 1

$ cp -r kit folder; rm folder/good/csv-utf-8/plain.csv; mkdir folder/good/csv-utf-8/plain.csv; daicho kit verify folder
good/csv-utf-8/plain.csv: missing
folder: kengen, [0-9]+ good files, [0-9]+ bad files, 1 mismatch (re)
? 1

$ mkdir empty; daicho kit verify empty
SHA256SUMS: missing
empty: no layout, 0 good files, 0 bad files, 1 mismatch
? 1

$ daicho kit verify nowhere
! daicho: cannot read nowhere: no folder
? 3

$ daicho kit verify
! daicho: DIR is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
