# Command lines that are wrong, before any file is touched.
$ daicho convert --to csv a b
! daicho: --layout is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log a b
! daicho: --to is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log --to auto a b
! daicho: --to takes a format: 'auto' is for --from
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log --to xls a b
! daicho: format 'xls': unknown kind 'xls'; known are fixed, csv, jsonl
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log --from csv:ebcdic --to csv a b
! daicho: format 'csv:ebcdic': unknown charset 'ebcdic'; known are cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, euc-jis-2004, ibm-930, ibm-939, juki
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout jukii --to csv a b
! daicho: no layout 'jukii'; did you mean 'juki'?
? 2

$ daicho convert --layout access-log --to csv --rejects - - -
! daicho: OUT and --rejects are both standard output
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

