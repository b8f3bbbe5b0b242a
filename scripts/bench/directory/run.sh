#!/bin/sh
# npm run bench:directory: sets everything up that is missing, builds what ships, and measures its directory node.
set -eu
cd "$(dirname "$0")/../../.."

sh scripts/setup/node-modules.sh >&2
npm run --silent build >&2
# A descriptor for each peer; what is not allowed is said in the table. dash, bash and busybox all know -n and -H.
# shellcheck disable=SC3045
ulimit -n 70000 2>/dev/null || ulimit -n "$(ulimit -H -n)"
exec node --import=tsx scripts/bench/directory/run.ts "$@"
