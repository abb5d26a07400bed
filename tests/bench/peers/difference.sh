# Two files, line by line, in any order: difference.sh OLD NEW
folder=$(mktemp -d)
export LC_ALL=C
sort -o "$folder/old" "$1" && sort -o "$folder/new" "$2" && comm -3 "$folder/old" "$folder/new"
status=$?
rm -r "$folder"
exit $status
