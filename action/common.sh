# For the other scripts of the action, which source this.
# shellcheck shell=bash

# The largest step summary that GitHub accepts, in bytes.
LONGEST_SUMMARY=$((1024 * 1024))

# Runs the command; leaves its exit code in $code. If it fails, says so in an annotation and ends the step.
annex() {
  code=0
  node "$GITHUB_ACTION_PATH/bin/annex.js" "$@" 2>"$folder/stderr" || code=$?
  local said
  said=$(<"$folder/stderr")
  if [ "$code" -le 1 ]; then
    [ -z "$said" ] || verbatim "$said"
    return
  fi
  output exit-code "$code"
  printf '::error title=annex %s::%s\n' "$1" "$(escape "$said")"
  # Indented by four: a code block in Markdown, whatever is in it.
  printf '## Annex %s: failed\n\n%s\n' "$1" "    ${said//$'\n'/$'\n'    }" >>"$GITHUB_STEP_SUMMARY"
  exit "$code"
}

# Prints a text that may contain file names that look like workflow commands: the runner obeys none until a word that nobody can guess.
verbatim() {
  printf '::stop-commands::%s\n%s\n::%s::\n' "${folder##*/}" "$1" "${folder##*/}"
}

# The text of a workflow command, escaped as in actions/toolkit, packages/core/src/command.ts.
escape() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# Sets an output of the step. Values are numbers and paths that we made: one line each.
output() {
  printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

# Adds a file to the summary of the step.
summarise() {
  if [ "$(wc -c <"$1")" -le "$LONGEST_SUMMARY" ]; then
    cat "$1" >>"$GITHUB_STEP_SUMMARY"
  else
    head -n 1 "$1" >>"$GITHUB_STEP_SUMMARY"
    printf '\nThe rest is too long for a job summary.\n' >>"$GITHUB_STEP_SUMMARY"
  fi
}

# Prints values of a JSON file, one per line, each by its path, such as summary.error.
values_of() {
  node -e '
    const [file, ...paths] = process.argv.slice(1);
    const data = JSON.parse(require("node:fs").readFileSync(file, "utf8"));
    for (const path of paths) console.log(path.split(".").reduce((value, key) => value[key], data));
  ' "$@"
}

folder=$(mktemp -d "$RUNNER_TEMP/annex-XXXXXX")
