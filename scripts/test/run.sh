#!/bin/sh
# Everything that must hold before a change lands: set-up, static checks, both bundles, all tests, all vectors.
set -eu
cd "$(dirname "$0")/../.."

sh scripts/setup/node-modules.sh
sh scripts/setup/fetch-tools.sh
PATH=$PWD/.cache/tools/bin:$PATH
export PATH

npm run --silent check
npm run --silent build
npm run --silent unit
npm run --silent vectors -- test/vectors/reference
