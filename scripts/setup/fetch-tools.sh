#!/bin/sh
# Puts bitcoind, bitcoin-cli, socat and strace into .cache/tools/bin for the demo and the tests, without root and without touching the
# system's packages. What is on PATH already is used as it is. The rest comes from Debian's archive through a private
# apt configuration, so that Debian's signatures are verified; each program runs with its own libraries.
set -eu

project=$(cd "$(dirname "$0")/../.." && pwd)
destination=$project/.cache/tools
keyring=${DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}

say() { printf '%s\n' "$*" >&2; }
fail() { say "fetch-tools: $1"; say "  $2"; exit 1; }

packages=
programs=
if ! command -v bitcoind >/dev/null 2>&1; then
  packages="$packages bitcoin-knots"
  programs="$programs bitcoind bitcoin-cli"
fi
if ! command -v socat >/dev/null 2>&1; then
  packages="$packages socat"
  programs="$programs socat"
fi
if ! command -v strace >/dev/null 2>&1; then
  packages="$packages strace"
  programs="$programs strace"
fi
missing=
for program in $programs; do
  [ -x "$destination/bin/$program" ] || missing=1
done
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null 2>&1 ||
  fail "this needs$programs, and there is no apt-get to fetch them with." "Install them and put them on PATH."
[ -r "$keyring" ] ||
  fail "Debian's archive keyring is missing ($keyring)." "apt-get install debian-archive-keyring, or set DEBIAN_KEYRING."

architecture=$(dpkg --print-architecture)
# shellcheck disable=SC2016 # apt fills these in
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE) $(CREATED_BY)' 2>/dev/null |
  awk '$2 == "Packages" && $1 ~ /\/debian\/?$/ { print $1; exit }')}
mirror=${mirror:-http://deb.debian.org/debian}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/etc/preferences.d" \
  "$work/etc/sources.list.d" "$work/etc/trusted.gpg.d" "$work/debs"
: > "$work/state/status"
cat > "$work/apt.conf" <<CONF
Dir::Etc "$work/etc";
Dir::Etc::Parts "/etc/apt/apt.conf.d";
Dir::Etc::SourceList "$work/etc/sources.list";
Dir::Etc::SourceParts "$work/etc/sources.list.d";
Dir::Etc::Trusted "/dev/null";
Dir::Etc::TrustedParts "$work/etc/trusted.gpg.d";
Dir::State "$work/state";
Dir::State::Lists "$work/state/lists";
Dir::State::status "$work/state/status";
Dir::Cache "$work/cache";
Debug::NoLocking "true";
APT::Sandbox::User "";
APT::Architecture "$architecture";
Acquire::Languages "none";
Acquire::AllowInsecureRepositories "false";
Acquire::Retries "3";
CONF
APT_CONFIG=$work/apt.conf
export APT_CONFIG

say "Fetching$programs from Debian (about 20 MB, once) ..."
found=
for suite in forky sid; do
  echo "deb [arch=$architecture signed-by=$keyring] $mirror $suite main" > "$work/etc/sources.list"
  apt-get -qq update >&2 || continue
  # shellcheck disable=SC2086 # the names are ours and split on purpose
  if apt-cache show $packages >/dev/null 2>&1; then
    found=$suite
    break
  fi
done
[ -n "$found" ] || fail "Debian's archive at $mirror could not be read." "Check the network, or put$programs on PATH."

# shellcheck disable=SC2086
libraries=$(apt-cache depends --important $packages | awk '/^ *\|?Depends: lib/ { print $2 }')
# shellcheck disable=SC2086
closure=$(apt-cache depends --recurse --important $libraries | awk '/^[a-z0-9]/ { print $1 }' | sort -u)
# shellcheck disable=SC2086
(cd "$work/debs" && apt-get -qq download $packages $closure >&2)

staging=$destination.new
rm -rf "$staging"
mkdir -p "$staging/root" "$staging/bin"
for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$staging/root"; done
(cd "$work/debs" && sha256sum -- *.deb) > "$staging/SHA256SUMS"
rm -rf "$staging/root/usr/share" "$staging/root/etc" "$staging/root/var"

loader=$(cd "$staging/root" && find . -name 'ld-linux*.so*' | head -n 1)
libc=$(cd "$staging/root" && find . -name libc.so.6 | head -n 1)
if [ -z "$loader" ] || [ -z "$libc" ]; then
  fail "the fetched packages lack a C library." "Put$programs on PATH instead."
fi
for program in $programs; do
  binary=$(cd "$staging/root" && find . -path "*/bin/$program*" \( -type f -o -type l \) | sort | head -n 1)
  [ -n "$binary" ] || fail "$program is not in the fetched packages." "Put it on PATH instead."
  cat > "$staging/bin/$program" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/../root
exec "\$root/${loader#./}" --library-path "\$root/$(dirname "${libc#./}")" "\$root/${binary#./}" "\$@"
WRAPPER
  chmod 755 "$staging/bin/$program"
  "$staging/bin/$program" -V >/dev/null 2>&1 || "$staging/bin/$program" -version >/dev/null 2>&1 ||
    fail "the fetched $program does not run on this machine." "Put $program on PATH instead."
done
rm -rf "$destination"
mv "$staging" "$destination"
say "Fetched into $destination; checksums are in SHA256SUMS there."
