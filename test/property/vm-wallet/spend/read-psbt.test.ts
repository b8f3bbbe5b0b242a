import test from 'ava';
import { Psbt } from 'bitcoinjs-lib';
import fc from 'fast-check';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { concat } from '../../../../shared/crypto/bytes.ts';
import { isJmError } from '../../../../shared/errors.ts';
import { finalizePsbt } from '../../../../vm-wallet/spend/finish-psbt.ts';
import { psbtFacts } from '../../../../vm-wallet/spend/psbt-facts.ts';
import { readPsbt, unsignedOf } from '../../../../vm-wallet/spend/read-psbt.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { strangeScript } from '../../../fixtures/spend.ts';

const GOOD = Uint8Array.from(
  new Psbt()
    .addInput({
      hash: '11'.repeat(32),
      index: 1,
      witnessUtxo: { script: strangeScript(2), value: 50_000n },
      sighashType: 1,
    })
    .addInput({ hash: '22'.repeat(32), index: 0, witnessUtxo: { script: strangeScript(3), value: 1n } })
    .addOutput({ script: strangeScript(4), value: 40_000n })
    .toBuffer(),
);
const MAGIC = GOOD.subarray(0, 5);
const STATE = emptyState();

/** Reads bytes to the end of what a command does before it asks for keys. Only typed refusals may come. */
function survives(bytes: Uint8Array): boolean {
  try {
    const psbt = readPsbt(bytes);
    parseTransaction(unsignedOf(psbt));
    psbtFacts(psbt, STATE, { isOwnScript: () => false, maxFeeRate: 1000, now: 0 });
    finalizePsbt(psbt);
    return true;
  } catch (error) {
    return isJmError(error) && error.code.startsWith('psbt-');
  }
}

test('any bytes are read or refused', (t) => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 500 });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => survives(concat(MAGIC, tail))),
    { numRuns: 1000 },
  );
  t.pass();
});

test('a good file with bytes changed, cut out or put in is read or refused', (t) => {
  const edit = fc.record({
    at: fc.nat(GOOD.length - 1),
    cut: fc.nat(8),
    put: fc.uint8Array({ maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) =>
      survives(
        edits.reduce<Uint8Array>(
          (bytes, { at, cut, put }) => concat(bytes.subarray(0, at), put, bytes.subarray(at + cut)),
          GOOD,
        ),
      ),
    ),
    { numRuns: 2000 },
  );
  t.true(survives(GOOD));
});
