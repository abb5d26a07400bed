# What a target does not have but as a substitute, for scripts.
$ printf '髙橋\n' > a.txt; daicho chars --from utf-8 --strict-for cp932 --output a.out a.txt; ls -l a.out | cut -c 1-10
-rw-------

$ daicho chars --from utf-8 --strict-for certificate --output b.out a.txt
! characters that certificate lacks: 1, occurrences: 1
? 1

$ printf '〜\n' | daicho chars --from utf-8 --strict-for cp932 --output similar.out -

# A municipality's 外字 is judged by what it means.
$ printf 'code,character,mj_name,reading,note\nF040,𠮷,,よし,本籍\n' > gaiji.csv; printf '\xEE\x80\x80\n' > gaiji.txt; daicho chars --from utf-8 --gaiji gaiji.csv gaiji.txt | grep E000
    U+E000  MJ032129      1  外     →吉            ○𠮷    外       ○𠮷  →吉         gaiji (private use)  line 1 (offset 0)

# Its own substitutes go before all others.
$ printf 'character,substitute,note\n髙,高,窓口で確認\n' > own.csv; daicho chars --lang ja --from utf-8 --substitutes own.csv a.txt | tail -2
文字  代替文字とその根拠                   移行先
髙    高 U+9AD8：市区町村の表: 窓口で確認  shift_jis-2004, 公的個人認証

