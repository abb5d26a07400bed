# A blank line would end a command's output here: it is shown as a dot.
$ daicho layout show kengen | sed 's/^$/./'
kengen 1.0 所属利用事務権限
4 items; bytes of a record without its line end: cp932 42, utf-8 42, utf-16 84
key: serial_no
source: 別添1 ファイル(1) 項目120～123 (所属利用事務権限の表)。項目名のほかの桁数・種類・規則は、公開された標準をもとにこの道具が選んだもの
file: schemas/kengen.toml
.
 no  id               name          picture  kind       presence  cp932  utf-8  utf-16  rules
120  department_code  所属コード    X(10)    text       required   1-10   1-10    1-20
121  updated_at       更新日時      9(17)    timestamp  required  11-27  11-27   21-54
122  updated_by       更新ユーザID  X(10)    text       required  28-37  28-37   55-74
123  serial_no        連番          9(5)     digits     required  38-42  38-42   75-84  zero-filled; pattern 0*[1-9][0-9]*

$ daicho layout show kengen --lang ja | sed 's/^$/./'
kengen 1.0 所属利用事務権限
4 項目、1レコードのバイト数：cp932 42, utf-8 42, utf-16 84（改行を除く）
キー：serial_no
出典：別添1 ファイル(1) 項目120～123 (所属利用事務権限の表)。項目名のほかの桁数・種類・規則は、公開された標準をもとにこの道具が選んだもの
定義：schemas/kengen.toml
.
番号  id               項目名        桁数   種類          有無  cp932  utf-8  utf-16  規則
 120  department_code  所属コード    X(10)  半角文字      必須   1-10   1-10    1-20
 121  updated_at       更新日時      9(17)  時刻（17桁）  必須  11-27  11-27   21-54
 122  updated_by       更新ユーザID  X(10)  半角文字      必須  28-37  28-37   55-74
 123  serial_no        連番          9(5)   数字          必須  38-42  38-42   75-84  左を0で埋める; 書き方 0*[1-9][0-9]*

