# U+301C and U+2212 into CP932: written as the similar ～ and －, counted, and with --strict refused.
$ sed '4s/照会/９〜１２時−１３時/' $SOURCE/tests/cli/damage/good.csv > wave.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 wave.csv out.dat
! out.dat: characters for which cp932 has only a similar one: 2
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 1, the first in record 3, remarks (備考)
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 1, the first in record 3, remarks (備考)

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf out.dat - | sed -n 4p | cut -d, -f13
９～１２時－１３時

$ daicho convert --strict --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 wave.csv strict.dat
! strict.dat: characters for which cp932 has only a similar one: 2
!   U+2212 '−' MINUS SIGN, as U+FF0D '－': 1, the first in record 3, remarks (備考)
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 1, the first in record 3, remarks (備考)
! wave.csv: --strict refuses U+301C '〜' WAVE DASH, which would come back as U+FF5E '～': in record 3, remarks (備考)
! strict.dat was not written
? 1

$ ls strict.dat
! ls: cannot access 'strict.dat': No such file or directory
? 2

# The other way round, codes that CP932 has twice (NEC's ED40 for 纊 here, which would come back as IBM's FA5C).
$ { head -c 1630 out.dat; printf '\xED\x40'; tail -c +1633 out.dat; } > twice.dat

$ daicho convert --layout access-log --from fixed:cp932 --to csv twice.dat twice.csv
! twice.dat:3:223: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '**　**'
! twice.dat: codes of cp932 that would come back as others: 1
!   ED40, read as U+7E8A '纊': 1, the first in record 3, operator_name (操作職員名称)

$ daicho convert --strict --layout access-log --from fixed:cp932 --to csv twice.dat strict.csv
! twice.dat:3:223: warning D1014: operator_name (操作職員名称) holds a duplicate code that would be written back as another: '**　**'
! twice.dat: codes of cp932 that would come back as others: 1
!   ED40, read as U+7E8A '纊': 1, the first in record 3, operator_name (操作職員名称)
! twice.dat: --strict refuses the code ED40 (U+7E8A '纊'), which would come back as another: in record 3, operator_name (操作職員名称)
! strict.csv was not written
? 1

