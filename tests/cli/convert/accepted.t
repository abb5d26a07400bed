# Accepted with a warning: full-width digits in a 9 item, a final 0x1A, a last row without line end.
$ sed '3s/^000000000002/０00000000002/' $SOURCE/tests/cli/damage/good.csv > wide.csv; printf '\x1A' >> wide.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf wide.csv - | cmp - $SOURCE/tests/cli/damage/good.csv
! wide.csv:2:1: warning D1011: seq (SEQ) came in full-width digits and was read as half-width: '０00000000002' (line 3, column 1)
! wide.csv: warning D0102: the file ends with one byte 0x1A, which is not read as data (line 7)

$ head -c -1 $SOURCE/tests/cli/damage/good.csv | daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf - - | cmp - $SOURCE/tests/cli/damage/good.csv
! -:5:151: warning D0308: the last row has no line end (line 6, column 151)

