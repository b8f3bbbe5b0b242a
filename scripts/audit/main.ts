import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isJmError } from '../../shared/errors.ts';
import { audit } from './audit.ts';
import { parseFacts } from './facts.ts';
import { arrowsOf, formatArrows } from './graph.ts';
import { readPolicyCopy } from './read-policy.ts';
import { formatFindings } from './report.ts';

/** 0 clean, 1 findings, 2 could not tell. */
const EXIT = { clean: 0, findings: 1, unknown: 2 } as const;
const USAGE = `usage: jm-audit [graph] --policy-dir DIR --facts FILE [--json]

Judges a copy of dom0's policy (DIR/etc, DIR/run, DIR/legacy) and the facts about its qubes (FILE, jm-facts/1):
can anything but the wallet VM reach our services, can anything reach the wallet VM, can the wallet VM reach anything
else. A rule that asks counts as one that allows. With "graph": who may call whom around them.

Exit codes: 0 clean, 1 findings, 2 could not tell.
`;

function main(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'policy-dir': { type: 'string' },
      facts: { type: 'string' },
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
  const known = (command === 'audit' || command === 'graph') && rest.length === 0;
  if (policyDir === undefined || factsFile === undefined || !known) {
    process.stderr.write(USAGE);
    return EXIT.unknown;
  }
  const tree = readPolicyCopy(policyDir);
  const facts = parseFacts(readFileSync(factsFile, 'utf8'));
  if (command === 'graph') {
    const arrows = arrowsOf(tree, facts);
    process.stdout.write(values.json ? `${JSON.stringify({ arrows })}\n` : formatArrows(arrows));
    return EXIT.clean;
  }
  const findings = audit(tree, facts);
  const colour = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  process.stdout.write(values.json ? `${JSON.stringify({ findings })}\n` : formatFindings(findings, colour));
  return findings.length === 0 ? EXIT.clean : EXIT.findings;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const cure = isJmError(error) && error.cure !== undefined ? `\ncure:  ${error.cure}` : '';
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}${cure}\n`);
  process.exitCode = EXIT.unknown;
}
