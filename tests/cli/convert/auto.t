# The format is found from the bytes and said, or refused with the reason.
$ cp $SOURCE/tests/cli/damage/good.csv .

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932,eol=lf good.csv in.dat && daicho convert --layout access-log --to csv:utf-8,header=id,eol=lf in.dat - | cmp - good.csv
! in.dat: fixed:cp932,eol=lf (found from the bytes)

$ daicho convert --layout access-log --to fixed:utf-8 good.csv out.dat && daicho convert --lang ja --layout access-log --to jsonl out.dat - | head -c 60
{"seq":"000000000001","integrated_addressee_no":"00000000000
! good.csv: csv:utf-8,eol=lf,header=id (found from the bytes)
! out.dat: fixed:utf-8,eol=crlf（バイト列から判定しました）

$ printf 'neither this\nnor that\n' > other.txt; daicho convert --layout access-log --to csv other.txt out.csv
! daicho: other.txt: the format cannot be told from the bytes: no format fits layout access-log: the first line has 12 bytes; a record has 702 bytes in cp932, 982 in utf-8 and 844 in utf-16, without its line end; and the first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed; name it with --from
? 2

$ : > empty; daicho convert --layout access-log --to csv empty out.csv
! daicho: empty: the format cannot be told from the bytes: the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due; name it with --from
? 2

$ ls
empty
good.csv
in.dat
other.txt
out.dat

