# Fixed-width and CSV in every charset, there and back: the same bytes.
$ for to in fixed:cp932 fixed:utf-8,eol=lf fixed:utf-16le,bom=yes fixed:utf-16be,eol=none csv:cp932,quote=all csv:utf-16le,bom=yes csv:utf-8,header=none jsonl fixed:cp932,envelope=control csv:utf-8,envelope=control; do daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to $to $SOURCE/tests/cli/damage/good.csv x && daicho convert --layout access-log --from $to --to csv:utf-8,header=id,eol=lf x y && cmp y $SOURCE/tests/cli/damage/good.csv && echo "$to $(wc -c < x)"; rm -f x y; done
fixed:cp932 3520
fixed:utf-8,eol=lf 4915
fixed:utf-16le,bom=yes 4242
fixed:utf-16be,eol=none 4220
csv:cp932,quote=all 998
csv:utf-16le,bom=yes 1386
csv:utf-8,header=none 768
jsonl 1873
fixed:cp932,envelope=control 4011
csv:utf-8,envelope=control 1159

