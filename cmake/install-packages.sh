#!/bin/sh
# Installs the Debian packages that a purpose needs and that are missing: install-packages.sh build|install|test|fmt|tidy|fuzz|bench|characters
set -eu
case ${1:-build} in
  build) wanted="g++ cmake ninja-build pkg-config libboost-program-options-dev libicu-dev libzstd-dev zlib1g-dev
    libtomlplusplus-dev libsqlite3-dev libssl-dev libxxhash-dev libsimdjson-dev nlohmann-json3-dev libfmt-dev doctest-dev
    zstd" ;;
  install) wanted="python3" ;;
  test) wanted="python3-jsonschema openssl man-db" ;;
  fmt) wanted="clang-format git" ;;
  tidy) wanted="clang clang-tidy" ;;
  bench) wanted="gnucobol3 python3 mawk ffe miller icu-devtools nkf sqlite3 diffutils libunivocity-parsers-java
    default-jdk-headless librust-csv-dev librust-encoding-rs-dev cargo rustc" ;;
  fuzz) wanted="clang libclang-rt-14-dev" ;;
  characters) wanted="npm python3" ;;
  *) echo "install-packages.sh: unknown purpose '$1'" >&2; exit 2 ;;
esac
missing=
for package in $wanted; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
echo "Installing with apt-get:$missing"
if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
$as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing" >/dev/null
