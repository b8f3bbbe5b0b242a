# bash completion for jm-wallet

_jm_wallet() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands='create recover display address send coinjoin maker history doctor help'
  local anywhere='--datadir --wallet --config --password-fd --json -y --yes --no-color -V --version -h --help'
  local command='' words='' index
  COMPREPLY=()

  # The first word that is neither an option nor an option's value.
  for ((index = 1; index < COMP_CWORD; index++)); do
    case ${COMP_WORDS[index]} in
      --datadir | --wallet | --config | --password-fd) ((index++)) ;;
      -*) ;;
      *)
        command=${COMP_WORDS[index]}
        break
        ;;
    esac
  done

  case $previous in
    --datadir)
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --config)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --words) words='12 24' ;;
    --choose)
      words='fidelity_bond_weighted_order_choose random_under_max_order_choose cheapest_order_choose weighted_order_choose'
      ;;
    --broadcast) words='self random-peer not-self' ;;
    --ordertype) words='reloffer absoffer both' ;;
    --wallet | --password-fd | --words-fd | --birthday | --mixdepth | --label | --fee-rate | --makers | --max-fee-abs | --max-fee-rel | --minsize)
      return
      ;;
    *)
      case $command in
        '') words="$commands $anywhere" ;;
        create) words='--words --extension -h --help' ;;
        recover) words='--words-fd --birthday --extension -h --help' ;;
        display) words='--mixdepth --all --offline -h --help' ;;
        address) words='--mixdepth --label -h --help' ;;
        send) words='INTERNAL --mixdepth --fee-rate -h --help' ;;
        coinjoin)
          words='INTERNAL --mixdepth --makers --choose --max-fee-abs --max-fee-rel --broadcast --fee-rate -h --help'
          ;;
        maker) words='--ordertype --minsize -h --help' ;;
        history) words='--csv -h --help' ;;
        doctor) words='-h --help' ;;
        help) words=$commands ;;
      esac
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _jm_wallet jm-wallet
