import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AUDIT, bundle, bundleAll, STAND_IN } from './bundle.ts';

const directory = process.argv[2] ?? path.resolve(import.meta.dirname, '../../dist');
const extras = await Promise.all([AUDIT, STAND_IN].map((target) => bundle(target, directory)));
for (const made of [...(await bundleAll(directory)), ...extras]) {
  console.log(`${made.file}  ${made.sources.length} sources, built-ins: ${made.builtins.join(' ')}`);
}
// The project is a package of ES modules; what lies in dist is not.
await writeFile(path.join(directory, 'package.json'), '{ "type": "commonjs" }\n');
