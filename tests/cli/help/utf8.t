# Help breaks its lines between characters, never inside one.
$ daicho help | sed -n 's/^  \([a-z][a-z -]*[a-z]\)  .*/\1/p' | while read -r command; do daicho help $command | iconv -f utf-8 -t utf-8 >/dev/null || echo "$command"; done
