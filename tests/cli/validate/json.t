$ set -o pipefail; cd $SAMPLES; daicho validate --from fixed:cp932 --layout soufusaki --report json bad/soufusaki.dat | sed -E 's/"seconds":[0-9.]+/"seconds":0/'
{"type":"finding","severity":"error","code":"D2001","file":"bad/soufusaki.dat","record":2,"line":2,"column":1627,"offset":3453,"item":"name_length","item_no":39,"name":"氏名 漢字項目長","bytes":[1627,1629],"message":"name_length (氏名 漢字項目長) differs from the length of 氏名 漢字; it must be 4","value":"099","schema":"schemas/soufusaki.toml:49"}
{"type":"finding","severity":"error","code":"D0202","file":"bad/soufusaki.dat","record":5,"line":5,"column":null,"offset":13812,"item":null,"item_no":null,"name":null,"bytes":[1,1700],"message":"the file ends inside a record: 1700 of 3451 bytes","value":null,"schema":null}
{"type":"summary","file":"bad/soufusaki.dat","layout":"soufusaki","format":"fixed:cp932,eol=crlf","records":5,"bytes":15512,"errors":2,"warnings":0,"seconds":0,"faulty_records":2,"unreadable_records":1,"not_shown":0,"errors_between":0,"broken_off":null,"codes":{"D0202":1,"D2001":1},"as_of":null,"profile":null,"checks":["L24","L31","L35","L42","L50","L52","L54"],"skipped":[{"check":"L07","reason":"as_of"},{"check":"L32","reason":"as_of"},{"check":"L53","reason":"against"},{"check":"L35","reason":"unreadable"},{"check":"L42","reason":"unreadable"},{"check":"L52","reason":"unreadable"}]}
? 1

$ set -o pipefail; cd $SAMPLES; daicho validate --lang ja --from csv --layout kengen --report json bad/kengen.csv good/kengen.csv | sed -E 's/"seconds":[0-9.]+/"seconds":0/'
{"type":"finding","severity":"error","code":"D1204","file":"bad/kengen.csv","record":2,"line":3,"column":6,"offset":96,"item":"updated_at","item_no":121,"name":"更新日時","bytes":[6,22],"message":"「更新日時」は年月日時分秒ミリ秒 (17桁) として正しい時刻ではありません","value":"20261120250000000","schema":"schemas/kengen.toml:11"}
{"type":"finding","severity":"error","code":"D1402","file":"bad/kengen.csv","record":3,"line":4,"column":35,"offset":137,"item":"serial_no","item_no":123,"name":"連番","bytes":[35,39],"message":"「連番」が決められた書き方に合いません (書き方: 0*[1-9][0-9]*)","value":"00000","schema":"schemas/kengen.toml:13"}
{"type":"summary","file":"bad/kengen.csv","layout":"kengen","format":"csv:utf-8,eol=crlf","records":3,"bytes":178,"errors":2,"warnings":0,"seconds":0,"faulty_records":2,"unreadable_records":0,"not_shown":0,"errors_between":0,"broken_off":null,"codes":{"D1204":1,"D1402":1},"as_of":null,"profile":null,"checks":["L42"],"skipped":[{"check":"L42","reason":"unreadable"}]}
{"type":"summary","file":"good/kengen.csv","layout":"kengen","format":"csv:utf-8,eol=crlf","records":11,"bytes":506,"errors":0,"warnings":0,"seconds":0,"faulty_records":0,"unreadable_records":0,"not_shown":0,"errors_between":0,"broken_off":null,"codes":{},"as_of":null,"profile":null,"checks":["L42"],"skipped":[]}
? 1

# What the contract lists comes first, in its order.
$ cd $SAMPLES; daicho validate --from fixed:cp932 --layout soufusaki --report json good/soufusaki.dat | grep -o '"type".*"seconds"' | sed -E 's/"bytes":[0-9]+/"bytes":N/'
"type":"summary","file":"good/soufusaki.dat","layout":"soufusaki","format":"fixed:cp932,eol=crlf","records":5,"bytes":N,"errors":0,"warnings":0,"seconds"
