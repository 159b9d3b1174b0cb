#!/usr/bin/env bash
# Makes the command from the action's own checkout: what runs is the commit that the workflow names, with the packages of its lock file.
set -euo pipefail
cd "$GITHUB_ACTION_PATH"
# Where the action is the checkout of a developer, or a runner keeps its actions, the command is there already.
[ -d node_modules ] && [ -f dist/cli/main.js ] && exit
# npm runs the build as well (prepare). It must not fetch what only tests need, nor take a Node that is too old.
npm ci --engine-strict --no-audit --no-fund
