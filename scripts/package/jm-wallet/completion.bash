# bash completion for jm-wallet; its tables are made from the program's own definition

# What may stand behind a command, or behind the program itself. Fails for what is no command.
_jm_wallet_words() {
  case $1 in
@WORDS@
    *) return 1 ;;
  esac
}

# What the value of an option behind a command may be. Fails for options that have none.
_jm_wallet_value() {
  _jm_wallet_value_of "$1 $2" || _jm_wallet_value_of " $2"
}

_jm_wallet_value_of() {
  case $1 in
@VALUES@
    *) return 1 ;;
  esac
}

# Whether a command takes files.
_jm_wallet_takes_files() {
  case $1 in
@FILES@
    *) return 1 ;;
  esac
}

_jm_wallet() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' words='' word index longer
  COMPREPLY=()

  # The command is what is neither an option nor an option's value, for as long as there are commands below it.
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    longer="${command:+$command }$word"
    if [[ $word == -* ]]; then
      if _jm_wallet_value "$command" "$word" > /dev/null; then ((index++)); fi
    elif _jm_wallet_words "$longer" > /dev/null; then
      command=$longer
    fi
  done

  if words=$(_jm_wallet_value "$command" "$previous"); then
    case $words in
      @directory)
        compopt -o filenames 2> /dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
      @file)
        compopt -o filenames 2> /dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
    esac
  else
    words=$(_jm_wallet_words "$command")
    if [[ $current != -* ]] && _jm_wallet_takes_files "$command"; then
      compopt -o filenames 2> /dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
  fi
  mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _jm_wallet jm-wallet
