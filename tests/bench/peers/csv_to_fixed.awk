# CSV to 送付先情報, both in CP932 (iconv has made it of UTF-8); no quoted values. mawk counts bytes:
#   iconv -f UTF-8 -t CP932 IN | mawk -f csv_to_fixed.awk soufusaki.csv -
BEGIN { FS = "," }
NR == FNR {
  if (FNR > 1) {
    n++
    size[n] = $2 == "N" ? 2 * $3 : $3
    blank = $2 == "N" ? "\201\100" : " "
    while (length(fill[n]) < size[n]) fill[n] = fill[n] blank
  }
  next
}
FNR == 1 { next }
{
  sub(/\r$/, "")
  record = ""
  for (i = 1; i <= n; i++) record = record $i substr(fill[i], length($i) + 1)
  printf "%s\r\n", record
}
