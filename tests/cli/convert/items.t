# --items writes some columns only, and never 個人番号.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,eol=lf --items 操作職員名称,seq $SOURCE/tests/cli/damage/good.csv -
操作職員名称,SEQ
山田　花子,000000000001
佐藤　次郎,000000000002
鈴木　三郎,000000000003
髙橋　四郎,000000000004
田中　五月,000000000005

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to jsonl --items seq,remarks $SOURCE/tests/cli/damage/good.csv - | head -n 1
{"seq":"000000000001","remarks":"照会"}

$ daicho convert --layout juki --to csv --items addressee_no,個人番号 no-such-file out.csv
! daicho: --items may not name '個人番号': only a whole layout or a job carries 個人番号
? 5

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv --items seq,seq $SOURCE/tests/cli/damage/good.csv -
! daicho: --items names 'seq' twice
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv --items seq,operator $SOURCE/tests/cli/damage/good.csv -
! daicho: layout access-log has no item 'operator'; did you mean 'operator_no'?
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --items seq $SOURCE/tests/cli/damage/good.csv -
! daicho: --items needs --to csv or jsonl
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to csv:utf-8,envelope=control --items seq $SOURCE/tests/cli/damage/good.csv -
! daicho: --items and envelope=control do not go together: an envelope is about whole records
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

