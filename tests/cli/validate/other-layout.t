# A file of another layout is known by its lengths: said where its format is asked for, and before the faults that follow.
$ daicho validate --layout soufusaki $SOURCE/samples/good/honnin.dat 2>&1 | sed "s,$SOURCE/,,; s/no format fits.*guessed/…/"; exit ${PIPESTATUS[0]}
daicho: samples/good/honnin.dat: not readable as layout soufusaki: …; it looks like honnin (fixed:utf-16be,eol=crlf)
? 2
$ daicho validate --layout soufusaki --from fixed:utf-16be $SOURCE/samples/good/honnin.dat 2>&1 | sed "s,$SOURCE/,," | grep -A1 D0104: ; exit ${PIPESTATUS[0]}
samples/good/honnin.dat: error D0104: the bytes do not read as layout soufusaki, but they do as honnin (fixed:utf-16be,eol=crlf) (byte 1 of the file)
    = help: Check the file and --layout. If --layout is right, have the sender make the file anew.
? 1
# A file like no layout is told as it is.
$ echo hello >x.txt; daicho validate --layout soufusaki x.txt 2>&1 | grep -c 'looks like'
0
? 1
