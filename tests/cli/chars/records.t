# Records: places are record and item; two files add up.
$ cp $SOURCE/tests/cli/damage/good.csv . && sed -e '4s/鈴木/髙𠮷/' -e '4s/照会/濵〜/' good.csv > rare.csv && daicho chars --layout access-log rare.csv good.csv | grep .
rare.csv: csv:utf-8,eol=lf,header=id, 5 records, 81 characters outside ASCII (48 different)
good.csv: csv:utf-8,eol=lf,header=id, 5 records, 81 characters outside ASCII (47 different)
repertoire                   different  occurrences   share
JIS X 0208 kanji, level 1           41          136  83.95%
JIS X 0208 other                     6           21  12.96%
CP932, added by IBM                  2            4   2.47%
Juki Net unified characters          1            1   0.62%
target          as it is  as a gaiji  similar  substitute  lost
cp932           48 (160)           -    1 (1)       1 (1)     -
shift_jis-2004  48 (158)           -        -       2 (4)     -
utf-16          50 (162)           -        -           -     -
ibm-930         49 (161)           -        -       1 (1)     -
juki            50 (162)           -        -           -     -
certificate     48 (158)           -        -       2 (4)     -
different characters (occurrences)
char  code     MJ        count  cp932        shift_jis-2004  utf-16  ibm-930  juki  certificate  repertoire                   where
〜    U+301C   -             1  ≒～ U+FF5E  ○              ○      ○       ○    ○           JIS X 0208 other             rare.csv: record 3 remarks
髙    U+9AD9   MJ028902      3  ○           →高            ○      ○       ○    →高         CP932, added by IBM          rare.csv: record 3 operator_name; rare.csv: record 4 operator_name; good.csv: record 4 operator_name
濵    U+6FF5   MJ016106      1  ○           ○              ○      ○       ○    ○           CP932, added by IBM          rare.csv: record 3 remarks
𠮷    U+20BB7  MJ032129      1  →吉         →吉            ○      →吉     ○    →吉         Juki Net unified characters  rare.csv: record 3 operator_name
○ as it is  外 as a gaiji  ≒ written as a similar one  → needs a substitute  × lost
char  substitute, by rule  targets
髙    高 U+9AD8 (jis_ucs)  shift_jis-2004, certificate
𠮷    吉 U+5409 (jis_ucs)  cp932, shift_jis-2004, ibm-930, certificate
! rare.csv: csv:utf-8,eol=lf,header=id (found from the bytes)
! good.csv: csv:utf-8,eol=lf,header=id (found from the bytes)

# A bad record is reported and not counted.
$ sed -e '4s/鈴木/髙a/' -e '2s/照会/﨑/' good.csv > bad.csv; daicho chars --layout access-log bad.csv | grep -E '髙|﨑|bad.csv:'
bad.csv: csv:utf-8,eol=lf,header=id, 5 records, 63 characters outside ASCII (40 different), 1 bad records not counted
髙    U+9AD9  MJ028902      1  ○     →高            ○      ○       ○    →高         CP932, added by IBM  record 4 operator_name
﨑    U+FA11  MJ030196      1  ○     ○              ○      ○       ○    →崎         CP932, added by IBM  record 1 remarks
髙    高 U+9AD8 (jis_ucs)  shift_jis-2004, certificate
﨑    崎 U+5D0E (koseki)   certificate
! bad.csv: csv:utf-8,eol=lf,header=id (found from the bytes)
! bad.csv:3:133: error D1005: operator_name (操作職員名称) (N(40)) holds half-width text or a control character: '**　**' (line 4, column 133)

# A fixed-width file, its format found from its bytes.
$ cp $SAMPLES/good/soufusaki.dat . && daicho chars --layout soufusaki soufusaki.dat | grep .
soufusaki.dat: fixed:cp932,eol=crlf, 5 records, 1,688 characters outside ASCII (114 different)
repertoire                 different  occurrences   share
JIS X 0208 kanji, level 1         63        1,085  64.28%
JIS X 0208 kanji, level 2          1            3   0.18%
JIS X 0208 other                  50          600  35.55%
target             as it is  as a gaiji  similar  substitute  lost
cp932           114 (1,688)           -        -           -     -
shift_jis-2004  114 (1,688)           -        -           -     -
utf-16          114 (1,688)           -        -           -     -
ibm-930         114 (1,688)           -        -           -     -
juki            114 (1,688)           -        -           -     -
certificate     114 (1,688)           -        -           -     -
different characters (occurrences)
no character needs a look
! soufusaki.dat: fixed:cp932,eol=crlf (found from the bytes)
