# A plain text: what every set and every target makes of it, and where the rare ones stand.
$ printf '渡邉　髙橋　﨑山　濵田\n𠮷野　葛󠄀城　槗本　鷗外　棃木\n外字 \xEE\x80\x80\n～〜 －− ‖ ¢\nｶﾞ か゚ ① Ⅱ\n' > hard.txt; daicho chars hard.txt | grep .
hard.txt: utf-8, 5 lines, 39 characters outside ASCII (32 different)
repertoire                   different  occurrences   share
JIS X 0208 kanji, level 1           10           11  28.21%
JIS X 0208 kanji, level 2            1            1   2.56%
JIS X 0208 other                     7           13  33.33%
half-width katakana                  2            2   5.13%
CP932, added by NEC                  2            2   5.13%
CP932, added by IBM                  3            3   7.69%
JIS X 0212                           2            2   5.13%
JIS X 0213 kanji, level 4            1            1   2.56%
JIS X 0213 other                     1            1   2.56%
Juki Net unified characters          1            1   2.56%
gaiji (private use)                  1            1   2.56%
outside all of these                 1            1   2.56%
target          as it is  as a gaiji  similar  substitute   lost
cp932            21 (28)       1 (1)    4 (4)       5 (5)  1 (1)
shift_jis-2004   27 (34)           -        -       4 (4)  1 (1)
utf-16           31 (38)       1 (1)        -           -      -
ibm-930          22 (29)       1 (1)    2 (2)       6 (6)  1 (1)
juki             30 (37)           -        -       1 (1)  1 (1)
certificate      21 (28)           -        -       7 (7)  4 (4)
different characters (occurrences)
char  code            MJ        count  cp932        shift_jis-2004  utf-16  ibm-930      juki  certificate  repertoire                   where
¢     U+00A2          -             1  ≒￠ U+FFE0  ○              ○      ○           ○    ○           JIS X 0208 other             line 4 (offset 111)
‖    U+2016          -             1  ≒∥ U+2225  ○              ○      ○           ○    ○           JIS X 0208 other             line 4 (offset 107)
−     U+2212          -             1  ≒－ U+FF0D  ○              ○      ○           ○    ○           JIS X 0208 other             line 4 (offset 103)
〜    U+301C          -             1  ≒～ U+FF5E  ○              ○      ○           ○    ○           JIS X 0208 other             line 4 (offset 96)
－    U+FF0D          -             1  ○           ○              ○      ≒− U+2212   ○    ○           JIS X 0208 other             line 4 (offset 100)
～    U+FF5E          -             1  ○           ○              ○      ≒〜 U+301C  ○    ○           JIS X 0208 other             line 4 (offset 93)
ｶ     U+FF76          -             1  ○           ○              ○      ○           ○    ×           half-width katakana          line 5 (offset 114)
ﾞ     U+FF9E          -             1  ○           ○              ○      ○           ○    ×           half-width katakana          line 5 (offset 117)
Ⅱ    U+2161          -             1  ○           ○              ○      ○           ○    →ＩＩ       CP932, added by NEC          line 5 (offset 132)
①    U+2460          -             1  ○           ○              ○      →（１）     ○    →（１）     CP932, added by NEC          line 5 (offset 128)
濵    U+6FF5          MJ016106      1  ○           ○              ○      ○           ○    ○           CP932, added by IBM          line 1 (offset 27)
髙    U+9AD9          MJ028902      1  ○           →高            ○      ○           ○    →高         CP932, added by IBM          line 1 (offset 9)
﨑    U+FA11          MJ030196      1  ○           ○              ○      ○           ○    →崎         CP932, added by IBM          line 1 (offset 18)
槗    U+69D7          MJ014354      1  →橋         →橋            ○      →橋         ○    ○           JIS X 0212                   line 2 (offset 57)
鷗    U+9DD7          MJ029690      1  →鴎         ○              ○      →鴎         ○    ○           JIS X 0212                   line 2 (offset 66)
棃    U+68C3          MJ014031      1  →梨         ○              ○      →梨         ○    →梨         JIS X 0213 kanji, level 4    line 2 (offset 75)
か゚    U+304B U+309A   -             1  ×           ○              ○      ×           ○    ×           JIS X 0213 other             line 5 (offset 121)
𠮷    U+20BB7         MJ032129      1  →吉         →吉            ○      →吉         ○    →吉         Juki Net unified characters  line 2 (offset 34)
    U+E000          -             1  外           ×              外      外           ×    ×           gaiji (private use)          line 3 (offset 89)
