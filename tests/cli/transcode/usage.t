$ daicho transcode --from utf-8 a b
! daicho: --to is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from latin-1 --to utf-8 a b
! daicho: --from takes cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, euc-jis-2004, ibm-930, ibm-939, juki, not 'latin-1'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from utf-8 --to cp932 --on-unmappable guess a b
! daicho: --on-unmappable takes stop, substitute or geta, not 'guess'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from utf-8 --to cp932 --report yaml a b
! daicho: --report takes text or json, not 'yaml'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from utf-8 --to cp932 --juki-table t.csv a b
! daicho: --juki-table needs --from or --to juki
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from utf-8 --to cp932 --substitutes t.csv a b
! daicho: --substitutes needs --on-unmappable substitute
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# Names that the rest of the world has for them.
$ daicho transcode --from sjis --to utf8 a b
! daicho: --from takes cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, euc-jis-2004, ibm-930, ibm-939, juki, not 'sjis'; did you mean cp932?
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho transcode --from cp932 --to utf8 a b
! daicho: --to takes cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, euc-jis-2004, ibm-930, ibm-939, juki, not 'utf8'; did you mean utf-8?
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
