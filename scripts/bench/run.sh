#!/bin/sh
# npm run bench: sets everything up that is missing, builds what ships, and measures it.
set -eu
cd "$(dirname "$0")/../.."

. scripts/setup/ready.sh
exec node --import=tsx scripts/bench/run.ts "$@"
