#!/bin/sh
# Fuzzes each target for a number of seconds: run.sh [SECONDS]. Corpora grow in build/fuzz/corpus-<target>.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
cmake/install-packages.sh build
cmake/install-packages.sh fuzz
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "$(nproc)"
for target in bdf charset clean_record gaiji medium records schema transcode validate; do
  corpus=build/fuzz/corpus-$target
  mkdir -p "$corpus"
  if [ $target = schema ]; then cp schemas/*.toml "$corpus"/; fi
  if [ $target = charset ]; then tests/fuzz/seed_charset.sh "$corpus"; fi
  if [ $target = bdf ] || [ $target = gaiji ]; then cp samples/gaiji.* "$corpus"/; fi
  if [ $target = medium ]; then tests/fuzz/seed_medium.sh "$corpus"; fi
  if [ $target = records ]; then tests/fuzz/seed.sh "$corpus"; fi
  if [ $target = clean_record ]; then tests/fuzz/seed_clean_record.sh "$corpus"; fi
  echo "== $target, $seconds seconds"
  build/fuzz/tests/fuzz/fuzz_$target -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20000 \
    -print_final_stats=1 "$corpus" 2>build/fuzz/$target.log || { tail -40 build/fuzz/$target.log; exit 1; }
  grep -E 'stat::|DONE' build/fuzz/$target.log || true
done
