# The folder of a kit: whole, private, the same every time, and never in place of something else.

$ daicho kit --layout kengen --out kit
! daicho: kit: [0-9]+ good files, [0-9]+ bad files, [0-9,]+ bytes (re)

$ ls kit; ls kit/good; ls kit/good/fixed-cp932
README.md
SHA256SUMS
bad
expected.json
good
csv-cp932
csv-utf-8
fixed-cp932
fixed-utf-16be
fixed-utf-8
cases.csv
characters.dat
dates.dat
envelope-empty.dat
envelope.dat
lengths.dat
plain.dat

$ cd kit && sha256sum --check --quiet SHA256SUMS && echo unchanged
unchanged

$ stat -c %a kit kit/expected.json
700
600

$ daicho kit --layout kengen --out again 2>/dev/null; diff -r kit again && echo same
same

$ daicho kit verify kit
kit: kengen, [0-9]+ good files, [0-9]+ bad files, all as expected (re)

$ daicho kit --layout kengen --out kit
! daicho: kit exists; --overwrite replaces it
? 2

$ daicho kit --layout kengen --out kit/ --overwrite; daicho kit verify kit/
kit/: kengen, [0-9]+ good files, [0-9]+ bad files, all as expected (re)
! daicho: kit/: [0-9]+ good files, [0-9]+ bad files, [0-9,]+ bytes (re)

$ mkdir other && echo precious >other/file && daicho kit --layout kengen --out other --overwrite; cat other/file
precious
! daicho: other exists and is no kit; it stays as it is

# A file of somebody's own in the folder of a kit stays.
$ daicho kit --layout kengen --out mine 2>&1 | wc -l; echo notes > mine/good/notes.txt; daicho kit --layout kengen --out mine --overwrite; cat mine/good/notes.txt; rm mine/good/notes.txt; daicho kit --layout kengen --out mine --overwrite 2>/dev/null && rm -r mine
1
notes
! daicho: mine holds good/notes.txt, which is not part of the kit: move it away, or name another folder

$ daicho kit --layout kengen --out missing/folder/kit; ls -A; ls -A missing/folder
again
kit
missing
other
kit
! daicho: missing/folder/kit: [0-9]+ good files, [0-9]+ bad files, [0-9,]+ bytes (re)

$ daicho kit --layout kengne --out x
! daicho: no layout 'kengne'; did you mean 'kengen'?
? 2

$ daicho kit --layout kengen
! daicho: --out DIR is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho kit --out x
! daicho: --layout LAYOUT is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho kit --help | grep Usage
Usage: daicho kit --layout LAYOUT --out DIR

# In Japanese.
$ daicho --lang ja kit --layout kengen --out ja-kit; daicho --lang ja kit verify ja-kit
ja-kit: kengen、良いファイル [0-9]+ 個、誤りのあるファイル [0-9]+ 個。すべて期待どおりです (re)
! daicho: ja-kit: 良いファイル [0-9]+ 個、誤りのあるファイル [0-9]+ 個、[0-9,]+ バイト (re)
