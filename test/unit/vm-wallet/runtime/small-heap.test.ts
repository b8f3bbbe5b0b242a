import test from 'ava';
import { execa } from 'execa';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(
  path.resolve(import.meta.dirname, '../../../../vm-wallet/runtime/small-heap.ts'),
).href;

/** Bytes of the space for young objects behind a burst of objects that live for a while. */
async function youngSpace(prepare: string): Promise<number> {
  const burst =
    'const kept = []; for (let n = 0; n < 3e6; n += 1) { kept[n % 100000] = { n, text: String(n) }; }' +
    "const space = getHeapSpaceStatistics().find((one) => one.space_name === 'new_space');" +
    'console.log(space.space_size);';
  const script = `import { getHeapSpaceStatistics } from 'node:v8'; import { keepHeapSmall } from '${MODULE}'; ${prepare} ${burst}`;
  const { stdout } = await execa(process.execPath, ['--import=tsx', '--input-type=module', '-e', script]);
  return Number(stdout);
}

test('the space for young objects does not grow with a burst', async (t) => {
  const small = await youngSpace('keepHeapSmall();');
  const large = await youngSpace('');
  t.true(small < large / 2, `${small} and ${large} bytes`);
});
