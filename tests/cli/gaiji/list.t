$ daicho gaiji list $SAMPLES/gaiji.csv
code  Unicode  character          MJ name   reading     note                                                                    cp932  shift_jis-2004  euc-jis-2004  ibm-930  ibm-939  juki
F040  U+E000   邉󠄙 U+9089 U+E0119  MJ026191  ベ・ナベ    「辺」の異体。文字情報基盤で同定した                                    code   no              no            code     code     character
F041  U+E001                                コウ・タカ  「高」の異体。はしごの脚が長い。同定できる文字がなく、字形を付けて送る  code   no              no            code     code     no
F042  U+E002                                サイ        「斎」の異体。下が示でなく小。同定できる文字がなく、字形を付けて送る    code   no              no            code     code     no

# What the municipality's font draws; 外字 that no font draws hold people back.
$ daicho gaiji list --lang ja --glyphs $SAMPLES/gaiji.bdf $SAMPLES/gaiji.csv
コード  Unicode  文字               MJ文字図形名  読み        備考                                                                    cp932  shift_jis-2004  euc-jis-2004  ibm-930  ibm-939  juki  字形
F040    U+E000   邉󠄙 U+9089 U+E0119  MJ026191      ベ・ナベ    「辺」の異体。文字情報基盤で同定した                                    外字   ×              ×            外字     外字     ○    ○
F041    U+E001                                    コウ・タカ  「高」の異体。はしごの脚が長い。同定できる文字がなく、字形を付けて送る  外字   ×              ×            外字     外字     ×    ○
F042    U+E002                                    サイ        「斎」の異体。下が示でなく小。同定できる文字がなく、字形を付けて送る    外字   ×              ×            外字     外字     ×    ○

$ daicho gaiji list --format csv --glyphs $SAMPLES/gaiji.bdf $SAMPLES/gaiji.csv | tr -d '\r'
code,cp932_code,character,code_points,mj_name,reading,note,cp932,utf-8,utf-16le,utf-16be,shift_jis-2004,euc-jis-2004,ibm-930,ibm-939,juki,glyph
U+E000,F040,邉󠄙,U+9089 U+E0119,MJ026191,ベ・ナベ,「辺」の異体。文字情報基盤で同定した,code,character,character,character,no,no,code,code,character,yes
U+E001,F041,,,,コウ・タカ,「高」の異体。はしごの脚が長い。同定できる文字がなく、字形を付けて送る,code,code,code,code,no,no,code,code,no,yes
U+E002,F042,,,,サイ,「斎」の異体。下が示でなく小。同定できる文字がなく、字形を付けて送る,code,code,code,code,no,no,code,code,no,yes
$ daicho gaiji list --format json $SAMPLES/gaiji.csv | head -24
[
  {
    "code": "U+E000",
    "cp932_code": "F040",
    "character": "邉󠄙",
    "code_points": [
      "U+9089",
      "U+E0119"
    ],
    "mj_name": "MJ026191",
    "reading": "ベ・ナベ",
    "note": "「辺」の異体。文字情報基盤で同定した",
    "charsets": {
      "cp932": "code",
      "utf-8": "character",
      "utf-16le": "character",
      "utf-16be": "character",
      "shift_jis-2004": "no",
      "euc-jis-2004": "no",
      "ibm-930": "code",
      "ibm-939": "code",
      "juki": "character"
    },
    "glyph": null

$ printf 'code,character\n88D3,邊\n' >bad.csv; daicho gaiji list bad.csv
! daicho: bad.csv:2:1: '88D3' is 意 (U+610F), no user-defined code
!   外字 are F040-F9FC in CP932, and U+E000-F8FF, U+F0000-FFFFD and U+100000-10FFFD in Unicode
? 2
$ echo x >bad.bdf; daicho gaiji list --glyphs bad.bdf $SAMPLES/gaiji.csv
! daicho: bad.bdf:1: not a BDF font
? 2
$ daicho gaiji list --format xml $SAMPLES/gaiji.csv
! daicho: --format takes table, json or csv, not 'xml'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ printf 'code,character\nF040,高橋\nF041,高橋\n' > wrong.csv; daicho gaiji list wrong.csv
! daicho: wrong.csv:2:6: '高橋' is several characters (U+9AD8 U+6A4B)
!   a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚
!  wrong.csv:3:6: '高橋' is several characters (U+9AD8 U+6A4B)
!   a 外字 means one: a code point, with its variation selector if any, or a letter of two like か゚
? 2
