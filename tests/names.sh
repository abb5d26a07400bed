#!/bin/sh
# Fails where two headers define a type of the same name: a program that holds both would take one for the other.
cd "$(dirname "$0")/.." || exit 2
twice=$(grep -rhoE '^(class|struct|enum class) [A-Za-z0-9]+( final)?( :|:| \{)' --include='*.hpp' converters formats jobs samples cli |
  sed -E 's/^(class|struct|enum class) ([A-Za-z0-9]+).*/\2/' | sort | uniq -d)
[ -z "$twice" ] && exit 0
for name in $twice; do
  grep -rnE "^(class|struct|enum class) $name( final)?( :|:| \{)" --include='*.hpp' converters formats jobs samples cli
done
exit 1
