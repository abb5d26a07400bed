# A file that fails while it is read: what was found up to there stands in every form of report, and the other files are
# validated. (A terminal whose other end is closed gives its bytes, then an I/O error.)
$ printf '%s\n' 'import os, pty, subprocess, sys, tty' 'far, near = pty.openpty()' 'tty.setraw(near)' 'os.write(near, open(sys.argv[1], "rb").read())' 'os.close(near)' 'sys.exit(subprocess.run(sys.argv[2:], stdin=far).returncode)' > failing.py; cp $SAMPLES/good/kengen.csv .; cp $SAMPLES/bad/kengen.csv bad.csv

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report sarif - kengen.csv > out.sarif; python3 -c 'import json; run = json.load(open("out.sarif"))["runs"][0]; print(run["invocations"][0]["executionSuccessful"], [(a["location"]["uri"], a["properties"]["errors"]) for a in run["artifacts"]], [r["ruleId"] for r in run["results"]]); print(run["invocations"][0]["toolExecutionNotifications"][0])'
False [('stdin', 0), ('kengen.csv', 0)] []
{'descriptor': {'id': 'not-checked'}, 'level': 'warning', 'message': {'text': '-: The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.'}}
! daicho: cannot read standard input: Input/output error

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report json - kengen.csv 2>/dev/null | sed 's/"seconds":[0-9.]*/"seconds":0/' | grep summary
{"type":"summary","file":"-","layout":"kengen","format":"csv:utf-8,eol=crlf","records":0,"bytes":0,"errors":0,"warnings":0,"seconds":0,"faulty_records":0,"unreadable_records":0,"not_shown":0,"errors_between":0,"broken_off":"cannot read standard input: Input/output error","codes":{},"as_of":null,"profile":null,"checks":[],"skipped":[]}
{"type":"summary","file":"kengen.csv","layout":"kengen","format":"csv:utf-8,eol=crlf","records":11,"bytes":506,"errors":0,"warnings":0,"seconds":0,"faulty_records":0,"unreadable_records":0,"not_shown":0,"errors_between":0,"broken_off":null,"codes":{},"as_of":null,"profile":null,"checks":["L42"],"skipped":[]}

$ set -o pipefail; python3 failing.py bad.csv daicho validate --layout kengen --from csv - | grep -v '^$' | sed 's/[0-9.]* seconds/0 seconds/'
-: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  0 records, 0 of them with errors; 0 bytes; 0 seconds
  nothing to report in what was checked
  The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.
! daicho: cannot read standard input: Input/output error
? 3

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report html --lang ja - 2>/dev/null | grep -o '<p class="caveat">.*</p>' | head -1
<p class="caveat"><span lang="ja">ファイルを最後まで読めませんでした（cannot read standard input: Input/output error）。指摘はこれで全部ではありません。</span><span lang="en">The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.</span></p>

$ daicho sample records --layout kengen --count 40 --seed 1 --to fixed:cp932 --out k.dat; python3 failing.py k.dat daicho validate --layout kengen --from fixed:cp932 --threads 4 - | grep -v '^$' | sed 's/[0-9.]* seconds/0 seconds/'
-: kengen 1.0 所属利用事務権限, fixed:cp932,eol=crlf
  0 records, 0 of them with errors; 0 bytes; 0 seconds
  nothing to report in what was checked
  The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.
! daicho: cannot read standard input: Input/output error
