# Files by name: compressed on the way, standard input and output, the same file, one that exists.
$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv x.dat.zst && daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv x.dat.gz && zstd -dc x.dat.zst | cmp - <(gzip -dc x.dat.gz)

$ for f in x.dat.zst x.dat.gz; do daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf $f - | cmp - $SOURCE/tests/cli/damage/good.csv; done

$ daicho convert --layout access-log --from fixed:cp932 --to csv:utf-8,header=id,eol=lf - - < x.dat.gz | cmp - $SOURCE/tests/cli/damage/good.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv x.dat.gz
! daicho: x.dat.gz exists; --overwrite replaces it
? 2

$ daicho convert --overwrite --layout access-log --from fixed:cp932 --to csv x.dat.gz ./x.dat.gz
! daicho: x.dat.gz and ./x.dat.gz are the same file
? 2

$ ln x.dat.gz other.gz; daicho convert --overwrite --layout access-log --from fixed:cp932 --to csv x.dat.gz other.gz
! daicho: x.dat.gz and other.gz are the same file
? 2

$ daicho convert --overwrite --layout access-log --from fixed:cp932 --to csv --rejects x.dat.gz x.dat.gz out.csv
! daicho: x.dat.gz and x.dat.gz are the same file
? 2

$ daicho convert --layout access-log --from fixed:cp932 --to csv --rejects out.csv x.dat.gz out.csv
! daicho: OUT and --rejects are both out.csv
? 2

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 no-such-file out.dat
! daicho: cannot open no-such-file: No such file or directory
? 3

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 . out.dat
! daicho: cannot read .: Is a directory
? 3

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv no-such-folder/out.dat
! daicho: cannot create no-such-folder/out.dat: No such file or directory
? 3

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 $SOURCE/tests/cli/damage/good.csv . 
! daicho: cannot write .: Is a directory
? 3

# A truncated file is no clean end.
$ head -c 300 x.dat.zst > cut.zst; daicho convert --layout access-log --from fixed:cp932 --to csv cut.zst out.csv
! cut.zst: error D0121: the compressed file cannot be read to its end: the zstd data ends early
! out.csv was not written
? 1

$ ls -A
cut.zst
other.gz
x.dat.gz
x.dat.zst

