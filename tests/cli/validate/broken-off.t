# A file that fails while it is read: what was found up to there stands in every form of report, and the other files are
# validated. (A terminal whose other end is closed gives its bytes, then an I/O error.)
$ printf '%s\n' 'import os, pty, subprocess, sys, tty' 'far, near = pty.openpty()' 'tty.setraw(near)' 'os.write(near, open(sys.argv[1], "rb").read())' 'os.close(near)' 'sys.exit(subprocess.run(sys.argv[2:], stdin=far).returncode)' > failing.py; cp $SAMPLES/good/kengen.csv .; cp $SAMPLES/bad/kengen.csv bad.csv

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report sarif - kengen.csv > out.sarif; python3 -c 'import json; run = json.load(open("out.sarif"))["runs"][0]; print(run["invocations"][0]["executionSuccessful"], [(a["location"]["uri"], a["properties"]["errors"]) for a in run["artifacts"]], [r["ruleId"] for r in run["results"]]); print(run["invocations"][0]["toolExecutionNotifications"][0])'
False [('stdin', 2), ('kengen.csv', 0)] ['D1204', 'D1402']
{'descriptor': {'id': 'not-checked'}, 'level': 'warning', 'message': {'text': '-: The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.'}}
! daicho: cannot read standard input: Input/output error

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report json - kengen.csv 2>/dev/null | sed 's/"seconds":[0-9.]*/"seconds":0/' | grep summary
{"type":"summary","file":"-","layout":"kengen","format":"csv:utf-8,eol=crlf","records":3,"bytes":178,"errors":2,"warnings":0,"seconds":0,"faulty_records":2,"unreadable_records":0,"not_shown":0,"errors_between":0,"compared":null,"broken_off":"cannot read standard input: Input/output error","codes":{"D1204":1,"D1402":1},"as_of":null,"profile":null,"checks":["L42"],"skipped":[{"check":"L42","reason":"unreadable"}]}
{"type":"summary","file":"kengen.csv","layout":"kengen","format":"csv:utf-8,eol=crlf","records":11,"bytes":506,"errors":0,"warnings":0,"seconds":0,"faulty_records":0,"unreadable_records":0,"not_shown":0,"errors_between":0,"compared":null,"broken_off":null,"codes":{},"as_of":null,"profile":null,"checks":["L42"],"skipped":[]}

$ set -o pipefail; python3 failing.py bad.csv daicho validate --layout kengen --from csv - | grep -v '^$' | sed 's/[0-9.]* seconds/0 seconds/'
-:2:6: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261120250000000' (line 3, column 6)
    |      |6        |16       |26       |36
    | ****,20261120250000000,**********,*****
    |      ^^^^^^^^^^^^^^^^^
    = schemas/kengen.toml:11: { no = 121, id = "updated_at", name = "更新日時", picture = "9(17)"...
    = help: Check how the program that made the file writes times.
-:3:35: error D1402 連番: serial_no (連番) is not of its form 0*[1-9][0-9]*: '00000' (line 4, column 35)
    |     |5        |15       |25       |35
    | ****,*****************,**********,00000
    |                                   ^^^^^
    = schemas/kengen.toml:13: { no = 123, id = "serial_no", name = "連番", picture = "9(5)", kind...
    = help: Look the value up and correct it as the message has the form: a regular expression, in which [0-9] is a digit and {3} three times. `daicho layout show LAYOUT` has it among the rules, too.
-: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  3 records, 2 of them with errors; 178 bytes; 0 seconds
  2 errors, 0 warnings
    count  code   severity  what
        1  D1204  error     No moment in time
        1  D1402  error     Not of the form that the item has
  The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.
  1 check ran in part only.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L42 (in part)
! daicho: cannot read standard input: Input/output error
? 3

$ python3 failing.py bad.csv daicho validate --layout kengen --from csv --report html --lang ja - 2>/dev/null | grep -o '<p class="caveat">.*</p>' | head -1
<p class="caveat"><span lang="ja">ファイルを最後まで読めませんでした（標準入力 を読めません（媒体を読み書きできません））。指摘はこれで全部ではありません。</span><span lang="en">The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.</span></p>

$ daicho sample records --layout kengen --count 40 --seed 1 --to fixed:cp932 --out k.dat; python3 failing.py k.dat daicho validate --layout kengen --from fixed:cp932 --threads 4 - | grep -v '^$' | sed 's/[0-9.]* seconds/0 seconds/'
-: kengen 1.0 所属利用事務権限, fixed:cp932,eol=crlf
  40 records, 0 of them with errors; 1,760 bytes; 0 seconds
  nothing to report in what was checked
  The file could not be read to its end (cannot read standard input: Input/output error): these are not all findings.
  1 check ran in part only.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L42 (in part)
! daicho: cannot read standard input: Input/output error
