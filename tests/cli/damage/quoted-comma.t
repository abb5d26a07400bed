# A comma and a quote inside quoted CSV values stay in their value.
$ sed '4s/,K003,/,"K,""3",/' $SOURCE/tests/cli/damage/good.csv > comma.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 comma.csv out.dat

$ daicho inspect --layout access-log --from fixed:cp932 --record 3 out.dat | sed -n '8,10p'
129  system_code              システムコード      62-65    JUKI
130  control_no               管理番号            66-85    K,"3
131  terminal                 操作端末            86-100   172.16.0.13

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf out.dat - | cmp - comma.csv

