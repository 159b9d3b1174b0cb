#!/usr/bin/env bash
# Compares $ANNEX_FILE with $ANNEX_BASELINE: the changes to the summary and, side by side, to a page; their count to the outputs.
set -euo pipefail
# shellcheck source=action/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

options=()
[ -z "$ANNEX_PROFILE" ] || options+=("--profile=$ANNEX_PROFILE")

compare() {
  annex diff "--format=$1" "--output=$2" ${options[@]+"${options[@]}"} -- "$ANNEX_BASELINE" "$ANNEX_FILE"
}

compare json "$folder/diff.json"
output differences "$(values_of "$folder/diff.json" changes.length)"
compare markdown "$folder/diff.md"
summarise "$folder/diff.md"
compare html "$folder/diff.html"
output diff-page "$folder/diff.html"
