import path from 'node:path';
import { buildPackages } from './packages.ts';

const directory = process.argv[2] ?? path.resolve(import.meta.dirname, '../../dist/packages');
for (const { file, sha256 } of await buildPackages(directory)) console.log(`${sha256}  ${file}`);
