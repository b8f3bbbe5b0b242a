import test from 'ava';
import { networkNames } from '../../../../../vm-net/channels/irc/network-name.ts';
import { pauseAfter } from '../../../../../vm-net/channels/irc/timing.ts';
import { topicAlerts } from '../../../../../vm-net/channels/irc/topic-alerts.ts';

test('alerts are for versions around ours, strictly', (t) => {
  t.deepEqual(topicAlerts('pit|4 6 one| 0 99  two words |1 5 no|5 9 no|6 9 no'), ['one', 'two words']);
});

test('malformed alerts are skipped', (t) => {
  for (const part of ['', '4 6', '4 6 ', 'x 6 a', '4 y a', '4', 'a', '-1 6 a', '4.0 6 a', '4  6 a']) {
    t.deepEqual(topicAlerts(`pit|${part}|4 6 good`), ['good'], part);
  }
  t.deepEqual(topicAlerts('4 6 before the first bar'), []);
  t.deepEqual(topicAlerts(''), []);
});

test('an alert holds no control characters, and fits a line', (t) => {
  t.deepEqual(topicAlerts('|4 6 a\u001b[2Jb\u202ec'), ['a\\x1b[2Jb\\u202ec']);
  t.deepEqual(
    [512, 513].map((length) => topicAlerts(`|4 6 ${'x'.repeat(length)}`)[0]?.slice(-4)),
    ['xxxx', 'x...'],
  );
});

test('a network name is what stands after the one equals sign', (t) => {
  t.deepEqual(networkNames(['NETWORK=HackInt', 'NETWORK', 'NETWORK=a=b', 'network=x', 'NICKLEN=30']), [
    'HackInt',
  ]);
  t.deepEqual(networkNames(['NETWORK=']), ['']);
});

test('pauses grow, by more and further without a proxy, and are scattered', (t) => {
  t.is(pauseAfter(0, 1000, false, 0.5), 1000);
  t.is(Math.round(pauseAfter(1, 1000, false, 0.5)), 2718);
  t.is(pauseAfter(1, 1000, true, 0.5), 1500);
  t.is(pauseAfter(1000, 1000, false, 0.5), 3_600_000);
  t.is(pauseAfter(1000, 1000, true, 0.5), 60_000);
  t.is(pauseAfter(0, 1000, true, 0), 500);
  t.is(pauseAfter(0, 1000, true, 0.999), 1499);
});
