import test from 'ava';
import { BridgeError, PeerFailure } from '../../../../shared/bridge/bridge-error.ts';
import { recordedHub } from '../../../fixtures/messages-client.ts';
import { makerNick } from '../../../fixtures/offers.ts';

const TO = makerNick(1);
const SAID = { command: 'error', text: 'hello' } as const;

test('what the net VM takes is sent', async (t) => {
  const { hub, sent } = recordedHub();
  t.true(await hub.send(TO, SAID));
  t.deepEqual(sent, [{ to: TO, command: SAID }]);
});

test('a line that the net VM has no way for, or that finds the call full, is not sent, and nothing else ends', async (t) => {
  const market = recordedHub();
  for (const failure of [
    new PeerFailure('peer-unknown', 'nobody has that nick'),
    new BridgeError('bridge-flood', 'Too many requests wait for an answer'),
  ]) {
    market.failure = failure;
    t.false(await market.hub.send(TO, SAID), failure.code);
  }
  market.failure = null;
  t.true(await market.hub.send(TO, SAID));
});

test('a call that ended is told to whoever sends', async (t) => {
  const market = recordedHub();
  market.failure = new BridgeError('call-died', 'The call to the other VM ended');
  await t.throwsAsync(market.hub.send(TO, SAID), { code: 'call-died' });
});

test('without a channel that is up nothing is sent', async (t) => {
  const { hub, sent } = recordedHub();
  hub.noteStatus({ channel: 'onion', hostid: 'onion-network', state: 'down', detail: 'down' });
  t.false(hub.isUp);
  t.false(await hub.send(TO, SAID));
  t.deepEqual(sent, []);
});
