import path from 'node:path';
import { bundleAll } from './bundle.ts';

const directory = process.argv[2] ?? path.resolve(import.meta.dirname, '../../dist');
for (const made of await bundleAll(directory)) {
  console.log(`${made.file}  ${made.sources.length} sources, built-ins: ${made.builtins.join(' ')}`);
}
