# Fixed-width and CSV in every charset, there and back: the same bytes.
$ for to in fixed:cp932 fixed:utf-8,eol=lf fixed:utf-16le,bom=yes fixed:utf-16be,eol=none csv:cp932,quote=all csv:utf-16le,bom=yes csv:utf-8,header=none fixed:ibm-930,eol=none fixed:ibm-939,eol=lf csv:ibm-930,quote=all csv:ibm-939,header=none fixed:juki csv:juki jsonl fixed:cp932,envelope=control fixed:ibm-930,envelope=control csv:utf-8,envelope=control; do daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to $to $SOURCE/tests/cli/damage/good.csv x && daicho convert --layout access-log --from $to --to csv:utf-8,header=id,eol=lf x y && cmp y $SOURCE/tests/cli/damage/good.csv && echo "$to $(wc -c < x)"; rm -f x y; done
fixed:cp932 3520
fixed:utf-8,eol=lf 4915
fixed:utf-16le,bom=yes 4242
fixed:utf-16be,eol=none 4220
csv:cp932,quote=all 998
csv:utf-16le,bom=yes 1386
csv:utf-8,header=none 768
fixed:ibm-930,eol=none 3510
fixed:ibm-939,eol=lf 3515
csv:ibm-930,quote=all 1052
csv:ibm-939,header=none 717
fixed:juki 4240
csv:juki 1384
jsonl 1873
fixed:cp932,envelope=control 4011
fixed:ibm-930,envelope=control 4011
csv:utf-8,envelope=control 1159

# JIS X 0213 lacks 髙.
$ sed s/髙/高/ $SOURCE/tests/cli/damage/good.csv > g && for to in fixed:shift_jis-2004 csv:shift_jis-2004 csv:euc-jis-2004; do daicho convert --layout access-log --from csv:utf-8,header=id,eol=lf --to $to g x && daicho convert --layout access-log --from $to --to csv:utf-8,header=id,eol=lf x y && cmp y g && echo "$to $(wc -c < x)"; rm -f x y; done
fixed:shift_jis-2004 3520
csv:shift_jis-2004 842
csv:euc-jis-2004 842
