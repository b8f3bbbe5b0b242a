# shellcheck shell=sh
# Sourced from the project's root by the npm scripts that run the market: sets up what is missing and builds what ships.
sh scripts/setup/node-modules.sh >&2
sh scripts/setup/fetch-tools.sh
npm run --silent build >&2
PATH=$PATH:$PWD/.cache/tools/bin
export PATH
