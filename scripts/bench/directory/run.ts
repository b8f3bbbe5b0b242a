import { parseArgs } from 'node:util';
import { ProcessGroup } from '../../regtest/processes.ts';
import { describeMachine } from '../machine.ts';
import { figureText, ratioText, tableLine, timesAsGood } from '../table.ts';
import { givenDirectory, ownDirectory, type DirectoryUnderTest } from './directory-under-test.ts';
import { measure, type Figure } from './measure.ts';
import { ANSWERING } from './traffic.ts';

/*
 * Usage: npm run bench:directory -- [--peers 200,1000] [--address HOST:PORT [--name NAME] [--pid PID]]... [--not-own]
 *                                   [--network NAME] [--json]
 * Measures the directory of this project, then each that is given by its address, which must be without rate limits. --name and
 * --pid belong to the addresses in their order; a pid of 0 stands for one that is not known.
 */
const { values: options } = parseArgs({
  options: {
    peers: { type: 'string', default: '200,1000,4000,8000,16000' },
    address: { type: 'string', multiple: true, default: [] },
    name: { type: 'string', multiple: true, default: [] },
    pid: { type: 'string', multiple: true, default: [] },
    'not-own': { type: 'boolean', default: false },
    network: { type: 'string', default: 'testnet' },
    json: { type: 'boolean', default: false },
  },
});
const WIDTHS = [8, 28, 16, 11, 6, 9];

/** A figure with where it comes from. */
interface Finding extends Figure {
  readonly peers: number;
  readonly directory: string;
  /** How many times as good as the first directory. */
  readonly ratio: number | null;
}

function directories(processes: ProcessGroup): DirectoryUnderTest[] {
  const given = options.address.map((address, index) => {
    const pid = Number(options.pid[index] ?? 0);
    return givenDirectory(address, options.name[index] ?? address, pid === 0 ? null : pid, options.network);
  });
  return options['not-own'] ? given : [ownDirectory(processes, options.network), ...given];
}

async function measureAll(processes: ProcessGroup, counts: readonly number[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const peers of counts) {
    for (const directory of directories(processes)) {
      await measure(directory, peers, (figure) => {
        const first = findings.find((finding) => finding.peers === peers && finding.row === figure.row);
        const ratio = first === undefined ? null : timesAsGood(figure.better, figure.value, first.value);
        const finding = { ...figure, peers, directory: directory.name, ratio };
        findings.push(finding);
        show(finding);
      });
    }
  }
  return findings;
}

function show(finding: Finding): void {
  const { peers, row, directory, value, unit, ratio, note } = finding;
  const cells = [String(peers), row, directory, figureText(value), unit, ratioText(ratio)];
  say(tableLine(WIDTHS, cells, note));
}

function say(text: string): void {
  if (!options.json) process.stdout.write(`${text}\n`);
}

const counts = options.peers.split(',').map(Number);
if (!counts.every((count) => Number.isInteger(count) && count > ANSWERING)) {
  process.stderr.write(`--peers takes whole numbers over ${ANSWERING}, with commas between them\n`);
  process.exit(2);
}
const machine = describeMachine();
say(
  `machine:  ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB, Linux ${machine.kernel}, Node ${machine.node}`,
);
say(`load:     ${machine.load}, before the run; the generator runs on the same cores\n`);
say(tableLine(WIDTHS, ['peers', 'row', 'directory', 'value', 'unit', 'as good']));
const processes = new ProcessGroup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void processes.stopAll().then(() => process.exit(130));
  });
}
try {
  const findings = await measureAll(processes, counts);
  say('\nas good: times as good as the first directory.');
  if (options.json) process.stdout.write(`${JSON.stringify({ machine, rows: findings })}\n`);
  if (findings.some(({ value, note }) => value === null && note?.startsWith('failed') === true))
    process.exitCode = 1;
} finally {
  await processes.stopAll();
}
