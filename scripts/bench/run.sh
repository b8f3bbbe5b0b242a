#!/bin/sh
# npm run bench: sets everything up that is missing, builds what ships, and measures it.
set -eu
cd "$(dirname "$0")/../.."

sh scripts/setup/node-modules.sh >&2
sh scripts/setup/fetch-tools.sh
npm run --silent build >&2
PATH=$PATH:$PWD/.cache/tools/bin
export PATH
exec node --import=tsx scripts/bench/run.ts "$@"
