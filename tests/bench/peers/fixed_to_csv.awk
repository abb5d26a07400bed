# 送付先情報 in CP932 to CSV in CP932; iconv makes UTF-8 of it. mawk counts bytes:
#   mawk -f fixed_to_csv.awk soufusaki.csv IN | iconv -f CP932 -t UTF-8
BEGIN { FS = "," }
NR == FNR {
  if (FNR > 1) { n++; type[n] = $2; size[n] = $2 == "N" ? 2 * $3 : $3 }
  next
}
{
  at = 1; row = ""
  for (i = 1; i <= n; i++) {
    value = substr($0, at, size[i])
    at += size[i]
    if (type[i] == "N") sub(/(\201\100)+$/, "", value)
    else sub(/ +$/, "", value)
    if (type[i] == "X" && value ~ /[",]/) { gsub(/"/, "\"\"", value); value = "\"" value "\"" }
    row = i == 1 ? value : row "," value
  }
  print row
}
