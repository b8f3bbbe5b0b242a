import test from 'ava';
import { txid } from '../../../../shared/bitcoin/outpoint.ts';
import { formatBondProof } from '../../../../shared/jm/bond/proof.ts';
import { announcedBond, BondWatch, judgeBond } from '../../../../vm-net/watch/bonds.ts';
import { WatchedNode } from '../../../fixtures/watched-node.ts';

const DAY = 86_400;
const COIN = { txid: txid('cd'.repeat(32)), vout: 7 };
const TIME = { height: 800_000, medianTime: 1_700_000_000 };
const bond = { outpoint: COIN, locktime: TIME.medianTime + 300 * DAY, certificateEnd: 810_432 };

/** The line of an offer with a bond whose certificate ends at so many periods. */
function line(expiry: number, locktime = bond.locktime): string {
  const der = new Uint8Array(70).fill(0x30);
  const proof = formatBondProof({
    nickSignature: der,
    certificateSignature: der,
    certificateKey: new Uint8Array(33).fill(2),
    expiry,
    bondKey: new Uint8Array(33).fill(3),
    outpoint: COIN,
    locktime,
  });
  return `!sw0reloffer 0 100000 200000 0 0.00002!tbond ${proof} 02ab c2ln`;
}

test('a bond is known from the line that announces it', (t) => {
  t.deepEqual(announcedBond(line(402)), bond);
  t.is(announcedBond('!sw0reloffer 0 100000 200000 0 0.00002 02ab c2ln'), null);
  t.is(announcedBond(`!sw0reloffer 0 1 2 0 0!tbond ${'A'.repeat(336)} 02ab c2ln`), null);
});

test('the certificate warns a week before its end, up to its last block', (t) => {
  const at = (height: number): unknown => judgeBond(bond, { ...TIME, height }, true);
  t.is(at(810_432 - 1009), null);
  t.deepEqual(at(810_432 - 1008), { finding: 'certificate-ends', left: 1008 });
  t.deepEqual(at(810_432), { finding: 'certificate-ends', left: 0 });
  t.deepEqual(at(810_433), { finding: 'certificate-ended', left: 0 });
});

test('the bond warns thirty days before it unlocks', (t) => {
  const before = (seconds: number): unknown =>
    judgeBond(bond, { ...TIME, medianTime: bond.locktime - seconds }, true);
  t.is(before(30 * DAY + 1), null);
  t.deepEqual(before(30 * DAY), { finding: 'unlocks', left: 30 });
  t.deepEqual(before(1), { finding: 'unlocks', left: 1 });
  t.deepEqual(before(0), { finding: 'unlocked', left: 0 });
});

test('a spent bond is spent, whatever its times', (t) => {
  t.deepEqual(judgeBond(bond, TIME, false), { finding: 'spent', left: 0 });
});

test('news is told once, and a renewed certificate is watched instead of the old one', async (t) => {
  const node = new WatchedNode();
  node.unspent.add(`${COIN.txid}:7`);
  const watch = new BondWatch();
  watch.said('!pubkey ab');
  t.deepEqual(await watch.look(node, TIME), []);
  t.is(node.calls, 0);
  watch.said(line(397));
  watch.said(line(397));
  const found = [...(await watch.look(node, TIME)), ...(await watch.look(node, TIME))];
  t.deepEqual(found, [{ about: 'bond', ...COIN, finding: 'certificate-ends', left: 397 * 2016 - 800_000 }]);
  t.deepEqual(await watch.look(node, { ...TIME, height: 800_001 }), []);
  watch.said(line(402));
  t.deepEqual(await watch.look(node, TIME), []);
  t.deepEqual(await watch.look(node, TIME), []);
});
