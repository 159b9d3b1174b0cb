#!/usr/bin/env bash
# Fails the job for what was found, once all of it is reported.
set -euo pipefail

case $ANNEX_FAIL_ON_DIFFERENCES in
  true | false) ;;
  *)
    echo "::error title=annex::Unexpected value of fail-on-differences, expected true or false"
    exit 2
    ;;
esac

verdict=0
if [ "$ANNEX_EXIT_CODE" -ne 0 ]; then
  echo "The check failed: see its findings in the annotations and in the job summary."
  verdict=1
fi
if [ "$ANNEX_FAIL_ON_DIFFERENCES" = true ] && [ "${ANNEX_DIFFERENCES:-0}" -ne 0 ]; then
  echo "The annex differs from the baseline: see the job summary."
  verdict=1
fi
exit "$verdict"
