import { bold, italic, prose, tagged } from './roff.ts';
import type { ArgumentFacts, CommandFacts, OptionFacts } from './wallet-commands.ts';

/** What the manual says of a command beyond its line in the help. Each key is a command as it is typed. */
export const NOTES: Readonly<Record<string, string>> = {
  create:
    'The words are shown once, and no command shows them again. On a terminal some of them are asked back. ' +
    'A mnemonic extension is not among the words: who forgets it has lost the wallet.',
  recover:
    'The next command that looks at the chain finds the coins and their history; labels, freezes and which PoDLE proofs were used ' +
    'only a backup brings back. Without --birthday the scan begins at block 1.',
  import:
    'It shows everything first. Next indices, labels and freezes come along; imported keys do not. ' +
    'A wallet of nested addresses can be spent from, not mixed with.',
  export: 'Whoever gets the descriptors sees every address, past and future.',
  labels: 'References that this wallet does not know are listed, never added.',
  backup:
    'These are labels, freezes, history, PoDLE uses and shown addresses. ' +
    'The words open the file, and nothing else does; they are not in it. ' +
    '--to-net-vm hands a copy to joinmarketd, which keeps the last 10 and can not read them. ' +
    'Test it with "restore --drill".',
  restore:
    'Each branch goes on 20 addresses later, and more for each day since the backup. ' +
    'PoDLE commitments used since are unknown: makers refuse those. ' +
    '--drill makes no wallet and shows line by line whether words and backup give the wallet that is here; the exit status is 0 ' +
    'only when all is equal.',
  password:
    'Killed at any moment, one of the two opens it. Copies elsewhere keep the old one. A maker password ends.',
  'maker-password':
    'It opens the wallet for "maker" and for display, utxos, history, earnings, rounds, rules, audit-log and check, wherever the ' +
    'password is asked for; every other command refuses it. It ends when the password of the wallet file is changed.',
  check:
    'What the file holds must fit its keys, too. The exit status is 1 when there are findings; each has a cure.',
  rescan:
    'It can be stopped at any time, and the next command goes on. ' +
    'With descriptors the node looks: faster, but the net VM and its node then know every address of the wallet, past and future; ' +
    'going back does not make them forget.',
  scan:
    "It looks in the node's set of unspent outputs. A coin is taken only with its proof; the others are named. " +
    'For a node that has pruned the blocks that "rescan" needs.',
  display:
    'A balance like "0.80000000 (1.00000000)" means that a part is frozen or locked; the whole is in brackets.',
  utxos: 'Each with the PoDLE tries that it has left.',
  rules:
    'While rules.ini of the data directory is not what is in force, nothing is signed. docs/rules.md explains the sections and keys.',
  'rules accept': 'It shows the lines that come and go, and asks. A missing file lifts all limits.',
  allow:
    'Fees count. It ends with its time by either clock, or when its sum is used up; what does not fit is asked for as usual. ' +
    'Without options it is an error; --list shows, --end takes everything back.',
  'audit-log':
    'Refusals by spending rules are in it too. The exit status is 1 when an entry does not hold. ' +
    '--restart puts the file aside, and the hourly and daily limits begin anew with it.',
  history:
    'New columns of --csv come last. Labels that begin with =, +, - or @ get an apostrophe before them.',
  doctor:
    'It also tests that nobody else can read the wallets. Each finding that is not as it should be names its cure.',
  address: 'It is on disk before it is on the screen, so that not even a crash shows it twice.',
  'address release': 'A payment to it is found all the same.',
  freeze: 'All or none of the coins are frozen. It warns when a round holds one, which may still spend it.',
  unfreeze: 'All or none of them.',
  label: 'A label is up to 255 printable characters; an empty one removes it.',
  send:
    'You see inputs, outputs and the fee, and approve them. Coins of two mixdepths never meet in one transaction. ' +
    'A payment without a CoinJoin links the coins that it spends with where they go.',
  bump: 'What can not be replaced gets a child. You see the new transaction, and approve it.',
  coinjoin:
    'You see the makers and their fees, and then the transaction, and approve both. ' +
    'A maker is taken when it keeps one of the two fee limits.',
  psbt: 'No coin is reserved by writing or signing one. A file is never overwritten.',
  'psbt sign': 'You see what leaves the wallet and what comes back, and approve it.',
  'verify-message': 'It asks nobody.',
  maker:
    'The first interrupt ends it cleanly, and the second one at once. With --json it prints one event a line. ' +
    'It stops when its bond can not be announced any more. docs/maker.md explains offers, rules and keys.',
  earnings: 'Only CoinJoins that a block has. --csv has the columns of yigen-statement.csv.',
  bond: 'Coins in a bond can not be spent before its date, by nobody. docs/bonds.md goes through all of it.',
  'bond create': 'It is on disk before it is on the screen. There is one address a month.',
  'bond fund': 'It asks, whatever was allowed beforehand. Of two coins takers count one.',
  'bond list': 'The one that a maker announces is marked. Reminders say what is due.',
  'bond recover': 'Every scan looks for all of them.',
  'bond certify':
    'Asked again, it prints the same text until the signature is there. The key of a bond of this wallet signs at once: for a maker ' +
    'that is opened by the maker password.',
  'bond redeem':
    'All coins of one address go together. Nothing else spends a bond, also when its date is past.',
  help: 'A command with commands below it explains those itself: "jm-wallet psbt help sign".',
};

