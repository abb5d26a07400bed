# Logical checks of a record by itself, and against the processing date; each tells the rule in the reader's language.
$ sed -e '2s/,20261119,20261120,/,20261119,20261121,/' -e '6s/,11000000,/,12000000,/' -e '9s/,20260302,20260303,/,20260216,20260303,/' -e '10s/,319740416,/,319740417,/' -e '14s/,20260828,20260830,/,20260831,20260830,/' $SAMPLES/good/juki.csv > juki.csv; daicho validate --lang ja --layout juki --as-of 2026-11-20 --municipality 132101 juki.csv | sed '/^$/,$d'; exit ${PIPESTATUS[0]}
juki.csv:1:227: エラー D3006 住民届出日: 「住民届出日」が処理日 20261120 より後です：「20261121」（2行目の227バイト目）
    |             |197      |207      |217      |227      |237      |247      |257       |272
    | ...＊＊＊＊,**,***************,*,********,20261121,********,**,********,**,＊＊＊＊　＊＊＊...
    |                                           ^^^^^^^^
    = schemas/juki.toml:24: { no = 15, id = "move_notified_date", name = "住民届出日", picture = ...
    = 対処：届出書の受付日を確かめてください。--as-of の日付も確かめます。
juki.csv:5:250: エラー D3027 続柄コード: 「続柄コード」と性別が合いません：「12000000」（6行目の250バイト目）
    |            |209       |225       |240      |250      |260      |270      |283      |298
    | ...,**,＊＊　＊＊＊,＊＊　＊＊,*,*********,12000000,******,*******,＊＊＊＊＊＊＊＊＊＊＊＊...
    |                                            ^^^^^^^^
    = schemas/juki.toml:33: { no = 24, id = "relationship_code", name = "続柄コード", picture = "...
    = 対処：戸籍で続柄と性別を確かめてください。
juki.csv:8:239: 警告 D3010 住民届出日: 転入・転居から14日を過ぎた届出です：「20260303」（9行目の239バイト目）
    |             |209      |219      |229      |239      |249      |259      |269       |284
    | ...＊＊＊＊,**,***************,*,********,20260303,********,**,********,**,＊＊＊＊　＊＊＊...
    |                                           ^^^^^^^^
    = schemas/juki.toml:24: { no = 15, id = "move_notified_date", name = "住民届出日", picture = ...
    = 対処：異動日と届出日を届出書で確かめてください。正しければ、届出が遅れた理由を聞き取ったうえで、そのままで差し支えありません。
juki.csv:13:155: エラー D3008 住民異動日: 「住民異動日」が「住民届出日」より後です：「20260831」（14行目の155バイト目）
    |    |107      |122      |135      |145      |155      |165      |175      |185      |195
    | ...＊＊＊＊＊＊＊＊,,,**,***************,*,20260831,********,********,**,********,**,＊＊＊...
    |                                            ^^^^^^^^
    = schemas/juki.toml:23: { no = 14, id = "move_date", name = "住民異動日", picture = "9(8)", k...
    = 対処：届出書で異動日と届出日を確かめてください。
! juki.csv: csv:utf-8,eol=crlf（バイト列から判定しました）
? 1

# The same in English, one line a finding.
$ sed -e '2s/,20261119,20261120,/,20261119,20261121,/' -e '6s/,11000000,/,12000000,/' $SAMPLES/good/juki.csv > juki.csv; daicho validate --lang en --layout juki --as-of 2026-11-20 --municipality 132101 juki.csv | grep D30
juki.csv:1:227: error D3006 住民届出日: move_notified_date (住民届出日) lies after the processing date 20261120: '20261121' (line 2, column 227)
juki.csv:5:250: error D3027 続柄コード: relationship_code (続柄コード) does not suit the sex: '12000000' (line 6, column 250)
        1  D3006  error     A notice dated after the processing date
        1  D3027  error     Relationship against sex
! juki.csv: csv:utf-8,eol=crlf (found from the bytes)

# Beside the file of the day before: what an event may change, and whom it may happen to.
$ sed -e '4s/,31,\([0-9]*\),0,20210123,20210128,/,31,\1,0,20261101,20261105,/' -e '4s/,319391203,/,319391204,/' -e '5s/,11,\([0-9]*\),0,20060831,20060906,/,11,\1,0,20261102,20261105,/' $SAMPLES/good/juki.csv > juki.csv; cp $SAMPLES/good/juki.csv before.csv; daicho validate --lang ja --layout juki --as-of 2026-11-20 --municipality 132101 --against before.csv juki.csv | grep D30
juki.csv:3:246: エラー D3002 生年月日: 転居（31）ですが、「生年月日」も変わっています：「319391204」（4行目の246バイト目）
juki.csv:4:140: エラー D3001 異動事由: 現存する住民に対する転入・出生・職権記載です：「11」（5行目の140バイト目）
       1  D3001   エラー  現存する住民に対する転入
       1  D3002   エラー  転居で住所以外も変わっている
! before.csv: csv:utf-8,eol=crlf（バイト列から判定しました）
! juki.csv: csv:utf-8,eol=crlf（バイト列から判定しました）

# Every check of the list has its number.
$ daicho validate --list-checks | tail -n +2 | cut -c1-3 | uniq | wc -l
57
