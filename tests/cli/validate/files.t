# Several files: a summary each, and one of all.
$ set -o pipefail; cd $SAMPLES; daicho validate --from csv --layout kengen good/kengen.csv bad/kengen.csv | grep -v '^    ' | sed -E 's/[0-9.]+ seconds/- seconds/; s/^$/./'
good/kengen.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  11 records, 0 of them with errors; 506 bytes; - seconds
  nothing to report
  logical checks that ran: L42
bad/kengen.csv:2:6: error D1204 更新日時: updated_at (更新日時) is no moment YYYYMMDDhhmmssSSS: '20261120250000000' (line 3, column 6)
bad/kengen.csv:3:35: error D1402 連番: serial_no (連番) is not of its form 0*[1-9][0-9]*: '00000' (line 4, column 35)
.
bad/kengen.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  3 records, 2 of them with errors; 178 bytes; - seconds
  2 errors, 0 warnings
  1 check ran in part only.
  logical checks that ran: L42 (in part)
all 2 files: 2 errors, 0 warnings; 1 file with errors
? 1

$ cd $SAMPLES; daicho validate --lang ja --from csv --layout kengen good/kengen.csv bad/kengen.csv | tail -1
2 ファイルの合計：エラー 2 件、警告 0 件。エラーのあるファイルは 1 件。

# Standard input, whose format is found as of a file's.
$ set -o pipefail; daicho validate --layout kengen - <$SAMPLES/good/kengen.csv | sed -E 's/[0-9.]+ seconds/- seconds/'
-: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  11 records, 0 of them with errors; 506 bytes; - seconds
  nothing to report
  logical checks that ran: L42
! -: csv:utf-8,eol=crlf (found from the bytes)

# A file that cannot be read is an error of its own kind.
$ daicho validate --from csv --layout kengen nowhere.csv
! daicho: cannot open nowhere.csv: No such file or directory
? 3

$ mkdir folder; daicho validate --from csv --layout kengen folder
! daicho: cannot read folder: Is a directory
? 3

# The report appears whole or not at all.
$ cp $SAMPLES/bad/kengen.csv .; daicho validate --from csv --layout kengen --report html --output report.html kengen.csv; ls
folder
kengen.csv
report.html

$ daicho validate --from csv --layout kengen --report html --output report.html kengen.csv
! daicho: report.html exists; --overwrite replaces it
? 2

$ daicho validate --from csv --layout kengen --output kengen.csv --overwrite kengen.csv
! daicho: kengen.csv and kengen.csv are the same file
? 2

$ trap '' XFSZ; ulimit -f 4; daicho validate --from csv --layout kengen --report html --output full.html kengen.csv; ls
folder
kengen.csv
report.html
! daicho: cannot write full.html: File too large

$ daicho validate --from csv --layout kengen kengen.csv >/dev/full
! daicho: cannot write standard output: No space left on device
? 3

# Words that are not known.
$ daicho validate --layout kengen --report xml kengen.csv
! daicho: --report takes text, json, sarif or html, not 'xml'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho validate --layout kengen
! daicho: FILE is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho validate --layout kengen --as-of 2026-02-30 kengen.csv
! daicho: --as-of takes a day, YYYY-MM-DD, not '2026-02-30'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
