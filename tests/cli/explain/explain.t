# A blank line would end a command's output here: it is shown as a dot.
$ daicho explain D1203 --lang ja | sed 's/^$/./'
D1203 エラー：不詳を認めない日付
.
意味と理由：不詳を認めるのは、生年月日、住民となった日、住所を定めた日、外国人住民となった日、出生・死亡・失踪の異動日だけです。届出日のように役所で定まる日付に不詳はありません。
.
直し方：届出書などで日付を確かめて入れてください。
.
D1203 error: An unknown part of a date that allows none
.
What it means and why it matters: Only dates of birth, of becoming a resident, of settling, and of births, deaths and disappearances may have unknown parts (不詳). Dates that the office itself sets, such as that of a notice, are always known.
.
How to mend it: Look the date up, for example in the notice.
.
出典 / Source: 住民記録システム標準仕様書 1.1.8 (不詳を認める項目)
例 / Example: 20260400 in 届出日

$ daicho explain d0102 --lang en | sed 's/^$/./'
D0102 warning: A final 0x1A (DOS end of file)
.
What it means and why it matters: Old DOS tools and host transfer programs mark the end of a file with 0x1A. It is no record and was left out; a file written from this one will not have it.
.
How to mend it: Nothing has to be done. The warning goes away when the sender stops adding the byte.
.
D0102 警告：末尾に 0x1A（DOS のファイル終端）がある
.
意味と理由：古い DOS の道具やホスト側の転送ソフトは、ファイルの終わりの印として 0x1A を書きます。レコードではないので読み飛ばしましたが、作り直したファイルにはこの1バイトは入りません。
.
直し方：受け取ったままでも取り込めます。相手先に、末尾の 0x1A を付けない設定にしてもらうと、この警告は出なくなります。
.
出典 / Source: convention of CP/M and MS-DOS
例 / Example: … 0D 0A 1A at the end of the file

$ daicho explain D9999
! daicho: no finding or check 'D9999'; findings look like D1203, checks like L25
? 2

$ daicho explain D120
! daicho: no finding or check 'D120'; did you mean D1201?
? 2

$ daicho explain
! daicho: CODE is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# Every code that there is can be explained.
$ for code in $(grep -oE '^\[D[0-9]{4}\]' $SOURCE/schemas/findings.toml | tr -d '[]'); do daicho explain $code >/dev/null || echo $code; done

# A logical check, with all that it may find.
$ daicho explain l25 --lang en | grep -v '^$' | cut -c1-60
L25 (logical check)
  layouts: juki
  needs: -
  run by: check
D3025 error: Two heads in one household
What it means and why it matters: A household has one 世帯
How to mend it: See from the notices who the head is, and co
D3025 エラー：一つの世帯に世帯主が二人いる
意味と理由：世帯主は一つの世帯に一人です
直し方：どちらが世帯主かを届出で確かめ、
出典 / Source: 住民記録システム標準仕様書 4.0
例 / Example: two records with 続柄 02000000 in one 世�
D3125 warning: A household without a head
What it means and why it matters: The head left or died, and
How to mend it: Enter one remaining person as the head by �
D3125 警告：世帯に世帯主がいない
意味と理由：世帯主が転出や死亡でいなくな
直し方：一人の世帯は職権で世帯主に改め、
出典 / Source: 住民記録システム標準仕様書 4.0
例 / Example: a household of three in which nobody has 続�
D3225 warning: 世帯主's name is not the head's
What it means and why it matters: It should be the name of t
How to mend it: See whether the change stands in all records
D3225 警告：世帯主の氏名が世帯主本人の氏名
意味と理由：世帯主の氏名は、続柄が世帯主
直し方：世帯主の変更と氏名の修正が全員の
出典 / Source: 住民票 item 3; 住民記録システム�
例 / Example: 世帯主漢字氏名 is the former head's af

$ daicho explain L49 --lang ja
L49（論理チェック）
  レイアウト：-
  必要なもの：-
  検査する機能：対象外
  docs/checks.md を参照

$ daicho explain L99
! daicho: no finding or check 'L99'; did you mean L09?
? 2
