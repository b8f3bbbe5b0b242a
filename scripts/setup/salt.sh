#!/bin/sh
# Puts Salt and salt-lint into .cache/salt for the tests of salt/, from PyPI. Salt is of the series that Qubes has in dom0.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd)
destination=$project/.cache/salt
requirements=$project/test/salt/requirements.txt

fail() { printf 'salt.sh: %s\n  %s\n' "$1" "$2" >&2; exit 1; }

if cmp -s "$requirements" "$destination/requirements.txt" 2>/dev/null; then exit 0; fi
command -v python3 >/dev/null 2>&1 || fail 'there is no python3.' 'apt-get install python3 python3-venv'
python3 -c 'import ensurepip, venv' 2>/dev/null || fail "this python3 can't make environments with pip." 'apt-get install python3-venv'

mkdir -p "$project/.cache"
if command -v flock >/dev/null 2>&1; then
  exec 9>"$project/.cache/salt.lock"
  flock 9
  if cmp -s "$requirements" "$destination/requirements.txt" 2>/dev/null; then exit 0; fi
fi
rm -rf "$destination"
python3 -m venv "$destination" >&2 || fail 'the environment was not made.' 'apt-get install python3-venv'
"$destination/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements" >&2 ||
  fail "Salt could not be fetched from PyPI." 'Check the network; behind a proxy or a mirror set PIP_INDEX_URL.'
# Last, so that an interrupted run starts again.
cp "$requirements" "$destination/requirements.txt"
