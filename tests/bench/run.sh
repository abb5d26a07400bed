#!/bin/sh
# Installs the peers (Debian's packages, DuckDB from npm) and runs bench.py: run.sh [MODE [OPTION...]]
# Without a network it goes on with the peers that are there.
set -eu
cd "$(dirname "$0")/../.."
duckdb=@duckdb/node-api@1.5.6-r.1
modules=build/bench/npm
cmake/install-packages.sh bench || echo "run.sh: not all packages could be installed; going on without" >&2
command -v npm >/dev/null || cmake/install-packages.sh characters || true
if [ ! -e $modules/node_modules/@duckdb/node-api ]; then
  mkdir -p $modules
  npm install --prefix $modules --no-audit --no-fund --loglevel=error $duckdb >/dev/null ||
    echo "run.sh: npm could not bring $duckdb; going on without DuckDB" >&2
fi
exec tests/bench/bench.py "${@:-all}"
