# Under --log json every line of standard error is a JSON object, also of a file whose name is no UTF-8.
$ name=$(printf '\x8e\x96.dat'); head -c 6000 $SAMPLES/good/soufusaki.dat > "$name"; daicho convert --log json --layout soufusaki --to csv "$name" out.csv
! {"type":"format","file":"��.dat","format":"fixed:cp932,eol=crlf"}
! {"type":"finding","severity":"error","code":"D0202","file":"��.dat","record":2,"line":2,"column":null,"offset":3453,"item":null,"item_no":null,"name":null,"bytes":[1,2547],"message":"the file ends inside a record: 2547 of 3451 bytes","value":null,"schema":null}
! {"type":"note","text":"out.csv was not written"}
? 1

$ daicho convert --log json --layout soufusaki --to csv missing.dat out.csv
! {"type":"error","text":"cannot open missing.dat: No such file or directory"}
? 3

$ daicho layout show nothing --log json
! {"type":"error","text":"no layout 'nothing'; `daicho layout list` lists them"}
? 2
