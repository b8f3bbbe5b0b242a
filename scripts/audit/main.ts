import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isJmError } from '../../shared/errors.ts';
import { audit } from './audit.ts';
import { applyBaseline, dayOf, parseBaseline } from './baseline.ts';
import { parseFacts, type Facts } from './facts.ts';
import { isFailure } from './finding.ts';
import { arrowsOf, formatArrows } from './graph.ts';
import { readPolicyCopy } from './read-policy.ts';
import { formatFindings } from './report.ts';
import { formatSvg } from './svg.ts';

/** What the process ends with. */
const EXIT = { clean: 0, findings: 1, unknown: 2 } as const;
const USAGE = `usage: jm-audit --policy-dir DIR --facts FILE [--baseline FILE] [--ask WALLET] [--strict] [--json]
       jm-audit graph --policy-dir DIR --facts FILE [--json | --svg FILE]

Judges a copy of dom0's policy (DIR/etc, DIR/run, DIR/legacy) and the facts about its qubes (FILE, jm-facts/1):
can anything but the wallet VM reach our services, can anything reach the wallet VM, can the wallet VM reach anything
else. A rule that asks counts as one that allows. With "graph": who may call whom around them, as a picture with --svg
(- for standard output).

The baseline is a JSON list of accepted risks: id, shows (how the finding starts), reason, expires (YYYY-MM-DD). They are
listed apart and do not count until that day is over.

--ask declares, for one wallet VM (as often as there are), that dom0 is to ask before its two services are called (pillar
jm:ask). --strict counts findings that are information only.

Exit codes: 0 no findings, or information only; 1 findings; 2 could not tell.
`;

function main(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'policy-dir': { type: 'string' },
      facts: { type: 'string' },
      baseline: { type: 'string' },
      ask: { type: 'string', multiple: true, default: [] },
      strict: { type: 'boolean', default: false },
      svg: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { 'policy-dir': policyDir, facts: factsFile } = values;
  if (values.help) {
    process.stdout.write(USAGE);
    return EXIT.clean;
  }
  const [command = 'audit', ...rest] = positionals;
  if (policyDir === undefined || factsFile === undefined || rest.length > 0 || !isUsable(command, values)) {
    process.stderr.write(USAGE);
    return EXIT.unknown;
  }
  const tree = readPolicyCopy(policyDir);
  const facts = declareAsking(parseFacts(readFileSync(factsFile, 'utf8')), values.ask);
  if (command === 'graph') {
    const arrows = arrowsOf(tree, facts);
    if (values.svg === undefined) {
      process.stdout.write(values.json ? `${JSON.stringify({ arrows })}\n` : formatArrows(arrows));
    } else if (values.svg === '-') {
      process.stdout.write(formatSvg(arrows));
    } else {
      writeFileSync(values.svg, formatSvg(arrows));
    }
    return EXIT.clean;
  }
  const baseline = values.baseline === undefined ? [] : parseBaseline(readFileSync(values.baseline, 'utf8'));
  const judged = applyBaseline(audit(tree, facts), baseline, dayOf(new Date()));
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const style = { colour, fromInside: facts.inside !== undefined };
  process.stdout.write(values.json ? `${JSON.stringify(judged)}\n` : formatFindings(judged, style));
  return isFailure(judged.findings, values.strict) ? EXIT.findings : EXIT.clean;
}

/** Whether the options belong to the command. */
function isUsable(
  command: string,
  options: {
    readonly svg?: string | undefined;
    readonly baseline?: string | undefined;
    readonly ask: readonly string[];
    readonly strict: boolean;
    readonly json: boolean;
  },
): boolean {
  const svg = options.svg !== undefined;
  if (command === 'audit') return !svg;
  const judging = options.baseline !== undefined || options.ask.length > 0 || options.strict;
  return command === 'graph' && !judging && !(svg && options.json);
}

/** The facts with what the user declared of these wallet VMs. @throws Error for one that is in no pair */
function declareAsking(facts: Facts, wallets: readonly string[]): Facts {
  const stranger = wallets.find((name) => facts.pairs.every(({ wallet }) => wallet !== name));
  if (stranger !== undefined) throw new Error(`--ask: ${stranger} is no wallet VM of these facts`);
  const pairs = facts.pairs.map((pair) => (wallets.includes(pair.wallet) ? { ...pair, ask: true } : pair));
  return { ...facts, pairs };
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const cure = isJmError(error) && error.cure !== undefined ? `\ncure:  ${error.cure}` : '';
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}${cure}\n`);
  process.exitCode = EXIT.unknown;
}
