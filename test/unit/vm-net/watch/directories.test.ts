import test from 'ava';
import type { DirectoryHealth } from '../../../../vm-net/channels/channel.ts';
import { DirectoryWatch, judgeDirectory } from '../../../../vm-net/watch/directories.ts';
import { Settled } from '../../../../vm-net/watch/settled.ts';

const MINUTE = 60_000;
const up: DirectoryHealth = {
  directory: 'abc.onion:5222',
  isUp: true,
  changedAt: 0,
  heardAt: MINUTE,
  latencyMs: 812.4,
  detail: 'up',
};
const down = { ...up, isUp: false, detail: 'host unreachable\n\u001b[2J' };

test('a directory that is lost counts as down after two minutes, one that is up as silent after fifteen', (t) => {
  t.is(judgeDirectory(down, 2 * MINUTE - 1), null);
  t.is(judgeDirectory(down, 2 * MINUTE), 'down');
  t.is(judgeDirectory(up, 16 * MINUTE - 1), 'up');
  t.is(judgeDirectory(up, 16 * MINUTE), 'silent');
  t.is(judgeDirectory({ ...up, heardAt: null }, 15 * MINUTE), 'silent');
  t.is(judgeDirectory({ ...up, changedAt: 10 * MINUTE }, 16 * MINUTE), 'up');
});

test('each change is told once, with how long it lasts, and in printable text', (t) => {
  const watch = new DirectoryWatch();
  t.deepEqual(watch.look([up], MINUTE), []);
  t.deepEqual(watch.look([down], 3 * MINUTE), []);
  t.deepEqual(watch.look([down], 4 * MINUTE), [
    {
      about: 'directory',
      directory: 'abc.onion:5222',
      finding: 'down',
      latencyMs: 812,
      minutes: 4,
      detail: 'host unreachable\\x0a\\x1b[2J',
    },
  ]);
  t.deepEqual(watch.look([down], 9 * MINUTE), []);
  t.deepEqual(watch.look([up], 9 * MINUTE), []);
  t.like(watch.look([up], 9 * MINUTE), [{ finding: 'up', latencyMs: 812 }]);
});

test('directories are told apart', (t) => {
  const watch = new DirectoryWatch();
  const other = { ...down, directory: 'def.onion:5222' };
  watch.look([up, other], 3 * MINUTE);
  t.like(watch.look([up, other], 3 * MINUTE), [{ directory: 'def.onion:5222', finding: 'down' }]);
});

test('a finding is news when it was made twice and is not what was told last', (t) => {
  const settled = new Settled('well');
  const news = ['well', 'bad', 'well', 'bad', 'bad', 'bad', 'well', 'well'].map((finding) =>
    settled.isNews(finding),
  );
  t.deepEqual(news, [false, false, false, false, true, false, false, true]);
});
