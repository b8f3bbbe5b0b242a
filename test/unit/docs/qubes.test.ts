import test from 'ava';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AUDIT } from '../../../scripts/build/bundle.ts';
import { buildProgram } from '../../../vm-wallet/cli/program.ts';
import {
  all,
  commands,
  fences,
  keysOf,
  links,
  messages,
  project,
  read,
  sources,
  spans,
} from '../../fixtures/page.ts';

const PAGE = read('docs/qubes.md');
const INSTALLED = sources('salt', 'scripts/package', 'qubes-rpc').join('\n');
const SPEAKING = sources('salt', 'scripts/audit', 'qubes-rpc', 'shared', 'vm-net', 'vm-wallet');
const DEFAULTS = read('salt/jm/defaults.yaml');

const PILLAR = new Set([
  ...keysOf(DEFAULTS),
  ...all(read('salt/jm/map.jinja'), /\bpair\.([a-z_]+)/gu).map((key) => `pairs:${key}`),
]);
const SCALARS = new Set(all(DEFAULTS, /: '?([\w.-]+)'?$/gmu));

const commandsIn =
  (pattern: RegExp) =>
  (page: string): readonly string[] =>
    commands(page).flatMap((command) => all(command, pattern));

const wallet = buildProgram('test', () => Promise.resolve());
const WALLET_OPTIONS = new Map(
  [wallet, ...wallet.commands].map((command) => [
    command.name(),
    command.options.map(({ long }) => long ?? ''),
  ]),
);
/** Of commander's chains in the sources of the net VM: each command with its options. */
const NET_OPTIONS = new Map(
  sources('vm-net')
    .flatMap((text) => text.split(/\.command\(\s*(?=')/u).slice(1))
    .map((chain) => [all(chain, /^'([a-z]+)'/gu)[0] ?? '', all(chain, /'(--[a-z-]+)/gu)]),
);
const AUDIT_OPTIONS = all(read('scripts/audit/main.ts'), /^ +'?([a-z-]+)'?: \{ type: '/gmu).map(
  (name) => `--${name}`,
);

/** A command and its options as names: `coinjoin`, `coinjoin --mixdepth`. Before the command, options are everybody's. */
function uses(program: string, line: string): string[] {
  const words = line.split(/\s+/u);
  const command = words.find((word) => /^[a-z]+$/u.test(word)) ?? program;
  const before = words.indexOf(command);
  return words.flatMap((word, index) => {
    if (word === command) return [command];
    return word.startsWith('--') ? [`${index < before ? program : command} ${word}`] : [];
  });
}

function offers(known: ReadonlyMap<string, readonly string[]>, use: string): boolean {
  const [command = '', option] = use.split(' ');
  const options = known.get(command);
  return options !== undefined && (option === undefined || options.includes(option));
}

/** Whether a path is a file of the formula in dom0, or one that the formula or a package writes. */
function isWritten(name: string): boolean {
  const inFormula = name.startsWith('/srv/salt/');
  if (inFormula && existsSync(path.join(project, name.slice('/srv/'.length)))) return true;
  const written = (inFormula ? name.slice('/srv/salt/jm'.length) : name).replace(
    'sys-whonix',
    '{{ pair.gateway }}',
  );
  // States that write several files name them apart: "for name in [file, 'SHA256SUMS']".
  const [file = ''] = all(written, /[^/]+$/gu);
  const apart = INSTALLED.includes(`'${file}'`) && INSTALLED.includes(written.replace(file, '{{ name }}'));
  const exactly = INSTALLED.split(written)
    .slice(1)
    .some((rest) => !/^(?:[\w-]|\.\w)/u.test(rest));
  return apart || exactly;
}

/** Kinds of names on the page, each with where such a name must come from, and with a page where one is wrong. */
const KINDS: readonly {
  readonly kind: string;
  readonly named: (page: string) => readonly string[];
  readonly exists: (name: string, page: string) => boolean;
  /** At least so many are found on the page, or the pattern has gone blind. */
  readonly least: number;
  readonly wrong: readonly [page: string, name: string];
}[] = [
  {
    kind: 'state',
    named: commandsIn(/(?<![\w./-])jm(?:\.[a-z0-9_]+)+/gu),
    exists: (name) =>
      ['.sls', '/init.sls'].some((end) =>
        existsSync(path.join(project, 'salt', name.replaceAll('.', '/') + end)),
      ),
    least: 12,
    wrong: ['```sh\nsudo qubesctl state.apply jm.dom0.polity\n```', 'jm.dom0.polity'],
  },
  {
    kind: 'service',
    named: (page) => all(page, /(?<![\w./-])jm\.[A-Z]\w+/gu),
    exists: (name) => existsSync(path.join(project, 'qubes-rpc', name)),
    least: 2,
    wrong: ['jm.Message', 'jm.Message'],
  },
  {
    kind: 'pillar key',
    named: (page) => [
      ...spans(page).flatMap((span) => all(span, /(?<![\w:])jm(?::[a-z_]+)+/gu)),
      ...fences(page, 'yaml')
        .flatMap(keysOf)
        .filter((key) => key.startsWith('jm:')),
    ],
    exists: (name) => PILLAR.has(name.slice('jm:'.length)),
    least: 15,
    wrong: ['```yaml\njm:\n  pairs:\n    - wallet: a\n      nett: b\n```', 'jm:pairs:nett'],
  },
  {
    kind: 'path',
    named: (page) =>
      all(page, /(?<![\w.])\/(?:etc|usr|var|run|srv\/salt)\/[\w./+-]*[\w+-]/gu).map((name) =>
        name.replace(/\/$/u, ''),
      ),
    exists: isWritten,
    least: 15,
    wrong: ['`/etc/jm-net/joinmarket.conf`', '/etc/jm-net/joinmarket.conf'],
  },
  {
    kind: 'use of jm-wallet',
    named: (page) => commandsIn(/^jm-wallet (.+)/gu)(page).flatMap((line) => uses('jm-wallet', line)),
    exists: (name) => offers(WALLET_OPTIONS, name),
    least: 10,
    wrong: ['```sh\njm-wallet coinjoin 0 INTERNAL --mixdeep 1\n```', 'coinjoin --mixdeep'],
  },
  {
    kind: 'use of joinmarketd',
    named: (page) =>
      commandsIn(/\bjoinmarketd ([a-z]+\b[^';]*)/gu)(page).flatMap((line) => uses('joinmarketd', line)),
    exists: (name) => offers(NET_OPTIONS, name),
    least: 2,
    wrong: ['`joinmarketd serve --confug x`', 'serve --confug'],
  },
  {
    kind: 'use of jm-audit',
    named: (page) =>
      commandsIn(/\bnode jm-audit (--[^';]*)/gu)(page).flatMap((line) => all(line, /--[a-z-]+/gu)),
    exists: (name) => AUDIT_OPTIONS.includes(name),
    least: 2,
    wrong: ['`node jm-audit --policy policy`', '--policy'],
  },
  {
    kind: 'option that stands alone',
    named: (page) => spans(page).filter((span) => /^--[a-z-]+$/u.test(span)),
    exists: (name) =>
      [...WALLET_OPTIONS.values(), ...NET_OPTIONS.values(), AUDIT_OPTIONS].some((known) =>
        known.includes(name),
      ),
    least: 3,
    wrong: ['`--max-fee`', '--max-fee'],
  },
  {
    kind: 'use of jm-apply',
    named: commandsIn(/\bjm-apply ([a-z]+)\b/gu),
    exists: (name) => new RegExp(`^ {2}${name}\\) prepare`, 'mu').test(read('salt/jm-apply')),
    least: 2,
    wrong: ['`jm-apply delete jm-wallet`', 'delete'],
  },
  {
    kind: 'name of a VM',
    named: commandsIn(/(?<![\w./-])(?:jm|tpl|sys|debian|whonix)-[a-z0-9-]+(?![\w-]|\.\w)/gu),
    exists: (name, page) =>
      SCALARS.has(name) ||
      INSTALLED.includes(`service.${name}\n`) ||
      [AUDIT.name, 'jm-apply', 'jm-split'].includes(name) ||
      // Made on the page itself, by hand or in the pillar.
      all(page, /^qvm-(?:clone|create) .*? ?([\w-]+)$/gmu).includes(name) ||
      all(page, /^ +(?:- )?[a-z_]+: ([\w-]+)$/gmu).includes(name),
    least: 40,
    wrong: ['```sh\nqvm-start jm-nett\n```', 'jm-nett'],
  },
  {
    kind: 'message',
    named: messages,
    exists: (name) => {
      const pieces = name
        .split('…')
        .map((piece) => piece.trim())
        .filter((piece) => piece !== '');
      return (
        pieces.some((piece) => piece.length >= 6) &&
        SPEAKING.some((text) => pieces.every((piece) => text.includes(piece)))
      );
    },
    least: 25,
    wrong: ['\n| you read |\n| `The node … sinking` | a | b |', 'The node … sinking'],
  },
  {
    kind: 'link',
    named: links,
    exists: (name) => existsSync(path.join(project, 'docs', name)),
    least: 6,
    wrong: ['[there](nowhere.md)', 'nowhere.md'],
  },
  {
    kind: 'check of the audit',
    named: (page) => all(page, /\b[PQGR][0-9]{2}\b/gu),
    exists: (name) => sources('scripts/audit/checks').some((text) => text.includes(`id: '${name}'`)),
    least: 1,
    wrong: ['Q99', 'Q99'],
  },
];

for (const { kind, named, exists, least, wrong } of KINDS) {
  test(`docs/qubes.md: each ${kind} exists`, (t) => {
    const names = named(PAGE);
    t.true(names.length >= least, `${names.length} were found`);
    t.deepEqual(
      names.filter((name) => !exists(name, PAGE)),
      [],
    );

    const [page, name] = wrong;
    t.deepEqual(
      named(page).filter((one) => !exists(one, page)),
      [name],
      'a wrong one is noticed',
    );
  });
}

test('docs/qubes.md: what one should see is what the programs say', (t) => {
  for (const seen of [
    'Done. Next: jm-audit in dom0, and jm-wallet doctor in the wallet VM.',
    'No findings: policy and qubes are as they should be.',
    'still syncing',
    '[PENDING]',
    'deposit',
    'Go on?',
    'Sign and broadcast?',
    'CoinJoin done',
    'Offering as',
  ]) {
    t.true(PAGE.includes(`\`${seen}\``), `on the page: ${seen}`);
    t.true(
      SPEAKING.some((text) => text.includes(seen)),
      `in the sources: ${seen}`,
    );
  }
});

test("docs/qubes.md: the packages' version and the number of builders are the formula's", (t) => {
  const [version] = all(DEFAULTS, /^packages:\n {2}version: (\S+)$/gmu);
  t.deepEqual([...new Set(all(PAGE, /jm-(?:wallet|net)_(.+?)_all\.deb/gu))], [version]);
  t.deepEqual(all(PAGE, /^ {4}version: (\S+)$/gmu), [version]);
  t.deepEqual(all(DEFAULTS, /^ {2}signers: (\d+)$/gmu), ['3']);
  t.true(PAGE.includes('three builders'));
});