$ daicho layout show access-log --format md --lang ja | head -14 | sed 's/^$/./; s/^# /(#) /'
(#) 個人番号アクセスログ access-log 1.0
.
- 13 項目
- 1レコードのバイト数（改行を除く）：cp932 702, utf-8 982, utf-16 844
- キー：seq
- 出典：別添1 ファイル(1) 項目124～136 (個人番号アクセスログの表)。項目名のほかの桁数・種類・規則は、公開された標準をもとにこの道具が選んだもの
.
| 番号 | ID | 項目名 | 桁数 | 種類 | 有無 | cp932 | utf-8 | utf-16 | 規則 | 注 |
| ---: | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- |
| 124 | `seq` | SEQ | 9(12) | 数字 | 必須 | 1-12 | 1-12 | 1-24 | 左を0で埋める; 書き方 0\*\[1-9\]\[0-9\]\* | 1ずつ増える。抜けは改ざんの疑い |
| 125 | `integrated_addressee_no` | 団体内統合宛名番号 | 9(15) | 数字 | 必須 | 13-27 | 13-27 | 25-54 | 左を0で埋める |  |
| 126 | `addressee_no` | 宛名番号 | 9(15) | 数字 | 必須 | 28-42 | 28-42 | 55-84 | 左を0で埋める; 検査数字（宛名番号・世帯番号） | 住民票の項目12。前からの番号には検査数字が無いことがある |
| 127 | `operated_at` | 操作日 | 9(17) | 時刻（17桁） | 必須 | 43-59 | 43-59 | 85-118 |  | 操作した時刻。SEQ の順に戻らない |
| 128 | `operation_code` | 操作内容コード | 9(2) | 数字 | 必須 | 60-61 | 60-61 | 119-122 | コード表 operation | 区分は住民記録システム標準仕様書 10.2、コード値はこの道具が選んだもの |

$ daicho layout show kengen --format json
{
  "id": "kengen",
  "version": "1.0",
  "name": "所属利用事務権限",
  "source": "別添1 ファイル(1) 項目120～123 (所属利用事務権限の表)。項目名のほかの桁数・種類・規則は、公開された標準をもとにこの道具が選んだもの",
  "key": "serial_no",
  "gaiji_rule": "private_use",
  "record_bytes": {
    "cp932": 42,
    "utf-8": 42,
    "utf-16": 84
  },
  "items": [
    {
      "no": 120,
      "id": "department_code",
      "name": "所属コード",
      "aliases": [],
      "picture": "X(10)",
      "kind": "text",
      "presence": "required",
      "fill": null,
      "absent": null,
      "unknown": false,
      "check": null,
      "check_except": [],
      "codes": null,
      "codes_chained": false,
      "pattern": null,
      "relations": [],
      "required_when": [],
      "blank_when": [],
      "private": "open",
      "note": null,
      "bytes": {
        "cp932": {
          "first": 1,
          "last": 10
        },
        "utf-8": {
          "first": 1,
          "last": 10
        },
        "utf-16": {
          "first": 1,
          "last": 20
        }
      },
      "schema": "schemas/kengen.toml:10"
    },
    {
      "no": 121,
      "id": "updated_at",
      "name": "更新日時",
      "aliases": [],
      "picture": "9(17)",
      "kind": "timestamp",
      "presence": "required",
      "fill": null,
      "absent": null,
      "unknown": false,
      "check": null,
      "check_except": [],
      "codes": null,
      "codes_chained": false,
      "pattern": null,
      "relations": [],
      "required_when": [],
      "blank_when": [],
      "private": "open",
      "note": null,
      "bytes": {
        "cp932": {
          "first": 11,
          "last": 27
        },
        "utf-8": {
          "first": 11,
          "last": 27
        },
        "utf-16": {
          "first": 21,
          "last": 54
        }
      },
      "schema": "schemas/kengen.toml:11"
    },
    {
      "no": 122,
      "id": "updated_by",
      "name": "更新ユーザID",
      "aliases": [],
      "picture": "X(10)",
      "kind": "text",
      "presence": "required",
      "fill": null,
      "absent": null,
      "unknown": false,
      "check": null,
      "check_except": [],
      "codes": null,
      "codes_chained": false,
      "pattern": null,
      "relations": [],
      "required_when": [],
      "blank_when": [],
      "private": "open",
      "note": "個人ごとの利用者ID。共用しない",
      "bytes": {
        "cp932": {
          "first": 28,
          "last": 37
        },
        "utf-8": {
          "first": 28,
          "last": 37
        },
        "utf-16": {
          "first": 55,
          "last": 74
        }
      },
      "schema": "schemas/kengen.toml:12"
    },
    {
      "no": 123,
      "id": "serial_no",
      "name": "連番",
      "aliases": [],
      "picture": "9(5)",
      "kind": "digits",
      "presence": "required",
      "fill": "zeros",
      "absent": null,
      "unknown": false,
      "check": null,
      "check_except": [],
      "codes": null,
      "codes_chained": false,
      "pattern": "0*[1-9][0-9]*",
      "relations": [],
      "required_when": [],
      "blank_when": [],
      "private": "open",
      "note": "1から",
      "bytes": {
        "cp932": {
          "first": 38,
          "last": 42
        },
        "utf-8": {
          "first": 38,
          "last": 42
        },
        "utf-16": {
          "first": 75,
          "last": 84
        }
      },
      "schema": "schemas/kengen.toml:13"
    }
  ],
  "code_lists": {}
}

# The page needs nothing else: no script, no image, no address.
$ daicho layout show soufusaki --format html >page.html; grep -c '<tr id=' page.html; grep -cE '<script|<img|https?:|@import' page.html; head -3 page.html; sed -n '/^<dl>/,/^<\/dl>/p' page.html; grep '"gaiji_flag"' page.html
61
0
<!DOCTYPE html>
<html lang="ja">
<head>
<dl>
<dt>版 <span lang="en">version</span></dt><dd>1.0</dd>
<dt>項目数 <span lang="en">items</span></dt><dd>61</dd>
<dt>レコード長 <span lang="en">bytes without line end</span></dt><dd>cp932 3,451 / utf-8 4,875 / utf-16 4,054</dd>
<dt>キー <span lang="en">key</span></dt><dd><a href="#juminhyo_code">住民票コード</a></dd>
<dt>出典 <span lang="en">source</span></dt><dd>別添1 ファイル(3) 項目1～61。項目名のほかの桁数・種類・規則は、公開された標準をもとにこの道具が選んだもの</dd>
</dl>
<tr id="gaiji_flag"><td class="n">60</td><td class="name">外字フラグ</td><td><code>gaiji_flag</code></td><td class="n"><code>9(1)</code></td><td>フラグ</td><td class="must">必須</td><td class="n">3387-3387</td><td class="n">4811-4811</td><td class="n">3925-3926</td><td><ul><li>次のどれかが1以上なら1: 5 送付先住所 漢字 外字数、8 送付先氏名 漢字 外字数、15 市町村住所 外字数、19 交付場所名 外字数、23 交付場所住所 外字数、27 カード送付場所名 外字数、31 カード送付場所住所 外字数、41 氏名 漢字 外字数、47 住所 外字数</li></ul><p class="dim">外字数のどれかが1以上なら1</p></td></tr>

$ daicho layout show iten.17-kenko-zoshin | sed -n '1,2p;8,10p'
iten.17-kenko-zoshin 1.0 福祉保健部 健康課 健康増進
32 items; bytes of a record without its line end: cp932 2,730, utf-8 4,030, utf-16 2,860
 0  change_class                 移転区分                9(1)     digits              required        1-1        1-1        1-2  codes transfer_class
 4  district_code                行政区コード            X(12)    text                optional       2-13       2-13       3-26
 5  address_postal_code          現住所郵便番号          9(7)     digits              optional      14-20      14-20      27-40

$ daicho layout show sofusaki
! daicho: no layout 'sofusaki'; did you mean 'soufusaki'?
? 2

$ daicho layout show kengen --format xml
! daicho: --format takes table, json, md or html, not 'xml'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho layout show
! daicho: LAYOUT is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho layout show none.toml
! daicho: cannot open none.toml: No such file or directory
? 3
