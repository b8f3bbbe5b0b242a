import test, { type ExecutionContext } from 'ava';
import { execa } from 'execa';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { missingHere } from '../fixtures/missing-here.ts';

const templates = path.resolve(import.meta.dirname, '../../scripts/package');
const qubesRpc = path.resolve(import.meta.dirname, '../../qubes-rpc');

function template(name: string): Promise<string> {
  return readFile(path.join(templates, name), 'utf8');
}

/** Runs a program that CI installs; null, and a note, where it is missing. */
async function runIfThere(
  t: ExecutionContext,
  program: string,
  parameters: readonly string[],
): Promise<{ readonly exitCode: number; readonly all: string } | null> {
  const { exitCode, all } = await execa(program, parameters, {
    reject: false,
    all: true,
    env: { LC_ALL: 'C.UTF-8', PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  });
  if (exitCode !== undefined) return { exitCode, all };
  missingHere(t, `there is no ${program}; .ci/run installs it`);
  return null;
}

/** The units with a program in ExecStart= that is there, so that what systemd says is about the unit. */
async function withUnit(name: string, check: (file: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), 'jm-unit-'));
  try {
    const file = path.join(directory, name);
    const text = await template(`jm-net/${name}`);
    await writeFile(file, text.replace(/^ExecStart=\/usr\/bin\/\S+/mu, 'ExecStart=/bin/true'));
    await check(file);
  } finally {
    await rm(directory, { recursive: true });
  }
}

const UNITS = {
  'joinmarketd.service': 2.0,
  'joinmarketd-directory.service': 2.0,
  'bitcoind.service': 3.0,
} as const;

/** A directory node also runs where there is no Qubes. */
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  'joinmarketd.service': ['ConditionPathExists=/var/run/qubes-service/jm-daemon'],
  'joinmarketd-directory.service': [
    'ConditionPathExists=|/var/run/qubes-service/jm-directory',
    'ConditionPathExists=|!/var/run/qubes-service',
  ],
  'bitcoind.service': ['ConditionPathExists=/var/run/qubes-service/jm-bitcoind'],
};

for (const [name, threshold] of Object.entries(UNITS)) {
  test(`systemd finds nothing wrong in ${name}`, async (t) => {
    await withUnit(name, async (file) => {
      const result = await runIfThere(t, 'systemd-analyze', ['verify', '--man=no', file]);
      if (result === null) return;
      t.is(result.all, '');
      t.is(result.exitCode, 0);
    });
  });

  test(`${name} is exposed by ${threshold} at most`, async (t) => {
    await withUnit(name, async (file) => {
      const result = await runIfThere(t, 'systemd-analyze', [
        'security',
        '--offline=true',
        '--no-pager',
        `--threshold=${threshold * 10}`,
        file,
      ]);
      if (result === null) return;
      t.log(/^.*Overall exposure level.*$/mu.exec(result.all)?.[0]);
      t.is(result.exitCode, 0, result.all);
    });
  });

  test(`${name} waits for dom0 to say that this qube runs it`, async (t) => {
    const conditions = (await template(`jm-net/${name}`)).match(/^Condition.*$/gmu);
    t.deepEqual(conditions, CONDITIONS[name]);
  });
}

test('the qrexec services run as the group that may enter the folder of the sockets, and nobody else may', async (t) => {
  const unit = await template('jm-net/joinmarketd.service');
  const group = /^Group=(.*)$/mu.exec(unit)?.[1];
  t.regex(unit, /^RuntimeDirectory=jm$/mu);
  t.regex(unit, /^RuntimeDirectoryMode=0750$/mu);
  for (const service of ['jm.Chain', 'jm.Messages']) {
    const config = await readFile(path.join(qubesRpc, 'rpc-config', service), 'utf8');
    t.is(/^force-user='(.*)'$/mu.exec(config)?.[1], group);
    t.regex(await readFile(path.join(qubesRpc, service), 'utf8'), /\$\{JM_RUN_DIR:-\/run\/jm\}/u);
  }
});

test('every user and group of the units is made by sysusers.d, and may not log in', async (t) => {
  const lines = (await template('jm-net/sysusers.conf')).split('\n').filter((line) => line.startsWith('u '));
  const made = lines.map((line) => line.split(/\s+/u)[1]);
  t.true(lines.every((line) => line.endsWith(' /usr/sbin/nologin')));
  for (const name of Object.keys(UNITS)) {
    const named = [
      ...(await template(`jm-net/${name}`)).matchAll(/^(?:User|Group|SupplementaryGroups)=(.*)$/gmu),
    ];
    t.true(named.length >= 2);
    for (const [, account] of named) t.true(made.includes(account), account);
  }
});

for (const name of ['jm-wallet', 'jm-net']) {
  test(`the kernel's parser takes ${name}'s AppArmor profile`, async (t) => {
    const file = path.join(templates, name, 'apparmor');
    const result = await runIfThere(t, 'apparmor_parser', ['--skip-kernel-load', '--skip-cache', file]);
    if (result === null) return;
    t.is(result.exitCode, 0, result.all);
  });
}

test("jm-wallet's profile, and those that its calls and windows run in, deny every network but unix sockets", async (t) => {
  const profile = await template('jm-wallet/apparmor');
  const parts = profile.split(/^ {2}profile (?:call|desktop) \{$/mu);
  t.is(parts.length, 3);
  for (const part of parts) {
    for (const family of ['inet', 'inet6', 'netlink', 'packet', 'bluetooth', 'vsock']) {
      t.regex(part, new RegExp(`^ *deny network ${family},$`, 'mu'));
    }
    t.deepEqual(
      part.match(/^ *network .*$/gmu)?.map((line) => line.trim()),
      ['network unix stream,'],
    );
  }
  t.notRegex(profile, /\b[a-zA-Z]*[uU]x\b/u);
});

test("joinmarketd's profile runs no program and knows no wallet", async (t) => {
  const profile = await template('jm-net/apparmor');
  t.deepEqual(
    profile.match(/^.* [a-zA-Z]*x( ->.*)?,$/gmu)?.map((line) => line.trim()),
    ['/usr/bin/node rix,'],
  );
  t.deepEqual(
    profile.match(/^ *(?:deny )?network .*$/gmu)?.map((line) => line.trim()),
    [
      'network inet stream,',
      'network unix stream,',
      'deny network inet6,',
      'deny network netlink,',
      'deny network packet,',
      'deny network raw,',
    ],
  );
  t.notRegex(profile, /jm-wallet/u);
});
