#!/bin/sh
# A synthetic city's day, as `make run` shows it: the city and its next day are made where they are missing, the three
# jobs begin (--initial) where they have not, and then publish the day. Run again, it says that nothing is new.
#
# Files: out/city (registers, settings and lists), out/runs (one folder a run), state (what was published).
# Settings from the environment: DAICHO (the program), RESIDENTS (20000), SEED (1).
set -eu
cd "$(dirname "$0")/.."
daicho=${DAICHO:-build/daicho}
residents=${RESIDENTS:-20000}
seed=${SEED:-1}
first=20261120
next=20261121
city=out/city
runs=out/runs
umask 077

if [ ! -e "$city/register-$next.csv" ]; then
  if [ -e state ]; then
    echo "day.sh: state/ tells what was published of a city that out/ no longer has; 'make clean' removes both" >&2
    exit 1
  fi
  echo "A city of $residents residents who do not exist (小金井市, seed $seed), and its next day, in $city"
  mkdir -p "$city"
  "$daicho" sample register --residents "$residents" --seed "$seed" --as-of $first --side-files "$city" --overwrite \
    --out "$city/register-$first.csv"
  "$daicho" sample evolve --changes 2 --seed "$seed" --as-of $next --overwrite \
    "$city/register-$first.csv" "$city/register-$next.csv"
  cp samples/daicho.toml samples/gaiji.csv samples/gaiji.bdf "$city/"
fi

# run JOB DAY [OPTION...]: one run; people held back by findings (exit 1) are no failure of the day.
run() {
  job=$1 day=$2
  shift 2
  case $job in
    cs-update) set -- --resident-since "$city/resident-since.csv" "$@" ;;
    soufusaki) set -- --print-classes "$city/print-classes.csv" "$@" ;;
    iten) set -- --atena "$city/atena.csv" --kengen "$city/kengen.csv" --suppress "$city/suppress.csv" "$@" ;;
  esac
  status=0
  "$daicho" run "$job" --config "$city/daicho.toml" --register "$city/register-$day.csv" --state state --out "$runs" \
    --as-of "$day" "$@" || status=$?
  [ $status -le 1 ] || exit $status
}

for job in cs-update soufusaki iten; do
  if [ -z "$(ls -d "$runs/${job}_$first"* 2>/dev/null)" ]; then
    echo
    echo "$job, the first run of all (--initial), as of $first"
    run $job $first --initial
  fi
done
for job in cs-update soufusaki iten; do
  echo
  echo "$job, the changes of $next"
  run $job $next
done
