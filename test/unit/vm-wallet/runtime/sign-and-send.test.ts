import test from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { fromHex, toHex } from '../../../../shared/crypto/bytes.ts';
import { accept, refuse } from '../../../../shared/errors.ts';
import { HdWallet } from '../../../../vm-wallet/keys/hd-wallet.ts';
import { permitPayment } from '../../../../vm-wallet/rules/gate.ts';
import { signAndSend } from '../../../../vm-wallet/runtime/sign-and-send.ts';
import { buildPayment, REPLACEABLE } from '../../../../vm-wallet/spend/build-payment.ts';
import { chainClientOf } from '../../../fixtures/chain-client.ts';
import { drawnRandom } from '../../../fixtures/drawn-random.ts';
import { coinAt, strangeScript } from '../../../fixtures/spend.ts';
import { openTestWallet } from '../../../fixtures/wallet-context.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

for (const family of ['native', 'nested'] as const) {
  test(`a ${family} payment is signed, written down and broadcast under its final txid`, async (t) => {
    const keys = new HdWallet({
      entropy: fromHex('5a'.repeat(16)),
      extension: '',
      network: 'regtest',
      family,
    });
    const coin = coinAt({ mixdepth: 0, branch: 0, index: 0 }, 100_000, {}, keys);
    const inFile = storedCoin({ value: '100000', scriptPubKey: toHex(coin.scriptPubKey) });
    const wallet = await openTestWallet(t, [[outpointKey(coin), inFile]], { family });
    const destination = { script: strangeScript(1), value: sats(99_000) };
    const { raw } = buildPayment({
      coins: [coin],
      outputs: [destination],
      tipHeight: 3,
      sequence: REPLACEABLE,
      random: drawnRandom(0.5),
    });
    const granted = permitPayment({
      raw,
      coins: [coin],
      destinations: [destination],
      change: null,
      isPromised: () => false,
      isOwnScript: () => false,
      maxMinerFee: sats(1000),
      maxFeeRate: 350_000,
      tipHeight: 3,
    });
    const steps: string[] = [];
    const send = (reason: string | null) => {
      const answer = async (step: string, signed: Uint8Array) => {
        const { txid } = parseTransaction(signed);
        const pending = (await wallet.onDisk()).pending[txid];
        steps.push(`${step} ${pending?.raw === toHex(signed) ? 'booked' : 'not booked'}`);
        return reason === null ? { accepted: true as const, txid } : { accepted: false as const, reason };
      };
      const chain = chainClientOf({
        broadcast: (signed) => answer('broadcast', signed),
      });
      const booking = { amount: '99000', minerFee: '1000' };
      return signAndSend({ ...wallet.context, keys }, chain, granted, booking, (draft, txid) => {
        draft.transactionLabels[txid] = 'noted';
      });
    };
    t.deepEqual(await send('too poor'), refuse('too poor'));
    const outcome = await send(null);
    const [txid = ''] = Object.keys((await wallet.onDisk()).pending);
    t.deepEqual(outcome, accept(txid as never));
    t.is(txid === granted.transaction.txid, family === 'native');
    t.deepEqual(steps, ['broadcast booked', 'broadcast booked']);
    t.is((await wallet.onDisk()).transactionLabels[txid], 'noted');
  });
}
