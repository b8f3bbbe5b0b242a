import test from 'ava';
import { ESLint } from 'eslint';
import { execa } from 'execa';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const config = path.join(root, '.dependency-cruiser.cjs');
const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What each tree has that is cruised. */
const FINE: Readonly<Record<string, string>> = {
  'shared/fine.ts': 'export const fine = 1;\n',
  'vm-wallet/fine.ts': "import { fine } from '../shared/fine.ts';\nexport const wallet = fine;\n",
  'vm-net/fine.ts': "import net from 'node:net';\nexport const server = net.createServer;\n",
};

interface Cruised {
  readonly code: number | undefined;
  readonly text: string;
}

async function cruise(files: Readonly<Record<string, string>>): Promise<Cruised> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-boundaries-'));
  try {
    await symlink(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
    await symlink(path.join(root, 'package.json'), path.join(directory, 'package.json'));
    await symlink(path.join(root, 'tsconfig.json'), path.join(directory, 'tsconfig.json'));
    for (const [name, content] of Object.entries({ ...FINE, ...files })) {
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

/** For each rule the file that breaks it, and what that file needs. No two have a file in common. */
const VIOLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shared-imports-no-vm': {
    'shared/imports-vm.ts': "export { wallet } from '../vm-wallet/fine.ts';\n",
  },
  'wallet-imports-no-net-vm': {
    'vm-wallet/imports-net-vm.ts': "export { server } from '../vm-net/fine.ts';\n",
  },
  'net-imports-no-wallet-vm': {
    'vm-net/imports-wallet-vm.ts': "export { wallet } from '../vm-wallet/fine.ts';\n",
  },
  'wallet-reaches-no-network': {
    'vm-wallet/imports-network.ts': "export const load = () => import('node:https');\n",
  },
  'wallet-reaches-no-unix-transport': {
    'vm-wallet/reaches-unix.ts': "export { unix } from '../shared/before-unix.ts';\n",
    'shared/before-unix.ts': "export { unix } from './bridge/transport/unix.ts';\n",
    'shared/bridge/transport/unix.ts': 'export const unix = 1;\n',
  },
  'shared-imports-no-network': {
    'shared/imports-network.ts': "export { connect } from 'net';\n",
  },
  'keys-behind-one-gate': {
    'vm-wallet/borrows-key.ts': "export { lend } from './keys/lend-key.ts';\n",
    'vm-wallet/keys/lend-key.ts': 'export const lend = 1;\n',
  },
  'net-reaches-no-keys': {
    'vm-net/reaches-keys.ts': "export { sign } from '../shared/before-sign.ts';\n",
    'shared/before-sign.ts': "export { sign } from './crypto/sign.ts';\n",
    'shared/crypto/sign.ts': 'export const sign = 1;\n',
  },
  'no-circular': {
    'shared/one.ts': "import { two } from './two.ts';\nexport const one = () => two;\n",
    'shared/two.ts': "import { one } from './one.ts';\nexport const two = () => one;\n",
  },
  'not-to-unresolvable': {
    'shared/imports-nothing.ts': "export { nothing } from './not-there.ts';\n",
  },
  'runtime-imports-no-dev-dependency': {
    'shared/imports-dev.ts': "export { build } from 'esbuild';\n",
  },
};

let sound: Cruised;
let broken: Cruised;

// A cruise is dear, so all violations are planted in one tree: each is known by its own file.
test.before(async () => {
  const planted = Object.fromEntries(Object.values(VIOLATIONS).flatMap((files) => Object.entries(files)));
  [sound, broken] = await Promise.all([cruise({}), cruise(planted)]);
});

test('a tree that keeps the rules passes', (t) => {
  t.is(sound.code, 0, sound.text);
});

for (const [rule, files] of Object.entries(VIOLATIONS)) {
  test(`a planted violation fails: ${rule}`, (t) => {
    t.not(broken.code, 0);
    const [planted = ''] = Object.keys(files);
    t.true(broken.text.includes(`error ${rule}: ${planted} →`), broken.text);
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

const eslint = new ESLint({ cwd: root });

for (const [name, text] of Object.entries({
  'global fetch': "void fetch('http://127.0.0.1');\n",
  'an imported network module': "import { connect } from 'node:net';\nvoid connect;\n",
  'process.getBuiltinModule': "void process.getBuiltinModule('node:net');\n",
  'Math.random': 'void Math.random();\n',
})) {
  test(`the linter refuses in the wallet VM: ${name}`, async (t) => {
    const [result] = await eslint.lintText(text, { filePath: path.join(root, 'vm-wallet/main.ts') });
    t.true(result?.messages.some((message) => message.ruleId?.startsWith('no-restricted-') === true));
  });
}
