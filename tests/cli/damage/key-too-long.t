# A value of 15 digits for a key of 11: it must not become another person's key.
$ head -n 1 $SOURCE/tests/cli/damage/keys.csv | cut -d, -f1-3
juminhyo_code,name_kanji,name_gaiji_count

$ sed '4s/^[0-9]*/123456789010234/' $SOURCE/tests/cli/damage/keys.csv > long.csv

$ daicho convert --layout honnin --from csv:utf-8,header=id,eol=lf --to fixed:utf-16be long.csv out.dat
! long.csv:3:1: error D1007: juminhyo_code (住民票コード) (9(11)) has another length; digits due: 11, found: 15: '***************' (line 4, column 1)
! out.dat was not written
? 1

$ ls out.dat
! ls: cannot access 'out.dat': No such file or directory
? 2

$ daicho convert --layout honnin --from csv:utf-8,header=id,eol=lf --to csv:utf-8,header=id,eol=lf --rejects rejects.csv long.csv - | cut -d, -f1-2
juminhyo_code,name_kanji
12345678903,山田　花子
24727059608,佐藤　次郎
25208017643,髙橋　四郎
37947448440,田中　五月
! long.csv:3:1: error D1007: juminhyo_code (住民票コード) (9(11)) has another length; digits due: 11, found: 15: '***************' (line 4, column 1)
! records written: 4, rejected to rejects.csv: 1

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
long.csv,3,4,647,D1007,juminhyo_code,"juminhyo_code (住民票コード) (9(11)) has another length; digits due: 11, found: 15"

