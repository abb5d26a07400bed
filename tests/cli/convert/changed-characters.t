# Characters that would not come back: each kind with its code points, its count and where it stands first.
$ cp $SOURCE/tests/cli/damage/good.csv . && sed 's/市民課/〜−課/' good.csv > signs.csv && daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 signs.csv signs.dat
! signs.dat: characters for which cp932 has only a similar one: 4
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 2, the first in record 1, operator_department (操作職員所属名称)
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 2, the first in record 1, operator_department (操作職員所属名称)

$ daicho --lang ja convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 signs.csv ja.dat
! ja.dat: cp932 には似た文字しかない文字：4個
!   U+2212「−」 → U+FF0D「－」: 2個、最初は1件目の「操作職員所属名称」
!   U+301C「〜」 → U+FF5E「～」: 2個、最初は1件目の「操作職員所属名称」

$ daicho convert --strict --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 signs.csv strict.dat
! strict.dat: characters for which cp932 has only a similar one: 4
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 2, the first in record 1, operator_department (操作職員所属名称)
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 2, the first in record 1, operator_department (操作職員所属名称)
! signs.csv: --strict refuses U+301C '〜' WAVE DASH, which would come back as U+FF5E '～': in record 1, operator_department (操作職員所属名称)
! strict.dat was not written
? 1

$ daicho --log json convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 signs.csv json.dat
! {"type":"note","text":"json.dat: characters for which cp932 has only a similar one: 4"}
! {"type":"change","change":"similar","file":"json.dat","charset":"cp932","code":null,"character":"−","code_points":["U+2212"],"character_name":"MINUS SIGN","similar":"－","count":2,"record":1,"item":"operator_department","item_no":134,"name":"操作職員所属名称"}
! {"type":"change","change":"similar","file":"json.dat","charset":"cp932","code":null,"character":"〜","code_points":["U+301C"],"character_name":"WAVE DASH","similar":"～","count":2,"record":1,"item":"operator_department","item_no":134,"name":"操作職員所属名称"}

# Codes of CP932 that have another code of the same character.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 good.csv good.dat && { head -c 222 good.dat; printf '\xED\x40\x87\x90\xED\x40'; tail -c +229 good.dat; } > codes.dat && daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8 codes.dat codes.csv
! codes.dat:1:223: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '*****'
! codes.dat: codes of cp932 that would come back as others: 3
!   ED40, read as U+7E8A '纊': 2, the first in record 1, operator_name (操作職員名称)
!   8790, read as U+2252 '≒' APPROXIMATELY EQUAL TO OR THE IMAGE OF: 1, the first in record 1, operator_name (操作職員名称)

$ daicho --lang ja convert --strict --layout access-log --from fixed:cp932 --to csv:utf-8 codes.dat - > /dev/null
! codes.dat:1:223: 警告 D1014: 「操作職員名称」に、書き戻すと別のコードになる重複文字があります：「*****」
! codes.dat: 元のコードには戻らない cp932 のコード：3個
!   ED40 → U+7E8A「纊」: 2個、最初は1件目の「操作職員名称」
!   8790 → U+2252「≒」: 1個、最初は1件目の「操作職員名称」
! codes.dat: コード ED40（U+7E8A「纊」）は別のコードになって戻るため、--strict により中止しました（最初は1件目の「操作職員名称」）
! --strict で認められない内容がすでに標準出力に出ています（5レコード）。使わないでください
? 1

# EBCDIC fields, which have no shift codes.
$ printf 'code,character\nF040,高\nF041,か゚\n' > gaiji.csv; sed 's/山田　花子/\xEE\x80\x80\xEE\x80\x81田/' good.csv > own.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:ibm-939 own.csv own.dat && daicho convert --gaiji gaiji.csv --layout access-log --from fixed:ibm-939 --to csv:utf-8,header=id own.dat own2.csv; sed -n 2p own2.csv | cut -d , -f 12
高か゚田
! own.dat:1:223: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '****'
! own.dat: codes of ibm-939 that would come back as others: 1
!   6941, read as U+9AD8 '高': 1, the first in record 1, operator_name (操作職員名称)

# A 外字 in UTF-8 does not become its meaning without a word.
$ daicho convert --gaiji gaiji.csv --layout access-log --from csv:utf-8,header=id,eol=lf --to jsonl own.csv own.jsonl
! own.csv:1:121: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '****' (line 2, column 121)
! own.csv: codes of utf-8 that would come back as others: 2
!   U+E000, read as U+9AD8 '高': 1, the first in record 1, operator_name (操作職員名称)
!   U+E001, read as U+304B U+309A 'か゚' HIRAGANA LETTER KA + COMBINING KATAKANA-HIRAGANA SEMI-VOICED SOUND MARK: 1, the first in record 1, operator_name (操作職員名称)

# D1002 names the whole character.
$ sed 's/山田　花子/葛󠄀田か゚/' good.csv > rare.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 rare.csv rare.dat
! rare.csv:1:121: error D1002: operator_name (操作職員名称) holds a character (U+845B U+E0100) that cp932 lacks: '****' (line 2, column 121)
! rare.dat was not written
? 1

$ sed 's/山田　花子/山田か゚/' good.csv > letter.csv; daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 letter.csv letter.dat
! letter.csv:1:121: error D1002: operator_name (操作職員名称) holds a character (U+304B U+309A) that cp932 lacks: '****' (line 2, column 121)
! letter.dat was not written
? 1

# 外字 of JSON Lines, as characters and as escapes.
$ printf 'code,character\nU+E000,髙\n' > own.csv; printf '{"seq":"000000000001","operator_name":"\\uE000橋\uE000"}\n' > own.jsonl; daicho convert --layout access-log --gaiji own.csv --from jsonl,eol=lf --to csv own.jsonl own-out.csv
! own.jsonl:1:39: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '***'
! own.jsonl: codes of utf-8 that would come back as others: 2
!   U+E000, read as U+9AD9 '髙': 2, the first in record 1, operator_name (操作職員名称)
