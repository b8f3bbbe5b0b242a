# bash completion for joinmarketd

_joinmarketd() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands='serve doctor directory help'
  local words=''
  COMPREPLY=()

  case $previous in
    --config)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --run-dir | --data-dir)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --network) words='mainnet signet testnet regtest' ;;
    --limits) words='on off' ;;
    --listen | --motd | --port) return ;;
    *)
      case ${COMP_WORDS[1]} in
        serve) words='--config --run-dir --data-dir -h --help' ;;
        doctor) words='--json --config -h --help' ;;
        directory)
          case ${COMP_WORDS[2]:-} in
            status) words='--port --config --json -h --help' ;;
            *) words='status --config --listen --network --motd --limits --json -h --help' ;;
          esac
          ;;
        help) words=$commands ;;
        *) words="$commands -V --version -h --help" ;;
      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _joinmarketd joinmarketd
