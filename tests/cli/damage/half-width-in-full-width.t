# Half-width text in a full-width field (操作職員名称, bytes 223-302 of the record): the fields behind it stay in place.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv good.dat

$ { head -c 1630 good.dat; printf '%-80s' 'SUZUKI SABURO'; tail -c +1711 good.dat; } > bad.dat

$ daicho convert --layout access-log --from fixed:cp932 --to csv bad.dat out.csv
! bad.dat:3:223: warning D1012: operator_name (操作職員名称) is full-width, but filled with half-width spaces: '****** ******'
! bad.dat:3:223: error D1005: operator_name (操作職員名称) (N(40)) holds half-width text or a control character: '****** ******'
! out.csv was not written
? 1

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf --rejects rejects.csv bad.dat - | cmp - <(sed 4d $SOURCE/tests/cli/damage/good.csv)
! bad.dat:3:223: warning D1012: operator_name (操作職員名称) is full-width, but filled with half-width spaces: '****** ******'
! bad.dat:3:223: error D1005: operator_name (操作職員名称) (N(40)) holds half-width text or a control character: '****** ******'
! records written: 4, rejected to rejects.csv: 1

$ tail -n 1 rejects.csv | sed 's/,[0-9A-F]*\r$//'
bad.dat,3,3,1408,D1005,operator_name,operator_name (操作職員名称) (N(40)) holds half-width text or a control character

