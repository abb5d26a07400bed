# What a target does not have but as a substitute, for scripts.
$ printf '髙橋\n' > a.txt; daicho chars --from utf-8 --strict-for cp932 --output a.out a.txt; ls -l a.out | cut -c 1-10
-rw-------

$ daicho chars --from utf-8 --strict-for certificate --output b.out a.txt
! characters that certificate lacks: 1, occurrences: 1
? 1

$ printf '〜\n' | daicho chars --from utf-8 --strict-for cp932 --output similar.out -
