import test from 'ava';
import { execa } from 'execa';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../../shared/engine.ts')).href;

/** Bits of what V8 11 tells of a function. */
const INTERPRETED = 1 << 7;
const BASELINE = 1 << 15;
const TURBOFAN = 1 << 6;

/** How a function stands after 1, 5000 and 60,000 calls, and what the process complained about. */
async function stands(
  prepare: string,
): Promise<{ readonly how: readonly number[]; readonly stderr: string }> {
  const script = `
    import { setFlagsFromString } from 'node:v8';
    import { compileForBursts } from '${MODULE}';
    ${prepare}
    setFlagsFromString('--no-concurrent-recompilation');
    setFlagsFromString('--allow-natives-syntax');
    const [warm, status] = (0, eval)(
      '[(n) => { let sum = 0; for (const one of [n, 2, 3]) sum += one % 7; return sum; }, (f) => %GetOptimizationStatus(f)]',
    );
    const seen = [];
    for (let call = 1; call <= 60000; call += 1) {
      warm(call);
      if ([1, 5000, 60000].includes(call)) seen.push(status(warm));
    }
    console.log(JSON.stringify(seen));
  `;
  const argv = ['--import=tsx', '--input-type=module', '-e', script];
  const { stdout, stderr } = await execa(process.execPath, argv);
  return { how: JSON.parse(stdout) as number[], stderr };
}

/** The states that differ between the two compilers, in words. */
function words(status: number): string {
  if ((status & TURBOFAN) !== 0) return 'optimised';
  if ((status & BASELINE) !== 0) return 'baseline';
  return (status & INTERPRETED) !== 0 ? 'interpreted' : `status ${status}`;
}

test('a function is compiled at its first call, and optimised when it is hot and not when it is warm', async (t) => {
  const [tuned, stock] = await Promise.all([stands('compileForBursts();'), stands('')]);
  t.is(tuned.stderr, '', 'this version of Node knows the flags');
  if (!process.versions.node.startsWith('20.')) return;
  t.deepEqual(tuned.how.map(words), ['baseline', 'baseline', 'optimised']);
  t.deepEqual(stock.how.map(words), ['interpreted', 'optimised', 'optimised']);
});
