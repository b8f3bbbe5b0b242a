#!/bin/sh
# Collects in dom0 what jm-audit judges: OUT-facts.json (jm-facts/1) and OUT-policy.tar, a copy of the policy directories.
# Changes nothing, asks no qube anything, and needs only what dom0 has. What can't be read ends it with an error.
set -eu
export LC_ALL=C
if [ "$#" -lt 3 ] || [ $((($# - 1) % 2)) -ne 0 ]; then
  printf 'usage: collect.sh OUT WALLET[@UUID] NET[@UUID] [WALLET NET]...\n' >&2
  exit 2
fi
out=$1 && shift
# Another root is for tests.
root=${JM_COLLECT_ROOT:-}/

# A JSON string. Anything but printable ASCII is a question mark.
quote() {
  case $1 in *[!A-Za-z0-9_.:/@=,+\ -]*) ;; *) printf '"%s"' "$1" && return ;; esac
  left=$1 made=''
  while [ -n "$left" ]; do
    behind=${left#?}
    case ${left%"$behind"} in
      '"' | \\) made=$made\\${left%"$behind"} ;;
      [\ -~]) made=$made${left%"$behind"} ;;
      *) made=$made\? ;;
    esac
    left=$behind
  done
  printf '"%s"' "$made"
}

# A qube's name, or null.
name() { case $1 in '' | None) printf null ;; *) quote "$1" ;; esac }
flag() { case $1 in True | 1) printf true ;; *) printf false ;; esac }

# The lines of standard input as a list, or their first words.
lines() {
  printf '[' && comma=
  while IFS= read -r line; do [ -z "$line" ] || { printf '%s' "$comma" && quote "$line" && comma=,; }; done
  printf ']'
}
words() { while read -r word _; do printf '%s\n' "$word"; done | lines; }
whether() { if "$@" >/dev/null 2>&1; then printf true; else printf false; fi; }

# Sets value and mark (D for a default) of a property, from $prefs.
pref() {
  value='' mark=U
  while read -r key is rest; do [ "$key" != "$1" ] || { mark=$is && value=$rest && return; }; done <<LINES
$prefs
LINES
}
text_of() { pref "$1" && printf ',"%s":' "$1" && quote "$value"; }
name_of() { pref "$1" && printf ',"%s":' "$1" && name "$value"; }
flag_of() { pref "$1" && printf ',"%s":' "$1" && flag "$value"; }
default_of() { pref "$1" && printf ',"%s_is_default":' "$1" && { [ "$mark" = D ] && printf true || printf false; }; }
features() {
  printf ',"features":{' && comma=
  while read -r key rest; do [ -z "$key" ] || { printf '%s' "$comma" && quote "$key" && printf : && quote "$rest" && comma=,; }; done
  printf '}'
}
services() { while read -r key state; do [ "$state" != on ] || printf '%s\n' "$key"; done | words; }
devices() {
  printf ',"devices":[' && comma=
  for class in pci usb block mic; do
    [ "$1" != dom0 ] || continue
    listed=$(qvm-device "$class" list --assignments "$1")
    while read -r device _; do
      case $device in *:*) printf '%s{"class":"%s","name":' "$comma" "$class" && quote "$device" && printf '}' && comma=, ;; esac
    done <<LINES
