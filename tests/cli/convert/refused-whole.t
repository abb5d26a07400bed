# What is amiss with a file as a whole is no fault of single records: no reject file makes up for it.
$ daicho sample records --layout kengen --count 3 --to fixed:cp932,envelope=control --out whole.dat

$ sed 3d whole.dat > lost.dat

$ daicho convert --layout kengen --from fixed:cp932,envelope=control --to fixed:utf-8,envelope=control --rejects r.csv lost.dat out.dat
! lost.dat: error D0112: data_records says 000000003, but 000000002 were counted (line 4)
! lost.dat: error D0113: hash_total differs from what the file's bytes give (line 4)
! lost.dat: error D0113: sha256 differs from what the file's bytes give (line 4)
! lost.dat: error D0112: all_records says 000000006, but 000000005 were counted (line 5)
! out.dat was not written
? 1

$ daicho sample records --layout kengen --count 3 --to csv:utf-8 --out good.csv

$ sed '1s/更新日時/日時/' good.csv > renamed.csv

$ daicho convert --layout kengen --from csv:utf-8 --to fixed:cp932 --rejects r.csv renamed.csv out.dat
! renamed.csv: error D0304: column 2: '日時' is no item of layout kengen (line 1, column 17)
! renamed.csv: error D0305: there is no column for updated_at (更新日時) (line 1)
! out.dat was not written
? 1

$ daicho convert --layout kengen --from csv:utf-8 --to csv:utf-8 good.csv good.csv.gz

$ head -c 90 good.csv.gz > cut.csv.gz

$ daicho convert --layout kengen --from csv:utf-8 --to fixed:cp932 --rejects r.csv cut.csv.gz out.dat
! cut.csv.gz:1:33: warning D0308: the last row has no line end (line 2, column 33)
! cut.csv.gz: error D0121: the compressed file cannot be read to its end: the gzip data ends early (line 3)
! out.dat was not written
? 1

# --strict writes nothing, with a reject file or without.
$ daicho sample records --layout access-log --count 2 --to csv:utf-8,header=id,eol=lf --out log.csv

$ sed '2s/,[^,]*$/,９〜１２時/' log.csv > wave.csv

$ daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to fixed:cp932 --strict --rejects r.csv wave.csv out.dat
! out.dat: characters for which cp932 has only a similar one: 1
!   U+301C '〜' WAVE DASH, as U+FF5E '～': 1, the first in record 1, remarks (備考)
! wave.csv: --strict refuses U+301C '〜' WAVE DASH, which would come back as U+FF5E '～': in record 1, remarks (備考)
! out.dat was not written
? 1

$ ls out.dat r.csv
! ls: cannot access 'out.dat': No such file or directory
! ls: cannot access 'r.csv': No such file or directory
? 2
