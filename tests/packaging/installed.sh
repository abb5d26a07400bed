#!/bin/sh
# What `make install` leaves is whole: the program runs without the checkout, wherever the tree is moved to, and another
# program compiles against the libraries, by CMake and by pkg-config.
#
#     installed.sh BUILD CXX
set -eu
build=$1 cxx=$2
work=$build/tests/installed
rm -rf "$work"
mkdir -p "$work"
trap 'echo "installed.sh: failed; see $work" >&2' EXIT

say() { echo "installed.sh: $*" >&2; exit 1; }

cmake --install "$build" --prefix "$work/first" >"$work/install.log"
DESTDIR=$work/staged cmake --install "$build" --prefix /usr >>"$work/install.log"
(cd "$work/first" && find . -type f | sort) >"$work/by-prefix"
(cd "$work/staged/usr" && find . -type f | sort) >"$work/by-destdir"
cmp "$work/by-prefix" "$work/by-destdir" || say "DESTDIR= leaves other files than --prefix"
find "$work/staged" ! -type l \( -perm /022 -o ! -perm -444 \) | grep . && say "permissions"

# Moved, and run from where no schemas lie around.
mv "$work/first" "$work/root"
root=$work/root
mkdir "$work/elsewhere"
cd "$work/elsewhere"
env -i "$root/bin/daicho" layout list >installed.txt
env -i "$build/daicho" layout list >built.txt
cmp installed.txt built.txt
examples=$root/share/doc/daicho/examples
env -i "$root/bin/daicho" validate --layout soufusaki "$examples/good/soufusaki.dat" >sound.txt 2>&1

# The public headers include one another and the standard library alone, and compile in any order.
headers=$(cd "$root/include" && find daicho -name '*.hpp' | sort)
for header in $headers; do
  sed -n 's/^#include ["<]\([^">]*\)[">].*/\1/p' "$root/include/$header"
done | sort -u | while read -r name; do
  case $name in
    daicho/*) [ -f "$root/include/$name" ] || say "a public header includes $name, which is not installed" ;;
    */*|*.h*) say "a public header includes $name" ;;
  esac
done
for order in '' -r; do
  for header in $(echo "$headers" | sort $order); do echo "#include <$header>"; done >every.cpp
  "$cxx" -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I "$root/include" every.cpp
done

# The example, both ways. It lives outside the tree, so it is told where the schemas are; installed for good, the
# library knows.
example=$root/share/doc/libdaicho-dev/examples/check-and-convert
export PKG_CONFIG_PATH="$(find "$root" -type d -name pkgconfig)"
cmake -S "$example" -B cmake -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_PREFIX_PATH="$root" >cmake.log
cmake --build cmake >>cmake.log
mkdir pkg-config
cp "$example/check_and_convert.cpp" "$example/Makefile" pkg-config/
make -s -C pkg-config CXX="$cxx"
DAICHO_SCHEMAS=$(pkg-config --variable=schemasdir daicho-formats)
export DAICHO_SCHEMAS
"$root/bin/daicho" convert --layout soufusaki --to csv:utf-8 "$examples/good/soufusaki.dat" wanted.csv 2>/dev/null
for made in cmake pkg-config; do
  $made/check-and-convert soufusaki csv:utf-8 "$examples/good/soufusaki.dat" $made.csv 2>$made.told
  cmp wanted.csv $made.csv
  status=0
  $made/check-and-convert soufusaki csv:utf-8 "$examples/bad/soufusaki.dat" bad.csv 2>$made.told || status=$?
  [ $status = 1 ] && [ ! -e bad.csv ] || say "the example took a faulty file (exit status $status)"
  grep -q 'record 5: D0202 the file ends inside a record' $made.told || say "the example does not tell what is wrong"
done
trap - EXIT
rm -rf "$work"