葛󠄀    U+845B U+E0100  -             1  →葛         →葛            ○      →葛         →葛  →葛         outside all of these         line 2 (offset 44)
○ as it is  外 as a gaiji  ≒ written as a similar one  → needs a substitute  × lost
char  substitute, by rule                 targets
Ⅱ    ＩＩ U+FF29 U+FF29 (sign)           certificate
①    （１） U+FF08 U+FF11 U+FF09 (sign)  ibm-930, certificate
髙    高 U+9AD8 (jis_ucs)                 shift_jis-2004, certificate
﨑    崎 U+5D0E (koseki)                  certificate
槗    橋 U+6A4B (koseki)                  cp932, shift_jis-2004, ibm-930
鷗    鴎 U+9D0E (usual_form)              cp932, ibm-930
棃    梨 U+68A8 (koseki)                  cp932, ibm-930, certificate
𠮷    吉 U+5409 (jis_ucs)                 cp932, shift_jis-2004, ibm-930, certificate
葛󠄀    葛 U+845B (base_character)          cp932, shift_jis-2004, ibm-930, juki, certificate
! hard.txt: utf-8 (found from the bytes)

$ daicho chars --lang ja --places 1 hard.txt hard.txt | grep -E '髙|〜|hard.txt: utf'
hard.txt: utf-8, 5行、ASCII以外 39字（32字種）
hard.txt: utf-8, 5行、ASCII以外 39字（32字種）
〜    U+301C          -              2  ≒～ U+FF5E  ○              ○      ○           ○            ○            JIS X 0208 非漢字       hard.txt: 4行目（先頭から96バイト）、…
～    U+FF5E          -              2  ○           ○              ○      ≒〜 U+301C  ○            ○            JIS X 0208 非漢字       hard.txt: 4行目（先頭から93バイト）、…
髙    U+9AD9          MJ028902       2  ○           →高            ○      ○           ○            →高          CP932 IBM拡張文字       hard.txt: 1行目（先頭から9バイト）、…
髙    高 U+9AD8：JIS包摂規準・UCS統合規則                                              shift_jis-2004, 公的個人認証
! hard.txt: utf-8（バイト列から判定しました）
! hard.txt: utf-8（バイト列から判定しました）

# Nothing to look at.
$ printf '東京都小金井市　本町\n' | daicho chars --from utf-8 - | grep .
-: utf-8, 1 lines, 10 characters outside ASCII (10 different)
repertoire                 different  occurrences   share
JIS X 0208 kanji, level 1          9            9  90.00%
JIS X 0208 other                   1            1  10.00%
target          as it is  as a gaiji  similar  substitute  lost
cp932            10 (10)           -        -           -     -
shift_jis-2004   10 (10)           -        -           -     -
utf-16           10 (10)           -        -           -     -
ibm-930          10 (10)           -        -           -     -
juki             10 (10)           -        -           -     -
certificate      10 (10)           -        -           -     -
different characters (occurrences)
no character needs a look

# The charset is found from the bytes and said, or refused with the reason.
$ printf '\x8B\x67\xFB\xFC\n' > sjis.txt; daicho chars sjis.txt | grep 9AD9
髙    U+9AD9  MJ028902      1  ○     →高            ○      ○       ○    →高         CP932, added by IBM  line 1 (offset 2)
! sjis.txt: cp932 (found from the bytes)

$ printf '\xC3\xBD\n' > either.txt; daicho chars either.txt
! daicho: either.txt: the charset cannot be told from the bytes: the bytes can be read as utf-8 and as cp932 (half-width katakana); name it with --from
? 2

# Broken bytes are findings; the rest is counted.
$ printf '髙\xFF\n橋\xE3\x81' > broken.txt; daicho chars --from utf-8 broken.txt | head -1; echo ${PIPESTATUS[0]}
broken.txt: utf-8, 2 lines, 2 characters outside ASCII (2 different), 2 broken places left out
1
! broken.txt: error D0401: bytes that are no character of utf-8: FF (at offset 3) (line 1)
! broken.txt: error D0401: bytes that are no character of utf-8: E3 81 (at offset 8) (line 2)
