# Compressed files that are cut short or damaged, and files of no bytes: one answer each.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv x.dat && zstd -q x.dat && gzip -n x.dat

# Too little is left to tell a format by.
$ head -c 20 x.dat.zst > cut.zst; head -c 9 x.dat.gz > cut.gz; daicho validate --layout access-log cut.zst cut.gz
! daicho: cannot read cut.zst: the zstd data ends early after 0 bytes; compare its size and hash with the original and fetch it again
! daicho: cannot read cut.gz: the gzip data ends early after 0 bytes; compare its size and hash with the original and fetch it again
? 3

$ daicho convert --layout access-log --to csv cut.zst out.csv
! daicho: cannot read cut.zst: the zstd data ends early after 0 bytes; compare its size and hash with the original and fetch it again
? 3

$ daicho inspect --layout access-log cut.gz
! daicho: cannot read cut.gz: the gzip data ends early after 0 bytes; compare its size and hash with the original and fetch it again
? 3

# The format is named: what is left is read.
$ for f in fixed:cp932 fixed:cp932,envelope=control csv jsonl; do daicho validate --layout access-log --from $f cut.zst | grep -v 'seconds\|^$'; done
cut.zst: error D0121: the compressed file cannot be read to its end: the zstd data ends early (byte 1 of the file)
    = help: Compare size and hash with the original and fetch the file again.
cut.zst: access-log 1.0 個人番号アクセスログ, fixed:cp932,eol=crlf
  1 error, 0 warnings
    count  code   severity  what
        1  D0121  error     A compressed file that ends early or is damaged
  The file could not be read to its end (the zstd data ends early after 0 bytes): these are not all findings.
  1 check did not run.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
cut.zst: error D0121: the compressed file cannot be read to its end: the zstd data ends early (byte 1 of the file)
    = help: Compare size and hash with the original and fetch the file again.
cut.zst: access-log 1.0 個人番号アクセスログ, fixed:cp932,eol=crlf,envelope=control
  1 error, 0 warnings
    count  code   severity  what
        1  D0121  error     A compressed file that ends early or is damaged
  The file could not be read to its end (the zstd data ends early after 0 bytes): these are not all findings.
  1 check did not run.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
cut.zst: error D0121: the compressed file cannot be read to its end: the zstd data ends early (line 1)
    = help: Compare size and hash with the original and fetch the file again.
cut.zst: access-log 1.0 個人番号アクセスログ, csv:utf-8,eol=crlf
  1 error, 0 warnings
    count  code   severity  what
        1  D0121  error     A compressed file that ends early or is damaged
  The file could not be read to its end (the zstd data ends early after 0 bytes): these are not all findings.
  1 check did not run.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
cut.zst: error D0121: the compressed file cannot be read to its end: the zstd data ends early (byte 1 of the file)
    = help: Compare size and hash with the original and fetch the file again.
cut.zst: access-log 1.0 個人番号アクセスログ, jsonl:utf-8,eol=lf
  1 error, 0 warnings
    count  code   severity  what
        1  D0121  error     A compressed file that ends early or is damaged
  The file could not be read to its end (the zstd data ends early after 0 bytes): these are not all findings.
  1 check did not run.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about

# Enough is left to tell it.
$ head -c -12 x.dat.gz > short.gz; set -o pipefail; daicho validate --layout access-log short.gz | grep -v 'seconds\|^$'
short.gz:5:1: error D0202: the file ends inside a record: 560 of 702 bytes; read from its beginning, it stops fitting in item 備考
    |    |293      |303      |313      |323      |333      |343      |353      |363      |373
    | ...　　　　　＊＊　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　...
    |    ~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = help: Compare with the sender's counts and fetch the file again. Do not complete the last record by hand.
short.gz: error D0121: the compressed file cannot be read to its end: the gzip data ends early (byte 3,377 of the file)
    = help: Compare size and hash with the original and fetch the file again.
short.gz: access-log 1.0 個人番号アクセスログ, fixed:cp932,eol=crlf
  2 errors, 0 warnings
    count  code   severity  what
        1  D0121  error     A compressed file that ends early or is damaged
        1  D0202  error     The file ends inside a record
  The file could not be read to its end (the gzip data ends early after 3376 bytes): these are not all findings.
  1 record could not be read; what stands there was not checked.
  1 check ran in part only.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
  logical checks that ran: L42 (in part)
! short.gz: fixed:cp932,eol=crlf (found from the bytes)
? 1

