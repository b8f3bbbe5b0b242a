import test from 'ava';
import type { ChannelStatus } from '../../../../shared/bridge/messages.ts';
import { maySignFor } from '../../../../vm-wallet/session/hostid.ts';

function channel(name: string, hostid: string): ChannelStatus {
  return { channel: name, hostid, state: 'up', detail: '' };
}

const ONION = channel('onion', 'onion-network');

test('the onion channel has one hostid, and an IRC server its own', (t) => {
  t.true(maySignFor(ONION, []));
  t.true(maySignFor(channel('hackint', 'hackint'), [ONION]));
  t.true(maySignFor(channel('hackint', 'irc.hackint.org6697'), [ONION]));
  t.true(maySignFor(channel('hackint', 'hackint'), [ONION, channel('hackint', 'irc.hackint.org6697')]));
});

for (const [what, status] of [
  ['another one for the onion channel', channel('onion', 'onion-networks')],
  ['none at all', channel('irc', '')],
  ['the onion network’s on another channel', channel('irc', 'onion-network')],
  ['one that ends in the onion network’s', channel('irc', '5onion-network')],
  ['the same in other letters', channel('irc', '5Onion-Network')],
  ['one in which the onion network’s ends', channel('irc', 'network')],
  ['one that ends in another channel’s', channel('irc', 'xhackint')],
  ['one in which another channel’s ends', channel('irc', 'ckint')],
  ['a blank', channel('irc', 'a b')],
  ['one that is too long', channel('irc', 'a'.repeat(68))],
] as const) {
  test(`no line is signed for ${what}`, (t) => {
    t.false(maySignFor(status, [ONION, channel('hackint', 'hackint')]));
  });
}

test('the longest hostid is signed for', (t) => {
  t.true(maySignFor(channel('irc', 'a'.repeat(67)), [ONION]));
});
