#!/bin/sh
# Fails where an include runs against the flow converters <- formats <- jobs <- cli.
cd "$(dirname "$0")/.." || exit 2
status=0
forbid() { # folder, then the layers above it
  folder=$1; shift
  for above in "$@"; do
    if grep -nE "#include [<\"]$above/" -r --include=*.hpp --include=*.cpp "$folder" 2>/dev/null; then
      echo "$folder/ may not include $above/"
      status=1
    fi
  done
}
forbid converters formats jobs samples cli
forbid formats jobs samples cli
forbid jobs samples cli
forbid samples cli
exit $status