$listed
LINES
  done
  printf ']'
}
# What only our own qubes are asked for: the disk, the firewall, and where the gateway's profile sends the onion's visitors.
ours() {
  size=$(qvm-volume info "$1:private" size)
  used=$(qvm-volume info "$1:private" usage)
  case $size,$used in ,* | *, | 0,* | *[!0-9,]*) printf 'the volume %s:private has no size\n' "$1" >&2 && exit 1 ;; esac
  printf ',"private_size":%d,"private_used_percent":%d,"firewall":' "$size" $((used * 100 / size))
  rules=$(qvm-firewall --raw "$1")
  printf '%s\n' "$rules" | lines && name_of ip && pref netvm
  [ -d "${root}srv/salt/jm" ] || return 0
  profile=${root}srv/salt/jm/files/generated/$value.yml
  [ -r "$profile" ] || profile=/dev/null
  printf ',"profile_addresses":' && sed -n "s/^.*replacement:.*,\([^, ]*\):[0-9]*{}'\{0,1\}$/\1/p" "$profile" | sort -u | words
}
vm() {
  prefs=$(qvm-prefs "$1")
  known=$(qvm-features "$1")
  tags=$(qvm-tags "$1")
  enabled=
  [ "$1" = dom0 ] || enabled=$(qvm-service "$1")
  quote "$1" && printf ':{"type":' && quote "$2" && printf ',"power_state":' && quote "$3"
  printf ',"tags":' && printf '%s\n' "$tags" | words
  printf ',"services":' && printf '%s\n' "$enabled" | services
  printf '%s\n' "$known" | features
  devices "$1"
  internal=$(printf '%s\n' "$known" | while read -r key rest; do [ "$key" != internal ] || printf '%s' "$rest"; done)
  printf ',"internal":' && flag "$internal"
  for property in default_dispvm guivm relayvm transport_rpc netvm template audiovm management_dispvm; do name_of "$property"; done
  for property in template_for_dispvms provides_network autostart include_in_backups debug; do flag_of "$property"; done
  default_of netvm && default_of management_dispvm
  for property in uuid virt_mode devices_denied; do text_of "$property"; done
  case $members in *" $1 "*) ours "$1" ;; esac
  printf '}'
}
digit() {
  case $1 in r??) printf 4 ;; *) printf 0 ;; esac
  case $1 in ?w?) printf +2 ;; esac
  case $1 in ??[xst]) printf +1 ;; esac
}
files() {
  comma= && while read -r modes owner _ _ _ file; do
    case $file in
      policy/etc*) file=/etc/qubes/policy.d${file#policy/etc} ;;
      policy/run*) file=/run/qubes/policy.d${file#policy/run} ;;
      *) file=/etc/qubes-rpc/policy${file#policy/legacy} ;;
    esac
    modes=${modes#?} && group=${modes#???}
    printf '%s{"path":' "$comma" && quote "${file%/}"
    printf ',"mode":"0%s%s%s","owner":' $(($(digit "${modes%??????}"))) $(($(digit "${group%???}"))) $(($(digit "${group#???}")))
    quote "${owner%%/*}:${owner#*/}" && printf '}' && comma=,
  done
}
pair_member() {
  printf '"%s":' "$1" && quote "${2%%@*}"
  case $2 in *@*) printf ',"%s_uuid":' "$1" && quote "${2#*@}" ;; esac
}
copy_present() {
  set --
  for directory in etc/qubes/policy.d run/qubes/policy.d etc/qubes-rpc/policy; do
    [ ! -d "$root$directory" ] || set -- "$@" "$directory"
  done
  tar -h --hard-dereference -C "$root" -cf "$out-policy.tar" --transform='s,^etc/qubes/policy\.d,policy/etc,' \
    --transform='s,^run/qubes/policy\.d,policy/run,' --transform='s,^etc/qubes-rpc/policy,policy/legacy,' "$@"
}
facts() {
  printf '{"format":"jm-facts/1","pairs":[' && comma=
  while [ "$#" -gt 0 ]; do
    printf '%s{' "$comma" && pair_member wallet "$1" && printf , && pair_member net "$2" && printf '}'
    comma=, && shift 2
  done
  printf '],"host":{' && release=
  [ ! -r "${root}etc/qubes-release" ] || read -r _ _ release _ <"${root}etc/qubes-release"
  for property in default_netvm default_dispvm clockvm; do
    value=$(qubes-prefs "$property")
    printf '"%s":' "$property" && name "$value" && printf ,
  done
  printf '"qubes_release":' && quote "$release" && printf ',"collected":' && quote "$(date -u +%F)"
  printf ',"policy_daemon_active":' && whether systemctl is-active qubes-qrexec-policy-daemon.service
  printf ',"qubesctl_running":' && whether pgrep -x qubesctl
  printf ',"secret_files":' && printf '%s\n' "$secrets" | lines
  printf '},"files":[' && printf '%s\n' "$listing" | files && printf '],"vms":{'
  between= && while IFS='|' read -r qube class state _; do
    printf '%s' "$between" && vm "$qube" "$class" "$state"
    between=,
  done <<LINES
$qubes
LINES
  printf '}}\n'
}
members=' ' && for member in "$@"; do members="$members${member%%@*} "; done
# The names only. Seed words would be guesswork, and are left to you.
secrets=$(cd "$root" && grep -rlsIE '[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{100}|^ *rpcpassword *[=:] *[^ ]' srv/salt srv/pillar | sed 's,^,/,')
qubes=$(qvm-ls --raw-data --fields NAME,CLASS,STATE)
copy_present
listing=$(tar -tvf "$out-policy.tar")
facts "$@" >"$out-facts.json"
