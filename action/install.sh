#!/usr/bin/env bash
# Builds the command from the action's own checkout: what runs is the commit that the workflow names, with the packages of its lock file.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"
# In a developer's checkout, or on a runner that keeps its actions, the command is already built.
[ -d node_modules ] && [ -f dist/cli/main.js ] && exit
# npm also runs the build (prepare). It must not accept a Node that is too old.
npm ci --engine-strict --no-audit --no-fund
