$ daicho chars
! daicho: FILE... is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars --format xml a.txt
! daicho: --format takes text, json or html, not 'xml'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars --from fixed:cp932 a.txt
! daicho: --from takes a charset where there is no --layout: cp932, utf-8, utf-16le, utf-16be, shift_jis-2004, euc-jis-2004, ibm-930, ibm-939, juki; not 'fixed:cp932'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars --strict-for ebcdic a.txt
! daicho: --strict-for takes cp932, shift_jis-2004, utf-16, ibm-930, juki, certificate, not 'ebcdic'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars --places 1001 a.txt
! daicho: --places takes at most 1000
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars - -
! daicho: standard input is named twice
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho chars --from utf-8 absent.txt
! daicho: cannot open absent.txt: No such file or directory
? 3

$ daicho chars --layout nothing absent.txt
! daicho: no layout 'nothing'; `daicho layout list` lists them
? 2
