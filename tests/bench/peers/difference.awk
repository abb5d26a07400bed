# Two CSV files by the value of one column: mawk -v key=12 -f difference.awk OLD NEW. No quoted values.
BEGIN { FS = "," }
FNR == 1 { next }
NR == FNR { old[$key] = $0; next }
!($key in old) { print "+", $key; next }
{
  if (old[$key] != $0) print "*", $key
  delete old[$key]
}
END { for (k in old) print "-", k }
