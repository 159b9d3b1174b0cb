#!/usr/bin/env bash
# Checks $ANNEX_FILE: annotations to the log, a table to the summary, SARIF and JSON to files, counts to the outputs. Findings do not
# end the job here: judge.sh does that once everything is reported.
set -euo pipefail
# shellcheck source=action/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Options with "=", and the file after "--": no value can pass for an option.
options=()
[ -z "$ANNEX_BASELINE" ] || options+=("--baseline=$ANNEX_BASELINE")
[ -z "$ANNEX_FAIL_ON" ] || options+=("--fail-on=$ANNEX_FAIL_ON")
[ -z "$ANNEX_CONFIG" ] || options+=("--config=$ANNEX_CONFIG")
[ -z "$ANNEX_PROFILE" ] || options+=("--profile=$ANNEX_PROFILE")
while read -r rule; do
  [ -z "$rule" ] || options+=("--rule=$rule")
done <<<"$ANNEX_RULES"

check() {
  annex check "--format=$1" "--output=$2" ${options[@]+"${options[@]}"} -- "$ANNEX_FILE"
}

check json "$folder/findings.json"
output exit-code "$code"
{
  read -r errors
  read -r warnings
  read -r notes
} < <(values_of "$folder/findings.json" summary.error summary.warning summary.info)
output errors "$errors"
output warnings "$warnings"
output notes "$notes"
output report "$folder/findings.json"

check github -
check markdown "$folder/findings.md"
summarise "$folder/findings.md"
check sarif "$folder/findings.sarif"
output sarif "$folder/findings.sarif"
