import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { perSecond, type BenchRow } from './row.ts';

const directory = path.join(import.meta.dirname, 'rows');
const wanted = process.argv.slice(2);

/** The yardstick of every run: how many kilobytes of SHA-256 this machine does in a second, by OpenSSL. */
const kilobyte = new Uint8Array(1024);
const baseline = perSecond(() => createHash('sha256').update(kilobyte).digest());

console.log(
  `machine: ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `Linux ${release()}, Node ${process.version}`,
);
console.log(`baseline: SHA-256 of 1 KiB, ${format(baseline.value)}/s\n`);
console.log(
  ['row', 'value', 'unit', 'reference', 'ours/reference', 'per baseline'].map(pad).join('').trimEnd(),
);

for (const file of (await readdir(directory)).filter((name) => name.endsWith('.ts')).sort()) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  const module = (await import(pathToFileURL(path.join(directory, file)).href)) as {
    readonly rows: readonly BenchRow[];
  };
  for (const row of module.rows) {
    const { value, note } = await row.run();
    const ratio =
      row.reference === undefined
        ? ''
        : `${(row.better === 'higher' ? value / row.reference : row.reference / value).toFixed(2)} x`;
    const reference = row.reference === undefined ? '' : format(row.reference);
    const scaled = row.better === 'higher' ? (value / baseline.value).toExponential(2) : '';
    console.log(
      `${[row.name, format(value), row.unit, reference, ratio, scaled].map(pad).join('')}${note ?? ''}`.trimEnd(),
    );
  }
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

function pad(cell: string, column: number): string {
  return cell.padEnd([44, 12, 14, 12, 16, 14][column] ?? 12);
}
