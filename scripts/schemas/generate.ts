import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { schemas as bridgeSchemas } from '../../shared/bridge/schema/definitions.ts';
import { schemas as auditSchemas } from '../../vm-wallet/audit/schema/definitions.ts';
import { schemas as labelSchemas } from '../../vm-wallet/import/schema/definitions.ts';
import { schemas as rulesSchemas } from '../../vm-wallet/rules/spending/schema/definitions.ts';
import { schemas as walletSchemas } from '../../vm-wallet/store/schema/definitions.ts';

/** Where compiled validators go. They are committed, so that neither VM compiles code at run time. */
export const OUTPUTS: readonly { readonly schemas: Record<string, object>; readonly directory: string }[] = [
  { schemas: bridgeSchemas, directory: 'shared/bridge/schema' },
  { schemas: walletSchemas, directory: 'vm-wallet/store/schema' },
  { schemas: labelSchemas, directory: 'vm-wallet/import/schema' },
  { schemas: rulesSchemas, directory: 'vm-wallet/rules/spending/schema' },
  { schemas: auditSchemas, directory: 'vm-wallet/audit/schema' },
];

const root = path.resolve(import.meta.dirname, '../..');

/** The compiled validators of a set of schemas: an ES module without imports, and its types. */
export async function generate(
  schemas: Record<string, object>,
): Promise<{ readonly code: string; readonly types: string }> {
  const names = Object.keys(schemas).sort();
  // One module a schema, because ajv's names collide when it exports several; ajv's own helpers are bundled in.
  const bundled = await build({
    stdin: {
      contents: names.map((name) => `export { default as ${name} } from 'schema:${name}';`).join('\n'),
      resolveDir: root,
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    legalComments: 'none',
    plugins: [
      {
        name: 'schemas',
        setup(context) {
          context.onResolve({ filter: /^schema:/ }, ({ path: name }) => ({
            path: name,
            namespace: 'schema',
          }));
          context.onLoad({ filter: /.*/, namespace: 'schema' }, ({ path: name }) => ({
            contents: compile(schemas[name.slice('schema:'.length)] ?? {}),
            resolveDir: root,
            loader: 'js',
          }));
        },
      },
    ],
  });
  const [output] = bundled.outputFiles;
  if (output === undefined) throw new Error('esbuild made nothing of the validators');
  const options = { ...(await resolveConfig(path.join(root, 'package.json'))), parser: 'babel' };
  const banner = '// Compiled by `npm run schemas` from definitions.ts. Do not edit.\n';
  const signature = '(data: unknown) => boolean';
  const types = names.map((name) => `export declare const ${name}: ${signature};\n`).join('');
  return { code: await format(banner + output.text, options), types: banner + types };
}

function compile(schema: object): string {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    ownProperties: true,
    code: { source: true, esm: true, lines: true },
  });
  return standaloneCode.default(ajv, ajv.compile(structuredClone(schema)));
}

if (process.argv[1] === import.meta.filename) {
  for (const { schemas, directory } of OUTPUTS) {
    const { code, types } = await generate(schemas);
    await writeFile(path.join(root, directory, 'validators.js'), code);
    await writeFile(path.join(root, directory, 'validators.d.ts'), types);
  }
}
