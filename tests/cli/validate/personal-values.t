# 個人番号, names and addresses are masked, the neighbours of a faulty field too, in every form of the report.
$ daicho sample records --layout juki --count 3 --seed 5 --to fixed:cp932 --out good.dat >/dev/null 2>&1; cp good.dat bad.dat; printf '123456789010' | dd of=bad.dat bs=1 seek=6591 conv=notrunc status=none; printf '\201\040' | dd of=bad.dat bs=1 seek=$((6605 + 1121)) conv=notrunc status=none; printf '520260230' | dd of=bad.dat bs=1 seek=$((13210 + 1322)) conv=notrunc status=none

$ daicho validate --from fixed:cp932 --layout juki bad.dat | sed '/^$/,$d; /^    | \.\.\./d'
bad.dat:1:6592: error D1301 個人番号: the check digit of individual_no (個人番号) is wrong: '************'
    |          |6522     |6532     |6542     |6552     |6562     |6572     |6582     |6592     |6602
    |                                                                                ^^^^^^^^^^^^
    = schemas/juki.toml:90: { no = 81, id = "individual_no", name = "個人番号", picture = "9(12)"...
    = help: Look the number up. Never just compute another check digit.
bad.dat:2:1122: error D1001 漢字氏名: name_kanji (漢字氏名) holds bytes that are no character of cp932, from byte 1122 of the record
    |      |1082     |1092     |1102     |1112     |1122     |1132     |1142     |1152     |1162
    |                                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    = schemas/juki.toml:30: { no = 21, id = "name_kanji", name = "漢字氏名", picture = "N(100)", ...
    = help: Look at the bytes with `daicho inspect --layout LAYOUT --record N --hex --show-values FILE` (without --show-values personal items are masked). Where the charset is named rightly, ask the sender for a new file.
bad.dat:3:1323: error D1201 生年月日: birth_date (生年月日) is no day of the calendar: '520260230'
    |            |1292     |1302     |1312      |1323     |1333     |1343     |1353     |1363
    |                                           ^^^^^^^^^
    = schemas/juki.toml:32: { no = 23, id = "birth_date", name = "生年月日", picture = "9(9)", ki...
    = help: Look the date up. Where a part is unknown, write 00 if the item allows it.


$ for form in text json sarif html; do daicho validate --from fixed:cp932 --layout juki --report $form bad.dat | grep -c '123456789010\|31 32 33 34 35 36 37 38 39 30 31 30'; done
0
0
0
0
? 1

$ for form in text json sarif html; do daicho validate --show-values --from fixed:cp932 --layout juki --report $form bad.dat | grep -c '123456789010\|31 32 33 34 35 36 37 38 39 30 31 30'; done
2
1
1
2

# With --show-values the window shows the field; broken bytes are escaped.
$ daicho validate --show-values --from fixed:cp932 --layout juki bad.dat | grep -c '^    | \.\.\..*\\x81'
1

# Columns that slipped: a name in 性別, a 個人番号 in 住所を定めた日.
$ daicho sample records --layout honnin --count 2 --seed 5 --to csv:utf-8 --out honnin.csv >/dev/null 2>&1; awk -F, -v OFS=, 'NR > 1 { t = $2; $2 = $7; $7 = t; t = $13; $13 = $15; $15 = t } 1' honnin.csv >slipped.csv; name=$(awk -F, 'NR == 2 { print $2 }' honnin.csv); number=$(awk -F, 'NR == 2 { print $13 }' honnin.csv); [ ${#number} = 12 ] && for form in text json sarif html; do daicho validate --from csv:utf-8 --layout honnin --report $form slipped.csv | grep -c "$name\|$number"; daicho validate --show-values --from csv:utf-8 --layout honnin --report $form slipped.csv | grep -q "$name.*\|$number" && echo shown; done
0
shown
0
shown
0
shown
0
shown

$ daicho validate --from csv:utf-8 --layout honnin --report json slipped.csv | grep '"record":1,' | grep -o '"item":"\(sex\|settled_date\)".*' | grep -o '"item":"[a-z_]*"\|"value":.*,'
"item":"sex"
"value":"**　*",
"item":"settled_date"
"value":"************",

# The width of a wrong value of an open item is told, and the value itself where it is nobody's.
$ sed -i '2s/,SAMPLE[^,]*,/,SAMPLE\t01,/' honnin.csv; daicho validate --from csv:utf-8 --layout honnin --report json honnin.csv | grep -o '"item":"operator_id".*"value":"[^"]*"' | grep -o '"value":.*'
"value":"SAMPLE\\u{9}01"
