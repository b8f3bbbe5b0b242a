import test from 'ava';
import { ESLint } from 'eslint';
import { execa } from 'execa';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const config = path.join(root, '.dependency-cruiser.cjs');
const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

async function cruise(
  files: Record<string, string>,
): Promise<{ readonly code: number | undefined; readonly text: string }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-boundaries-'));
  try {
    await symlink(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
    await symlink(path.join(root, 'package.json'), path.join(directory, 'package.json'));
    await symlink(path.join(root, 'tsconfig.json'), path.join(directory, 'tsconfig.json'));
    for (const [name, content] of Object.entries({
      'shared/fine.ts': 'export const fine = 1;\n',
      'vm-wallet/fine.ts': "import { fine } from '../shared/fine.ts';\nexport const wallet = fine;\n",
      'vm-net/fine.ts': "import net from 'node:net';\nexport const server = net.createServer;\n",
      ...files,
    })) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
      await writeFile(path.join(directory, name), content);
    }
    const result = await execa(
      process.execPath,
      [depcruise, '--config', config, 'shared', 'vm-wallet', 'vm-net'],
      { cwd: directory, reject: false },
    );
    return { code: result.exitCode, text: result.stdout };
  } finally {
    await rm(directory, { recursive: true });
  }
}

test('a tree that keeps the rules passes', async (t) => {
  const { code, text } = await cruise({});
  t.is(code, 0, text);
});

const violations: Record<string, Record<string, string>> = {
  'shared-imports-no-vm': {
    'shared/planted.ts': "export { wallet } from '../vm-wallet/fine.ts';\n",
  },
  'wallet-imports-no-net-vm': {
    'vm-wallet/planted.ts': "export { server } from '../vm-net/fine.ts';\n",
  },
  'net-imports-no-wallet-vm': {
    'vm-net/planted.ts': "export { wallet } from '../vm-wallet/fine.ts';\n",
  },
  'wallet-reaches-no-network': {
    'vm-wallet/planted.ts': "export const load = () => import('node:https');\n",
  },
  'wallet-reaches-no-unix-transport': {
    'shared/bridge/transport/unix.ts': 'export const unix = 1;\n',
    'shared/between.ts': "export { unix } from './bridge/transport/unix.ts';\n",
    'vm-wallet/planted.ts': "export { unix } from '../shared/between.ts';\n",
  },
  'shared-imports-no-network': {
    'shared/planted.ts': "export { connect } from 'net';\n",
  },
  'keys-behind-one-gate': {
    'vm-wallet/keys/lend-key.ts': 'export const lend = 1;\n',
    'vm-wallet/planted.ts': "export { lend } from './keys/lend-key.ts';\n",
  },
  'net-reaches-no-keys': {
    'shared/crypto/sign.ts': 'export const sign = 1;\n',
    'shared/between.ts': "export { sign } from './crypto/sign.ts';\n",
    'vm-net/planted.ts': "export { sign } from '../shared/between.ts';\n",
  },
  'no-circular': {
    'shared/one.ts': "import { two } from './two.ts';\nexport const one = () => two;\n",
    'shared/two.ts': "import { one } from './one.ts';\nexport const two = () => one;\n",
  },
  'not-to-unresolvable': {
    'shared/planted.ts': "export { nothing } from './not-there.ts';\n",
  },
  'runtime-imports-no-dev-dependency': {
    'shared/planted.ts': "export { build } from 'esbuild';\n",
  },
};

for (const [rule, files] of Object.entries(violations)) {
  test(`a planted violation fails: ${rule}`, async (t) => {
    const { code, text } = await cruise(files);
    t.not(code, 0);
    t.regex(text, new RegExp(`error ${rule}:`, 'u'));
  });
}

test('the cruise really reads the project', async (t) => {
  const result = await execa(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', 'shared', 'vm-wallet', 'vm-net'],
    { cwd: root, reject: false, maxBuffer: 1 << 28 },
  );
  const report = JSON.parse(result.stdout) as { summary: { totalCruised: number; error: number } };
  t.true(report.summary.totalCruised > 100);
  t.is(report.summary.error, 0);
});

for (const [name, text] of Object.entries({
  'global fetch': "void fetch('http://127.0.0.1');\n",
  'an imported network module': "import { connect } from 'node:net';\nvoid connect;\n",
  'process.getBuiltinModule': "void process.getBuiltinModule('node:net');\n",
  'Math.random': 'void Math.random();\n',
})) {
  test(`the linter refuses in the wallet VM: ${name}`, async (t) => {
    const eslint = new ESLint({ cwd: root });
    const [result] = await eslint.lintText(text, { filePath: path.join(root, 'vm-wallet/main.ts') });
    t.true(result?.messages.some((message) => message.ruleId?.startsWith('no-restricted-') === true));
  });
}
