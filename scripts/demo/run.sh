#!/bin/sh
# npm run demo: sets everything up that is missing, then runs a CoinJoin on a private regtest market.
set -eu
cd "$(dirname "$0")/../.."

. scripts/setup/ready.sh
exec node --import=tsx scripts/demo/main.ts "$@"
