import test from 'ava';
import { HeaderChain } from '../../../../vm-wallet/chain/header-chain.ts';
import { chainAlarms, StaleTipAlarm } from '../../../../vm-wallet/chain/stale-tip.ts';
import type { Network } from '../../../../shared/bitcoin/network.ts';
import { genesisHeader } from '../../../../shared/bitcoin/genesis.ts';
import { parseHeader } from '../../../../shared/bitcoin/header.ts';

const HOUR = 3600;
const chain = new HeaderChain('mainnet');
const { time } = chain.tip;

/** A chain whose only block is as old as the clock says. */
function fresh(now: number): HeaderChain {
  const other = new HeaderChain('mainnet');
  Object.defineProperty(other, 'tip', { value: { ...other.tip, time: now } });
  return other;
}

test('a stale tip is an alarm at once, and again after six hours', (t) => {
  const alarm = new StaleTipAlarm();
  const start = time + 3 * HOUR + 1;
  t.is(alarm.due(chain, start - 1), null);
  t.regex(String(alarm.due(chain, start)), /3 hours old/u);
  t.is(alarm.due(chain, start + 6 * HOUR - 1), null);
  t.regex(String(alarm.due(chain, start + 6 * HOUR)), /9 hours old/u);
  t.is(alarm.due(chain, start + 12 * HOUR - 1), null);
});

test('a fresh block ends the alarm; the next one is said at once', (t) => {
  const alarm = new StaleTipAlarm();
  const now = time + 4 * HOUR;
  t.not(alarm.due(chain, now), null);
  t.is(alarm.due(fresh(now), now + 1), null);
  t.not(alarm.due(chain, now + 2), null);
});

test('programs hear of a stale tip on every public network', (t) => {
  for (const network of ['mainnet', 'testnet', 'signet'] satisfies Network[]) {
    const old = parseHeader(genesisHeader(network)).time;
    t.deepEqual(chainAlarms(new HeaderChain(network), old + 3 * HOUR), []);
    t.is(chainAlarms(new HeaderChain(network), old + 3 * HOUR + 1).length, 1);
  }
  t.deepEqual(chainAlarms(new HeaderChain('regtest'), time + 1e9), []);
});
