import test from 'ava';
import { Transaction } from 'bitcoinjs-lib';
import fc from 'fast-check';
import { sumSats } from '../../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { parseTransaction } from '../../../../shared/bitcoin/transaction.ts';
import { toHex } from '../../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../../shared/crypto/hash.ts';
import { fromBytes, type Random } from '../../../../shared/crypto/random.ts';
import type { DecimalText } from '../../../../shared/jm/command.ts';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { buildJoin } from '../../../../vm-wallet/coinjoin/build.ts';
import { assemble, parseSignature, witnessFor } from '../../../../vm-wallet/coinjoin/input-witness.ts';
import type { UnsignedJoin } from '../../../../vm-wallet/coinjoin/join.ts';
import {
  AMOUNT,
  exampleMakers,
  inputAt,
  joinOf,
  joinPlan,
  makerParty,
  partyKey,
  signInputOf,
  takerSide,
  type MakerParty,
} from '../../../fixtures/coinjoin-parties.ts';

/** Random that is the same for the same seed. */
function seeded(seed: number): Random {
  let draws = 0;
  return fromBytes((length) => {
    draws += 1;
    return sha256(Uint8Array.of(seed, draws & 0xff, draws >> 8)).subarray(0, length);
  });
}

const relative = fc
  .integer({ min: 0, max: 99_999 })
  .map(
    (fee) => ({ type: 'sw0reloffer', cjfee: `0.${String(fee).padStart(7, '0')}` as DecimalText }) as const,
  );
const absolute = fc
  .integer({ min: 0, max: 9999 })
  .map((fee) => ({ type: 'sw0absoffer', cjfee: String(fee) as DecimalText }) as const);
const makers = fc
  .array(
    fc.record({
      offer: fc.oneof(relative, absolute),
      txfee: fc.bigInt({ min: 0n, max: 5000n }),
      values: fc.array(fc.bigInt({ min: 1_040_000n, max: 1_000_000_000n }), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ offer, txfee, values }, index) =>
      makerParty(index + 1, { values, offer: { ...offer, txfee: sats(txfee) } }),
    ),
  );
const plans = fc
  .record({
    makers,
    value: fc.oneof(
      fc.bigInt({ min: 1_000_000n, max: 1_100_000n }),
      fc.bigInt({ min: 1_000_000n, max: 10_000_000_000n }),
    ),
    feeRate: fc.integer({ min: 0, max: 100_000 }),
    seed: fc.nat(255),
  })
  .map((drawn) => ({
    ...drawn,
    plan: joinPlan(drawn.makers, {
      taker: takerSide(drawn.value),
      feeRate: drawn.feeRate,
      random: seeded(drawn.seed),
    }),
  }));

/** How often each script is paid how much. */
function paidTo(join: UnsignedJoin): ReadonlyMap<string, readonly bigint[]> {
  const paid = new Map<string, readonly bigint[]>();
  for (const { script, value } of parseTransaction(join.raw).outputs) {
    paid.set(toHex(script), [...(paid.get(toHex(script)) ?? []), value]);
  }
  return paid;
}

test('what a join says about its parts is what its bytes say', (t) => {
  let built = 0;
  fc.assert(
    fc.property(plans, ({ plan, makers: parties }) => {
      const result = buildJoin(plan);
      if (!result.ok) return;
      built += 1;
      const join = result.value;
      const { inputs, outputs, locktime } = parseTransaction(join.raw);
      t.deepEqual(inputs.map(outpointKey), join.inputs.map(outpointKey));
      t.is(locktime, join.locktime);
      const spent = sumSats(join.inputs.map((input) => input.value));
      t.is(spent - sumSats(outputs.map((output) => output.value)), join.minerFee);
      t.is(join.coinjoinFees, sumSats(parties.map(({ ready }) => ready.fee)));
      for (const party of [...parties, null]) {
        const coins = party === null ? takerSide(plan.taker.coins[0]?.value).coins : party.coins;
        const own = join.inputs.filter((input) => input.owner === (party?.nick ?? null));
        t.deepEqual(own.map(outpointKey).sort(), coins.map(outpointKey).sort());
      }
    }),
    { numRuns: 150, seed: 1 },
  );
  t.true(built > 50, `only ${built} of the plans could be built`);
});

test('every party gets exactly its due, and the miner the rest', (t) => {
  fc.assert(
    fc.property(plans, ({ plan, makers: parties, value }) => {
      const result = buildJoin(plan);
      if (!result.ok) return;
      const join = result.value;
      const paid = paidTo(join);
      const due = (script: Uint8Array | null, amount: bigint): void => {
        t.deepEqual(paid.get(toHex(script ?? new Uint8Array(0))), [amount]);
      };
      for (const { ready } of parties) {
        due(ready.coinjoinScript, AMOUNT);
        due(ready.changeScript, ready.change);
      }
      due(plan.taker.destinationScript, AMOUNT);
      if (join.change > 0n) due(plan.taker.changeScript, join.change);
      t.is(paid.size, 2 * parties.length + (join.change > 0n ? 2 : 1));
      // Amount, fees and change are all that the taker pays; what the makers add goes to the miner.
      const given = sumSats(parties.map(({ ready }) => ready.offer.txfee));
      t.is(value - AMOUNT - join.coinjoinFees - join.change + given, join.minerFee);
    }),
    { numRuns: 150, seed: 2 },
  );
});

test('all witnesses together make the transaction that was agreed on', (t) => {
  const parties: readonly MakerParty[] = exampleMakers();
  const join = joinOf(parties);
  const witnesses = join.inputs.map((input, index) => {
    const party = parties.find(({ nick }) => nick === input.owner)?.number ?? 0;
    const offered = parseSignature(signInputOf(join, index, partyKey(party, input.vout)));
    const witness = offered && witnessFor(join.raw, index, inputAt(join, index), offered);
    if (witness === null) throw new Error(`input ${index} is not signed`);
    return witness;
  });
  const signed = Transaction.fromBuffer(assemble(join.raw, witnesses));
  t.is(signed.getId(), Transaction.fromBuffer(join.raw).getId());
  t.deepEqual(
    signed.ins.map((input) => input.witness.map(toHex)),
    witnesses.map(({ witness }) => witness.map(toHex)),
  );
  // The estimate of the worked example is 401 vB; signatures are a byte or two shorter than it assumes.
  t.true(signed.virtualSize() <= 401 && signed.virtualSize() > 395, String(signed.virtualSize()));
});
