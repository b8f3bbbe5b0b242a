import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isJmError } from '../../shared/errors.ts';
import { audit } from './audit.ts';
import { applyBaseline, dayOf, parseBaseline } from './baseline.ts';
import { parseFacts } from './facts.ts';
import { arrowsOf, formatArrows } from './graph.ts';
import { readPolicyCopy } from './read-policy.ts';
import { formatFindings } from './report.ts';
import { formatSvg } from './svg.ts';

/** 0 clean, 1 findings, 2 could not tell. */
const EXIT = { clean: 0, findings: 1, unknown: 2 } as const;
const USAGE = `usage: jm-audit --policy-dir DIR --facts FILE [--baseline FILE] [--json]
       jm-audit graph --policy-dir DIR --facts FILE [--json | --svg FILE]

Judges a copy of dom0's policy (DIR/etc, DIR/run, DIR/legacy) and the facts about its qubes (FILE, jm-facts/1):
can anything but the wallet VM reach our services, can anything reach the wallet VM, can the wallet VM reach anything
else. A rule that asks counts as one that allows. With "graph": who may call whom around them, as a picture with --svg
(- for standard output).

The baseline is a JSON list of accepted risks: id, shows (how the finding starts), reason, expires (YYYY-MM-DD). They are
listed apart and do not count until that day is over.

Exit codes: 0 clean, 1 findings, 2 could not tell.
`;

function main(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'policy-dir': { type: 'string' },
      facts: { type: 'string' },
      baseline: { type: 'string' },
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
  if (
    policyDir === undefined ||
    factsFile === undefined ||
    rest.length > 0 ||
    !isUsable(command, values.svg !== undefined, values.baseline !== undefined, values.json)
  ) {
    process.stderr.write(USAGE);
    return EXIT.unknown;
  }
  const tree = readPolicyCopy(policyDir);
  const facts = parseFacts(readFileSync(factsFile, 'utf8'));
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
  return judged.findings.length === 0 ? EXIT.clean : EXIT.findings;
}

/** Whether the options belong to the command. */
function isUsable(command: string, svg: boolean, baseline: boolean, json: boolean): boolean {
  if (command === 'audit') return !svg;
  return command === 'graph' && !baseline && !(svg && json);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const cure = isJmError(error) && error.cure !== undefined ? `\ncure:  ${error.cure}` : '';
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}${cure}\n`);
  process.exitCode = EXIT.unknown;
}
