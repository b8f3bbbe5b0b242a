import test from 'ava';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { installed, whereSaltIs } from './installed.ts';

const check = await whereSaltIs(test);

const steps = (text: string): string[] =>
  [...text.matchAll(/^\d+\. (.*)$/gmu)].map(([, title]) => title ?? '');

check('jm-apply runs the sequence, says what changed, and finds nothing to do the second time', async (t) => {
  await installed({}, async (qubes) => {
    const first = await qubes.jmApply([]);
    t.is(first.code, 0, first.text);
    t.deepEqual(steps(first.text), [
      'dom0: policy, templates, VMs',
      'tpl-jm-wallet',
      'bitcoind 31.1, signed by 3 known builders or more',
      'tpl-jm-net',
      'Shut tpl-jm-wallet down, so that its VMs get what is new in it',
      'Shut tpl-jm-net down, so that its VMs get what is new in it',
      'sys-whonix',
    ]);
    for (const changed of [
      'jm.dom0.policy 32-jm.policy',
      'jm.dom0.vms jm-wallet',
      'jm.template jm-net',
      'jm.gateway profile',
    ]) {
      t.true(first.text.includes(`   changed: ${changed}\n`), `${changed}\n${first.text}`);
    }
    t.false(first.text.includes('failed:'));
    t.false(first.text.includes('Restart'), 'nothing runs yet');
    const model = await qubes.model();

    await qubes.change(({ vms }) => {
      for (const name of ['jm-wallet', 'tpl-jm-net']) Object.assign(vms[name] ?? {}, { running: true });
    });
    const second = await qubes.jmApply([]);
    t.is(second.code, 0, second.text);
    t.deepEqual(steps(second.text), steps(first.text));
    t.false(second.text.includes('changed:'), second.text);
    t.is(second.text.match(/nothing changed/gu)?.length, 5);
    t.deepEqual(second.text.match(/^Restart \S+/gmu), ['Restart jm-wallet']);
    const after = await qubes.model();
    t.false(after.vms['tpl-jm-net']?.running);
    t.deepEqual(Object.keys(after.vms), Object.keys(model.vms));
  });
});

check('jm-apply upgrade installs the version that the pillar names now', async (t) => {
  await installed({}, async (qubes) => {
    t.is((await qubes.jmApply([])).code, 0);
    await qubes.bringPackages('0.2.0');
    const upgraded = await qubes.jmApply(['upgrade']);
    t.is(upgraded.code, 0, upgraded.text);
    t.true(upgraded.text.includes('changed: jm.template jm-wallet\n'), upgraded.text);
    t.is(await qubes.read('tpl-jm-wallet', 'packages'), 'jm-wallet=0.2.0\nnodejs\nsocat\n');
    t.is(await qubes.read('tpl-jm-net', 'packages'), 'jm-net=0.2.0\nnodejs\nsocat\n');
  });
});

check('jm-apply stops at the first step that fails, with the cure', async (t) => {
  await installed({}, async (qubes) => {
    await qubes.write('tpl-jm-net', 'etc/whonix_version', '17.4\n');
    const { code, text } = await qubes.jmApply([]);
    t.is(code, 1);
    t.is(steps(text).at(-1), 'tpl-jm-net');
    t.true(text.includes('failed: jm.template jm-net release\n'), text);
    t.true(text.includes('This template is not Whonix 18 (workstation).'), text);
    t.regex(text, /\nFAILED: tpl-jm-net\n {2}Cure: /u);
    t.false(qubes.has('tpl-jm-net', 'packages'));
    t.false(qubes.has('sys-whonix', 'usr/local'));

    await qubes.write('tpl-jm-net', 'etc/whonix_version', '18.0\n');
    const again = await qubes.jmApply([]);
    t.is(again.code, 0, again.text);
  });
});

check('jm-apply refuses an unknown word, and outside dom0', async (t) => {
  await installed({}, async (qubes) => {
    t.is((await qubes.jmApply(['destroy'])).code, 2);
    await rm(path.join(qubes.work, 'bin/qubesctl'));
    const { code, text } = await qubes.jmApply([]);
    t.is(code, 1);
    t.regex(text, /there is no qubesctl here/u);
  });
});

check('nothing is removed without the name of the wallet VM', async (t) => {
  await installed({}, async (qubes) => {
    t.deepEqual((await qubes.apply('dom0', 'jm')).failed, []);
    const before = await qubes.model();
    for (const remove of ['', 'yes', 'jm-net', 'JM-WALLET']) {
      const applied = await qubes.apply('dom0', 'jm.remove', { remove });
      t.deepEqual(applied.failed, ['jm.remove'], remove);
      t.deepEqual(applied.changed, [], remove);
    }
    for (const answer of ['', '\n', 'y\n', 'jm-net\n']) {
      const { code, text } = await qubes.jmApply(['remove', 'jm-wallet'], answer);
      t.is(code, 1);
      t.true(text.includes('nothing was removed'), text);
    }
    t.is((await qubes.jmApply(['remove'])).code, 1);
    t.deepEqual(await qubes.model(), before);
    t.true(qubes.has('dom0', 'etc/qubes/policy.d/31-jm.policy'));
  });
});

check('a pair is removed when its name is typed, but not while it runs', async (t) => {
  await installed({}, async (qubes) => {
    const before = await qubes.model();
    t.deepEqual((await qubes.apply('dom0', 'jm')).failed, []);
    await qubes.change(({ vms }) => Object.assign(vms['jm-wallet'] ?? {}, { running: true }));
    const busy = await qubes.jmApply(['remove', 'jm-wallet'], 'jm-wallet\n');
    t.is(busy.code, 1);
    t.true(busy.text.includes('Shut it down first: qvm-shutdown --wait jm-wallet'), busy.text);
    t.true(qubes.has('dom0', 'etc/qubes/policy.d/31-jm.policy'));

    await qubes.change(({ vms }) => Object.assign(vms['jm-wallet'] ?? {}, { running: false }));
    const gone = await qubes.jmApply(['remove', 'jm-wallet'], 'jm-wallet\n');
    t.is(gone.code, 0, gone.text);
    t.deepEqual(await qubes.model(), before);
    t.false(qubes.has('dom0', 'etc/qubes/policy.d/31-jm.policy'));
    t.false(qubes.has('dom0', 'etc/qubes/policy.d/32-jm.policy'));
  });
});
