# One file that needs nothing else: no address of another host, both languages, what was not checked.
$ cd $SAMPLES; daicho validate --from csv --layout juki --report html bad/juki.csv >/dev/null; echo $?
1

$ cd $SAMPLES; daicho validate --from csv --layout juki --report html bad/juki.csv | grep -c 'https\?://\|<link\|src='
0
? 1

$ cd $SAMPLES; daicho validate --from csv --layout juki --report html bad/juki.csv | grep -o '<h[12]>.*</h[12]>' | sed 's/<[^>]*>/ /g'
  検査の結果  daicho validate   Validation report  daicho validate   
  コード別の件数  By code  
  項目別の件数  By item  
  ファイルの中の位置  Where in the file  
  指摘の一覧  4 件   Findings  4   
  項目  Items  
  コードの意味と対処  What the codes mean, and how to mend it  
  行った検査  What was checked  

$ cd $SAMPLES; daicho validate --from csv --layout juki --report html bad/juki.csv | grep 'class="\(verdict\|caveat\)' | sed 's/<[^>]*>/ /g'
 ✕  エラーがあります。このままでは渡せません。  There are errors: the data cannot be delivered as it is.  
  読めないレコードが 1 件あり、その中の値は検査していません。  1 record could not be read; what stands there was not checked.  
  実行しなかった検査が 14 件あります。  14 checks did not run.  
  一部のみ実行した検査が 12 件あります。  12 checks ran in part only.  

$ cd $SAMPLES; daicho validate --from csv --layout kengen --report html good/kengen.csv | grep 'class="\(verdict\|caveat\)' | sed 's/<[^>]*>/ /g'
 ✓  指摘はありません。  Nothing to report.  

# A finding: place, message, value, the record with the fault marked, its bytes.
$ cd $SAMPLES; daicho validate --from csv --layout kengen --report html bad/kengen.csv | grep -A1 'data-code="D1402"'
<tbody data-code="D1402" data-item="123" data-severity="error"><tr><td class="n dim">2</td><td class="error">✕ <span lang="ja">エラー</span><span lang="en">error</span><br><a href="#D1402"><code>D1402</code></a></td><td><a href="#item-123">123 連番</a></td><td class="place"><span lang="ja">3 件目</span><span lang="en">record 3</span><br><span lang="ja">35-39 バイト目</span><span lang="en">bytes 35-39</span><br><span lang="ja">4 行目</span><span lang="en">line 4</span><br><small class="dim"><span lang="ja">ファイルの 172 バイト目</span><span lang="en">byte 172 of the file</span></small></td><td><span lang="ja">「連番」が決められた書き方に合いません（書き方：1以上の数）</span><span lang="en">serial_no (連番) is not of its form 0*[1-9][0-9]*</span> <q>00000</q><br><small class="dim">schemas/kengen.toml:13</small></td></tr><tr class="data"><td></td><td colspan="4"><pre class="window"><s>    |5        |15       |25       |35</s>
****,*****************,**********,<b>00000</b></pre><pre class="hex"><s>    33</s>  ** ** <b>30</b> <b>30</b> <b>30</b> <b>30</b> <b>30</b></pre></td></tr></tbody>

# Warnings are told from errors by a colour and by a sign.
$ daicho sample register --residents 400 --seed 2 --to csv --out city.csv >/dev/null 2>&1; daicho validate --layout juki --as-of 2028-11-21 --report html city.csv 2>/dev/null > page.html; grep -o 'data-severity="[a-z]*">.*<span lang="ja">[エ警][^<]*' page.html | sed 's/<[^>]*>/ /g; s/  *[0-9][0-9]*  */ /' | cut -d' ' -f1-4 | sort | uniq -c
      1 data-severity="error"> ✕  エラー
     24 data-severity="warning"> ▲  警告

$ grep -c 'data-severity=warning. pre b' page.html; grep -o '<tr id="item-[0-9]*" class="[a-z]*"' page.html | head -n 3
1
<tr id="item-2" class="warned"
<tr id="item-3" class="warned"
<tr id="item-10" class="warned"
