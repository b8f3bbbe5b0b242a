import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { describeMachine, hashesPerSecond, inHashes } from './machine.ts';
import type { BenchRow } from './row.ts';
import { figureText, ratioText, tableLine, timesAsGood } from './table.ts';

/*
 * Usage: npm run bench -- [--json] [--only NAME]...
 * NAME is part of a row's name, or of its file's in rows/.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const WIDTHS = [42, 11, 11, 11, 9, 12];

/** A row with its figures. */
interface Finding {
  readonly name: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
  /** Null when the measurement failed; the note says why. */
  readonly value: number | null;
  readonly reference: number | null;
  /** How many times as good as the reference. */
  readonly ratio: number | null;
  readonly inHashes: number | null;
  readonly note: string | null;
}

async function wantedRows(): Promise<BenchRow[]> {
  const directory = path.join(import.meta.dirname, 'rows');
  const files = (await readdir(directory)).filter((name) => name.endsWith('.ts')).sort();
  const found: BenchRow[] = [];
  for (const file of files) {
    const { rows } = (await import(pathToFileURL(path.join(directory, file)).href)) as {
      readonly rows: readonly BenchRow[];
    };
    const wanted = (row: BenchRow): boolean =>
      options.only.length === 0 || options.only.some((word) => `${file} ${row.name}`.includes(word));
    found.push(...rows.filter(wanted));
  }
  return found;
}

async function measure(row: BenchRow, hashes: number): Promise<Finding> {
  const { name, unit, better, reference = null } = row;
  try {
    const { value, note = null } = await row.run();
    const ratio = timesAsGood(better, value, reference);
    return { name, unit, better, value, reference, ratio, inHashes: inHashes(value, unit, hashes), note };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const note = `failed: ${why.replace(/\s+/gu, ' ')}`;
    return { name, unit, better, value: null, reference, ratio: null, inHashes: null, note };
  }
}

function show(finding: Finding): void {
  const { name, value, unit, reference, ratio, note } = finding;
  const cells = [
    name,
    figureText(value),
    unit,
    figureText(reference),
    ratioText(ratio),
    figureText(finding.inHashes),
  ];
  say(tableLine(WIDTHS, cells, note));
}

function say(text: string): void {
  if (!options.json) process.stdout.write(`${text}\n`);
}

const rows = await wantedRows();
if (rows.length === 0) {
  process.stderr.write(`no row is called ${options.only.join(' or ')}\n`);
  process.exit(2);
}
const machine = describeMachine();
const hashes = hashesPerSecond();
say(
  `machine:  ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB, Linux ${machine.kernel}, Node ${machine.node}`,
);
say(`load:     ${machine.load}, before the run`);
say(`baseline: SHA-256 of 1 KiB, ${figureText(hashes)}/s\n`);
say(tableLine(WIDTHS, ['row', 'value', 'unit', 'reference', 'as good', 'in hashes']));
const findings: Finding[] = [];
for (const row of rows) {
  const finding = await measure(row, hashes);
  findings.push(finding);
  show(finding);
}
say('\nas good: times as good as the reference. in hashes: cost of one item in hashes of the baseline.');
if (options.json) {
  const baseline = { name: 'SHA-256 of 1 KiB', unit: '1/s', value: hashes };
  process.stdout.write(`${JSON.stringify({ machine, baseline, rows: findings })}\n`);
}
if (findings.some(({ value }) => value === null)) process.exitCode = 1;
