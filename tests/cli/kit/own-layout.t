# A layout of one's own has a kit as the program's have.

$ mkdir -p own/codes; printf '%s\n' 'id = "kokuho_class"' 'name = "国保区分"' 'origin = "toolkit"' 'source = "契約書"' 'codes = [ { code = "A", name = "一般" }, { code = "B", name = "退職" } ]' >own/codes/kokuho_class.toml; printf '%s\n' 'id = "kokuho"' 'version = "1.0"' 'name = "国保資格"' 'source = "契約書"' 'key = "addressee_no"' 'items = [' '{ no = 1, id = "addressee_no", name = "宛名番号", picture = "9(15)", kind = "digits", presence = "required", fill = "zeros", check = "addressee_no" },' '{ no = 2, id = "name_length", name = "氏名 項目長", picture = "9(3)", kind = "digits", presence = "required", fill = "zeros", length_of = "name" },' '{ no = 3, id = "name", name = "氏名", picture = "N(20)", kind = "kanji", presence = "required", private = "personal" },' '{ no = 4, id = "qualified_from", name = "資格取得日", picture = "9(7)", kind = "era_date", presence = "required" },' '{ no = 5, id = "class", name = "国保区分", picture = "X(1)", kind = "text", presence = "required", codes = "kokuho_class" },' ']' >own/kokuho.toml; daicho kit --schemas own --layout kokuho --out kit; daicho kit verify --schemas own kit
kit: kokuho, [0-9]+ good files, [0-9]+ bad files, all as expected (re)
! daicho: kit: [0-9]+ good files, [0-9]+ bad files, [0-9,]+ bytes (re)

$ daicho kit verify kit
! daicho: no layout 'kokuho'; `daicho layout list` lists them
? 2

$ grep 項目 kit/good/fixed-cp932/cases.csv | tr -d "\r" | head -1; grep -c . kit/good/fixed-utf-8/cases.csv; grep コード, kit/good/csv-utf-8/cases.csv | tr -d "\r"
﻿ファイル,レコード,項目番号,項目ID,項目名,ねらい,説明,値
16
﻿ファイル,レコード,項目番号,項目ID,項目名,ねらい,説明,値
codes.csv,1,5,class,国保区分,コード,一般,A
codes.csv,2,5,class,国保区分,コード,退職,B

# Conditions: what they require and forbid has a bad file each, and what stands in no good file is counted.
$ sed -i 's/^].*//' own/kokuho.toml; printf '%s\n' '{ no = 6, id = "spouse", name = "被扶養", picture = "X(4)", kind = "text", presence = "conditional", required_when = { class = "B" } },' '{ no = 7, id = "reason", name = "事由", picture = "9(2)", kind = "digits", presence = "optional", blank_when = { class = "A" } },' ']' >>own/kokuho.toml; daicho kit --schemas own --layout kokuho --out conditions; daicho kit verify --schemas own conditions; ls conditions/bad | grep D110
conditions: kokuho, [0-9]+ good files, [0-9]+ bad files, all as expected (re)
D1101.dat
D1102.dat
D1103.dat
! daicho: conditions: [0-9]+ good files, [0-9]+ bad files, [0-9,]+ bytes (re)
