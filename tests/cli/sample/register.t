# The bytes of a seed are a promise: they change only with a CHANGELOG entry.
$ daicho sample register --residents 1000 --seed 1 --out register.csv
$ sha256sum register.csv
38ac74acb7cc46cf06aeff311cde039af09e6f7b848c263279e6b8c4064ad6ce  register.csv
$ daicho sample register --residents 1000 --seed 1 --to fixed:cp932 --out - | sha256sum
b1187b4c62bc48e57a283544274a91121caf2f5faec153ea9fb881a1520585d8  -
$ daicho sample register --residents 1000 --seed 1 --out register.csv
! daicho: register.csv exists; --overwrite replaces it
? 2
$ daicho sample register --residents 30 --seed 1 --as-of 2027-01-15 --side-files lists --out small.csv && ls lists && ls lists/cases | wc -l
atena.csv
cases
kengen.csv
print-classes.csv
resident-since.csv
suppress.csv
15


# The next day follows from seed and register.
$ daicho sample evolve --changes 20 --seed 2 register.csv next.csv
$ sha256sum next.csv
d6a52907a9acf6e56742c58e27e5f996d297096035afb034288f4f4ffda63de6  next.csv
$ daicho sample evolve --changes 20 --seed 2 register.csv - | cmp - next.csv
$ daicho sample evolve --as-of 20260101 register.csv early.csv
! daicho: --as-of 20260101 lies before 20261120, the newest 住民届出日 of register.csv
? 2
$ ls early.csv
! ls: cannot access 'early.csv': No such file or directory
? 2

# Records of any layout.
$ daicho sample records --layout kengen --count 3 --seed 1 --out -
所属コード,更新日時,更新ユーザID,連番
A001,20261021000001500,SAMPLE001,00001
A002,20261021000003000,SAMPLE002,00002
A003,20261021000004500,SAMPLE003,00003
$ daicho sample records --layout honnin --count 100 --to fixed:utf-16be --out - | wc -c
177200
$ daicho sample records --layout kengn --count 3 --out -
! daicho: no layout 'kengn'; did you mean 'kengen'?
? 2

# Wrong command lines.
$ daicho sample register --out x.csv
! daicho: --residents says how many people live there, at least 1
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample register --residents 10
! daicho: --out FILE is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample register --residents 10 --as-of 20261131 --out x.csv
! daicho: --as-of takes a day from 2016 to 2099 as YYYYMMDD or YYYY-MM-DD, not '20261131'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample register --residents 10 --to auto --out x.csv
! daicho: --to names a format: nothing can be found from an output that does not exist yet
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample evolve --changes 600 register.csv x.csv
! daicho: --changes takes at most 500 per mille
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample evolve --changes 1,5 register.csv x.csv
! daicho: --changes takes a number per mille from 0 to 500, as 2 or 0.6, not '1,5'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ daicho sample records --layout juki --out x.csv
! daicho: --count N is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
$ cp $SAMPLES/bad/juki.csv bad.csv; daicho sample evolve bad.csv x.csv
! daicho: bad.csv has errors (1), the first in record 4: D0301; `daicho convert` tells them all
? 1
$ : >empty.csv; daicho sample evolve --from csv empty.csv x.csv
! daicho: empty.csv has errors (1), the first in record 0: D0103; `daicho convert` tells them all
? 1
$ ls
bad.csv
empty.csv
lists
next.csv
register.csv
small.csv
