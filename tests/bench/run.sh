#!/bin/sh
# Builds the benchmark programs in the release build and runs them: run.sh [MEGABYTES [RUNS]]
# Charset converters beside ICU and iconv, then `daicho validate` beside a GnuCOBOL program.
set -eu
cd "$(dirname "$0")/../.."
cmake/install-packages.sh bench
cmake --preset release -DDAICHO_BENCH=ON >/dev/null
cmake --build --preset release --target charset_bench daicho_program >/dev/null
build/tests/charset_bench "$@"
exec tests/bench/validate_bench.py "$@"
