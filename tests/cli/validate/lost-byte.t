# Where a record of the wrong length stops fitting is told in every form of the report.
$ { head -c 8556 $SAMPLES/good/soufusaki.dat; tail -c +8558 $SAMPLES/good/soufusaki.dat; } > bad.dat; daicho validate --layout soufusaki bad.dat | head -n 5
bad.dat:3:1: error D0201: the record has 3450 bytes instead of 3451; read from its beginning, it stops fitting in item 氏名 漢字
    |     |1620     |1630     |1640     |1650      |1661     |1671     |1681     |1691     |1701
    | ...***********＊　＊＊　　　　　　＊*　　　　　　　　　　　　　　　　　　　　　　　　　　　...
    |    ~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    = help: See with `daicho inspect --layout LAYOUT --record N --hex FILE` from which item on the record slipped. Usual causes are another charset than the one named, line ends converted on the way, and values wider than their item. Ask the sender for a new file. A finding without a record is about a control record (1 at the beginning, 8 and 9 at the end), which inspect does not show: ask the sender whether it is filled with blanks on the right to the length that the message has.
! bad.dat: fixed:cp932,eol=crlf (found from the bytes)

$ daicho --lang ja validate --layout soufusaki bad.dat | head -n 1
bad.dat:3:1: エラー D0201: レコードの長さは 3451 バイトのはずですが、3450 バイトです。先頭から読むと、項目「氏名 漢字」で合わなくなります
! bad.dat: fixed:cp932,eol=crlf（バイト列から判定しました）

$ daicho --lang ja validate --layout soufusaki --report json bad.dat 2>/dev/null | head -n 1
{"type":"finding","severity":"error","code":"D0201","file":"bad.dat","record":3,"line":3,"column":null,"offset":6906,"item":null,"item_no":null,"name":null,"bytes":[1,3452],"message":"レコードの長さは 3451 バイトのはずですが、3450 バイトです。先頭から読むと、項目「氏名 漢字」で合わなくなります","value":null,"schema":null}

$ for form in json sarif html; do daicho --lang ja validate --layout soufusaki --report $form bad.dat 2>/dev/null | grep -c '合わなくなります'; done
1
1
1

# The place of a fault is the same in every command.
$ daicho sample records --layout access-log --count 1 --seed 1 --to fixed:cp932 --overwrite --out one.dat 2>/dev/null; { head -c 224 one.dat; printf '\x81\x20'; tail -c +227 one.dat; } > broken.dat; for command in validate inspect; do daicho $command --layout access-log broken.dat 2>&1 | grep -o 'broken.dat:.*D1001'; done; daicho convert --layout access-log --to csv broken.dat - 2>&1 | grep -o 'broken.dat:.*D1001'
broken.dat:1:225: error D1001
broken.dat:1:225: error D1001
broken.dat:1:225: error D1001
