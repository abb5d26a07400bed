# The last record lost its line end: it is whole, and told.
$ head -c -2 $SAMPLES/good/soufusaki.dat > cut.dat; daicho convert --layout soufusaki --to csv cut.dat out.csv
! cut.dat: fixed:cp932,eol=crlf (found from the bytes)
! cut.dat:5:3451: error D0203: the line end (CRLF) is missing
? 1

$ daicho --lang ja convert --layout soufusaki --to csv --overwrite cut.dat out.csv
! cut.dat: fixed:cp932,eol=crlf（バイト列から判定しました）
! cut.dat:5:3451: エラー D0203: 改行（CRLF）がありません
? 1
