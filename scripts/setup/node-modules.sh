#!/bin/sh
# Installs the locked dependencies when they are missing or older than the lockfile.
set -eu
cd "$(dirname "$0")/../.."
installed=node_modules/.package-lock.json
# shellcheck disable=SC3013 # every sh of Debian's knows -nt
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then
  npm ci --no-audit --no-fund
fi
