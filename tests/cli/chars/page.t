# One page that needs nothing else and lets nothing through.
$ printf '髙\xE2\x80\xAE<b>\n' > 'a<i>.txt'; daicho chars --from utf-8 --format html --output page.html 'a<i>.txt'; grep -c 'src=\|href=\|<i>\|http' page.html; grep -o '<td class="glyph">[^<]*</td>' page.html; grep -o 'a&lt;i&gt;.txt' page.html
0
<td class="glyph">髙</td>
<td class="glyph"></td>
a&lt;i&gt;.txt

$ daicho chars --from utf-8 --format html --output page.html 'a<i>.txt'
! daicho: page.html exists; --overwrite replaces it
? 2
