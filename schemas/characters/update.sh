#!/bin/sh
# Makes the tables of this folder anew from the npm package @mandel59/mojidata: update.sh [--check] WORK_FOLDER
#
# The package (41 MB) stays in WORK_FOLDER, so that a second run needs no network. For a new edition name its VERSION in
# the environment; what was fetched is then compared with no known digest, and its own is printed to be written here.
set -eu
known_version=1.8.1
known_sha512=38b0392c498f1ee55b748f25197c15de9195a5220502a539fa8aa13f32bbabaeb6ce259832ac53197a317c56fd750089df55b34821b50b9aec51bdaeca742121

check=
if [ "${1:-}" = --check ]; then
  check=--check
  shift
fi
work=${1:?usage: update.sh [--check] WORK_FOLDER}
version=${VERSION:-$known_version}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
package=$work/mandel59-mojidata-$version.tgz

[ -f "$package" ] || (cd "$work" && npm pack --silent "@mandel59/mojidata@$version" >/dev/null)
sha512=$(sha512sum "$package" | cut -d ' ' -f 1)
if [ "$version" != "$known_version" ]; then
  echo "update.sh: $version has sha512 $sha512"
elif [ "$sha512" != "$known_sha512" ]; then
  echo "update.sh: $package is not the package that this project knows (sha512 $sha512)" >&2
  exit 1
fi
tar -xzf "$package" -C "$work" package/dist/moji.db
# shellcheck disable=SC2086  # no word where nothing is checked
python3 "$here/make_tables.py" $check --database "$work/package/dist/moji.db" "$here"
if [ -n "$check" ]; then echo "the tables of $here are those of @mandel59/mojidata $version"; fi