/** What the manual page has at @COMMANDS@ and @OPTIONS@, in roff. */
export function manualSections(program: CommandFacts): Readonly<Record<'COMMANDS' | 'OPTIONS', string>> {
  return {
    COMMANDS: program.subcommands.flatMap(commandEntries).join('\n'),
    OPTIONS: program.options.flatMap(optionEntry).join('\n'),
  };
}

function commandEntries(command: CommandFacts): readonly string[] {
  const below = command.subcommands.filter(({ path }) => path !== `${command.path} help`);
  const items = [
    ...command.arguments.filter(({ description }) => description !== '').flatMap(argumentEntry),
    ...ownOptions(command).flatMap(optionEntry),
  ];
  return [
    ...tagged(heading(command)),
    ...prose(sentence(command.description)),
    ...prose(NOTES[command.path] ?? ''),
    ...(items.length === 0 ? [] : ['.RS', ...items, '.RE']),
    ...below.flatMap(commandEntries),
  ];
}

/** Without --help, which all of them have. */
function ownOptions({ options }: CommandFacts): readonly OptionFacts[] {
  return options.filter(({ flags }) => !flags.includes('--help'));
}

function heading(command: CommandFacts): string {
  const words = command.arguments.map((argument) => {
    const shown = `${italic(argument.name)}${argument.variadic ? ' ...' : ''}`;
    return argument.required ? shown : `[${shown}]`;
  });
  const options = ownOptions(command);
  const given = options.length > 3 ? [`[${italic('options')}]`] : options.map(optionWord);
  return [bold(command.path), ...given, ...words].join(' ');
}

function optionWord(option: OptionFacts): string {
  return option.required ? optionTag(option) : `[${optionTag(option)}]`;
}

function optionTag({ flags, value }: OptionFacts): string {
  return `${flags.map(bold).join(', ')}${value === null ? '' : ` ${italic(value.name)}`}`;
}

function optionEntry(option: OptionFacts): readonly string[] {
  const { value, preset } = option;
  const choices = value?.choices ?? [];
  // Some options say in their own words what they are when left out, because only their command knows.
  const description = option.description.replace(/ \(default: (.+)\)$/u, '; $1 when left out');
  const otherwise = preset === null ? '' : `; ${preset} when left out`;
  const text =
    choices.length === 0
      ? sentence(`${description}${otherwise}`)
      : `${sentence(description)} ${sentence(`${oneOf(choices)}${otherwise}`)}`;
  return [...tagged(optionTag(option)), ...prose(text)];
}

function oneOf(choices: readonly string[]): string {
  const [last = '', ...others] = choices.toReversed();
  return `${others.length === 1 ? 'either' : 'one of'} ${others.reverse().join(', ')} or ${last}`;
}

function argumentEntry({ name, description }: ArgumentFacts): readonly string[] {
  return [...tagged(italic(name)), ...prose(sentence(description))];
}

/** A line of the help as a sentence. What is not a plain word, such as joinmarket.cfg, keeps its first letter. */
function sentence(text: string): string {
  const first = /^[a-z-]+(?=[,;:]? |$)/u.exec(text)?.[0] ?? '';
  return `${first.charAt(0).toUpperCase()}${text.slice(first === '' ? 0 : 1)}.`;
}