# For a program: why, and as far as what.
$ daicho validate --layout access-log --report json short.gz 2>/dev/null | grep -o '"records":.*"errors"\|"broken_off":[^,]*'
"records":5,"bytes":3376,"errors"
"broken_off":"the gzip data ends early after 3376 bytes"
$ daicho --lang ja validate --layout access-log short.gz 2>/dev/null | grep 最後まで
short.gz: エラー D0121: 圧縮ファイルを最後まで展開できません。gzip のデータが途中で切れています（ファイルの 3,377 バイト目）
  ファイルを最後まで読めませんでした（gzip のデータが 3376 バイトで途切れています）。指摘はこれで全部ではありません。

# Files of no bytes, compressed or not.
$ touch empty; gzip -nc empty > empty.gz; daicho validate --layout access-log --from fixed:cp932 empty empty.gz | grep -v 'seconds\|^$'
empty: warning D0105: the file has 0 bytes: there are no records (byte 1 of the file)
    = help: Ask the sender whether no records are due. If some are, fetch the file again. With control records (envelope=control) no records and a failed transfer can be told apart.
empty: access-log 1.0 個人番号アクセスログ, fixed:cp932,eol=crlf
  0 errors, 1 warning
    count  code   severity  what
        1  D0105  warning   A file of no bytes
  logical checks that ran: L42
empty.gz: warning D0105: the file has 0 bytes: there are no records (byte 1 of the file)
empty.gz: access-log 1.0 個人番号アクセスログ, fixed:cp932,eol=crlf
  0 errors, 1 warning
    count  code   severity  what
        1  D0105  warning   A file of no bytes
  logical checks that ran: L42
all 2 files: 0 errors, 2 warnings; 0 files with errors

$ set -o pipefail; daicho validate --layout access-log --from csv empty.gz | grep -v 'seconds\|^$'
empty.gz: error D0103: the file is empty, but at least a header row or a control record is due (line 1)
    = help: Check the extraction and the transfer at the sender's, and fetch the file again.
empty.gz: access-log 1.0 個人番号アクセスログ, csv:utf-8,eol=crlf
  1 error, 0 warnings
    count  code   severity  what
        1  D0103  error     An empty file
  1 check did not run.
    records that it needs could not be read, or have errors in its items: L42
    `daicho validate --list-checks` tells what each is about
? 1

$ daicho validate --layout access-log empty empty.gz
! daicho: empty: the format cannot be told from the bytes: the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due; name it with --from
! daicho: empty.gz: the format cannot be told from the bytes: the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due; name it with --from
? 2

$ daicho --lang ja validate --layout access-log --from jsonl empty | grep -v '秒\|^$'
empty: 警告 D0105: ファイルは0バイトです。レコードは1件もありません（ファイルの 1 バイト目）
    = 対処：対象が0件でよいかを送り元に確かめてください。0件でないなら、受け取り直してください。コントロールレコード（envelope=control）を付けてもらえば、0件と転送の失敗を見分けられます。
empty: access-log 1.0 個人番号アクセスログ, jsonl:utf-8,eol=lf
  エラー 0 件、警告 1 件
    件数  コード  重大度  内容
       1  D0105   警告    1バイトも無いファイルである
  実行した論理検査：L42

# The sender's damage to line ends costs no record, whichever row it is.
$ daicho sample records --layout kengen --count 4 --seed 1 --out k.csv; sed '1s/\r$//' k.csv > first.csv; sed '3s/\r$//' k.csv > third.csv; set -o pipefail; daicho validate --layout kengen first.csv third.csv | grep -v 'seconds\|^$'
first.csv: error D0203: the line end is LF instead of CRLF (line 1, column 54)
    = help: Give eol=crlf or eol=lf in --from as the file has it. Lines that end in CR alone are not read: have the sender write CRLF or LF. eol=none is for fixed-width files without any line end only. Where the line end changes inside the file, fetch it again in binary mode.
first.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  1 error, 0 warnings
    count  code   severity  what
        1  D0203  error     Another line end than the spec's
  logical checks that ran: L42
third.csv:2:39: error D0203: the line end is LF instead of CRLF (line 3, column 39)
    |         |9        |19       |29       |39
    | ****,*****************,*********,*****
    |                                       ^
third.csv: kengen 1.0 所属利用事務権限, csv:utf-8,eol=crlf
  1 error, 0 warnings
    count  code   severity  what
        1  D0203  error     Another line end than the spec's
  logical checks that ran: L42
all 2 files: 2 errors, 0 warnings; 2 files with errors
! first.csv: csv:utf-8,eol=crlf (found from the bytes)
! third.csv: csv:utf-8,eol=crlf (found from the bytes)
? 1
