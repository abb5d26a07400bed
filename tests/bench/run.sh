#!/bin/sh
# Builds the benchmark programs in the release build and runs them: run.sh [MEGABYTES [RUNS]]
set -eu
cd "$(dirname "$0")/../.."
cmake --preset release -DDAICHO_BENCH=ON >/dev/null
cmake --build --preset release --target charset_bench >/dev/null
exec build/tests/charset_bench "$@"
