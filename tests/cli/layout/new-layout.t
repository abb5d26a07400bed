# The worked example of docs/layouts.md: a layout and a code list of one's own, from that page's own text.
$ mkdir -p my-schemas/codes; awk '/^A vendor/{on=1} on&&/^```toml/{print_it=1;next} print_it&&/^```/{exit} print_it' $SOURCE/docs/layouts.md >my-schemas/kokuho.toml; awk '/^## A code list/{on=1} on&&/^```toml/{print_it=1;next} print_it&&/^```/{exit} print_it' $SOURCE/docs/layouts.md >my-schemas/codes/kokuho_class.toml; wc -l my-schemas/*.toml my-schemas/codes/*.toml | head -2
  13 my-schemas/kokuho.toml
   8 my-schemas/codes/kokuho_class.toml

$ daicho layout check my-schemas/kokuho.toml my-schemas/codes/kokuho_class.toml
my-schemas/kokuho.toml: layout kokuho 1.0, 5 items, 66 bytes in cp932
my-schemas/codes/kokuho_class.toml: code list kokuho_class, 2 codes

$ daicho layout show kokuho --schemas my-schemas --lang ja | tail -6
番号  id              項目名       桁数   種類                        有無  cp932  utf-8  utf-16  規則
   1  addressee_no    宛名番号     9(15)  数字                        必須   1-15   1-15    1-30  左を0で埋める; 検査数字（宛名番号・世帯番号）
   2  name_length     氏名 項目長  9(3)   数字                        必須  16-18  16-18   31-36  左を0で埋める; 項目 3 氏名 の長さ
   3  name            氏名         N(20)  漢字                        必須  19-58  19-78   37-76  個人情報
   4  qualified_from  資格取得日   9(7)   日付（年号1桁・年月日6桁）  必須  59-65  79-85   77-90
   5  class           国保区分     X(1)   半角文字                    必須  66-66  86-86   91-92  コード表 kokuho_class

# Every command knows it.
$ printf '宛名番号,氏名 項目長,氏名,資格取得日,国保区分\r\n12345674,5,山田　太郎,5010501,A\r\n' >in.csv; daicho convert --schemas my-schemas --layout kokuho --from csv --to fixed:cp932 in.csv out.dat && wc -c <out.dat && daicho convert --schemas my-schemas --layout kokuho --from fixed:cp932 --to csv:utf-8,header=id,eol=lf out.dat -
68
addressee_no,name_length,name,qualified_from,class
000000012345674,005,山田　太郎,5010501,A

# The page shows what these commands print.
$ (daicho layout check my-schemas/kokuho.toml my-schemas/codes/kokuho_class.toml; daicho layout show kokuho --schemas my-schemas --lang ja | tail -6) | while IFS= read -r line; do grep -qxF -- "$line" $SOURCE/docs/layouts.md || echo "not in docs/layouts.md: $line"; done
