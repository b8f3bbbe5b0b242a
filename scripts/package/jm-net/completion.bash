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
    --run-dir)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --network) words='mainnet signet testnet regtest' ;;
    --listen | --motd) return ;;
    *)
      case ${COMP_WORDS[1]} in
        serve) words='--config --run-dir -h --help' ;;
        doctor) words='--json --config -h --help' ;;
        directory) words='--listen --network --motd --json -h --help' ;;
        help) words=$commands ;;
        *) words="$commands -V --version -h --help" ;;
      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _joinmarketd joinmarketd
