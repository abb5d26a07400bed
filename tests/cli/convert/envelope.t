# Control records: written from options, carried over from the input, checked on reading.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932,envelope=control --envelope from=132101,to=JLIS,made=20261120180000,extent=1,base_date=20261120,serial=000007 $SOURCE/tests/cli/damage/good.csv with.dat

$ cut -c1-60 with.dat | sed -n '1p;$p' | tr -d '\r'
1access-log                      0100132101JLIS            2
9000000008                                                  

$ daicho convert --layout access-log --from fixed:cp932,envelope=control --to csv:utf-8,header=id,eol=lf,envelope=control --envelope serial=000008 with.dat - | cut -d, -f1-10
record_class,seq,integrated_addressee_no,addressee_no,operated_at,operation_code,system_code,control_no,terminal,terminal_host
1,access-log,0100,132101,JLIS,20261120180000,1,20261120,000008,utf-8
2,000000000001,000000000000019,000000000000019,20261120090000000,01,JUKI,K001,172.16.0.11,MADO01
2,000000000002,000000000000027,000000000000027,20261120090100000,02,JUKI,K002,172.16.0.12,MADO02
2,000000000003,000000000000035,000000000000035,20261120090200000,01,JUKI,K003,172.16.0.13,MADO03
2,000000000004,000000000000043,000000000000043,20261120090300000,03,JUKI,K004,172.16.0.14,MADO04
2,000000000005,000000000000051,000000000000051,20261120090400000,01,JUKI,K005,172.16.0.15,MADO05
8,000000005,000000000000015,0cb4bbdb475bc235cd2bd312ae8eafb5ffbb6ccb24bc168c62f1905f09fdd5a8
9,000000008

$ daicho convert --layout access-log --from fixed:cp932,envelope=control --to csv:utf-8,header=id,eol=lf with.dat - | cmp - $SOURCE/tests/cli/damage/good.csv

# One digit of a record changed: the hash total or the SHA-256 tells.
$ sed '3s/MADO02/MADO03/' with.dat > changed.dat; daicho convert --layout access-log --from fixed:cp932,envelope=control --to csv changed.dat out.csv
! changed.dat: error D0113: sha256 differs from what the file's bytes give (line 7)
! out.csv was not written
? 1

$ sed '3d' with.dat > fewer.dat; daicho convert --layout access-log --from fixed:cp932,envelope=control --to csv fewer.dat out.csv
! fewer.dat: error D0112: data_records says 000000005, but 000000004 were counted (line 6)
! fewer.dat: error D0113: hash_total differs from what the file's bytes give (line 6)
! fewer.dat: error D0113: sha256 differs from what the file's bytes give (line 6)
! fewer.dat: error D0112: all_records says 000000008, but 000000007 were counted (line 7)
! out.csv was not written
? 1

$ sed '$d' with.dat > open.dat; daicho convert --layout access-log --from fixed:cp932,envelope=control --to csv open.dat out.csv
! open.dat: error D0111: control record 9 is missing
! out.csv was not written
? 1

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932,envelope=control --envelope colour=red $SOURCE/tests/cli/damage/good.csv out.dat
! daicho: --envelope takes from=, to=, made=, extent=, base_date=, serial=, not 'colour=red'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932,envelope=control --envelope made=today $SOURCE/tests/cli/damage/good.csv out.dat
! daicho: the envelope's made 'today' does not fit 9(14)
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --envelope serial=1 $SOURCE/tests/cli/damage/good.csv out.dat
! daicho: --envelope needs --to with envelope=control
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

