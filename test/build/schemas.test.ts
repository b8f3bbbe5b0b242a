import test from 'ava';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generate, OUTPUTS } from '../../scripts/schemas/generate.ts';

const root = path.resolve(import.meta.dirname, '../..');

for (const { schemas, directory } of OUTPUTS) {
  test(`the validators in ${directory} are those of its definitions`, async (t) => {
    const { code, types } = await generate(schemas);
    t.is(await readFile(path.join(root, directory, 'validators.js'), 'utf8'), code);
    t.is(await readFile(path.join(root, directory, 'validators.d.ts'), 'utf8'), types);
    t.notRegex(code, /^import |new Function/mu);
  });
}
