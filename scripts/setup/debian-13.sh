#!/bin/sh
# Puts a minimal Debian 13 into .cache/debian-13/root, for the tests that install the packages. It holds what the packages depend on and
# nothing else, from Debian's archive alone, with Debian's signatures verified. Needs root, and about 250 MB.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd)
destination=$project/.cache/debian-13
keyring=${DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
packages=nodejs,socat,systemd

fail() { printf 'debian-13.sh: %s\n  %s\n' "$1" "$2" >&2; exit 1; }
made() { [ "$(head -n 1 "$destination/RECORD" 2>/dev/null)" = "packages: $packages" ]; }

if made; then exit 0; fi
[ "$(id -u)" = 0 ] || fail 'this needs root, because the files of a system are.' 'Run it as root.'
command -v mmdebstrap >/dev/null 2>&1 || fail 'there is no mmdebstrap.' 'apt-get install mmdebstrap'
[ -r "$keyring" ] ||
  fail "Debian's archive keyring is missing ($keyring)." 'apt-get install debian-archive-keyring, or set DEBIAN_KEYRING.'
# shellcheck disable=SC2016 # apt-get fills them in
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE) $(CREATED_BY)' 2>/dev/null |
  awk '$2 == "Packages" && $1 ~ /\/debian\/?$/ { print $1; exit }')}
mirror=${mirror:-http://deb.debian.org/debian}

mkdir -p "$project/.cache"
if command -v flock >/dev/null 2>&1; then
  exec 9>"$project/.cache/debian-13.lock"
  flock 9
  if made; then exit 0; fi
fi
rm -rf "$destination"
mkdir -p "$destination/root"
printf 'Fetching Debian 13 (about 60 MB, once) ...\n' >&2
mmdebstrap --quiet --mode=root --variant=minbase --include="$packages" --aptopt='APT::Install-Recommends "false"' \
  --keyring="$keyring" trixie "$destination/root.tar" "deb [signed-by=$keyring] $mirror trixie main" >&2 ||
  fail "Debian's archive at $mirror could not be read." 'Check the network, or set DEBIAN_MIRROR.'
tar --extract --numeric-owner --file="$destination/root.tar" --directory="$destination/root"
{
  printf 'packages: %s\n' "$packages"
  printf 'debian: %s\n' "$(cat "$destination/root/etc/debian_version")"
  printf 'archive: %s\n' "$mirror"
  printf 'root.tar sha256: %s\n' "$(sha256sum "$destination/root.tar" | cut -d ' ' -f 1)"
  dpkg-query --admindir="$destination/root/var/lib/dpkg" --show
} > "$destination/RECORD.new"
rm "$destination/root.tar"
# Last, so that an interrupted run starts again.
mv "$destination/RECORD.new" "$destination/RECORD"
