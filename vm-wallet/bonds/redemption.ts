import { Psbt, Transaction } from 'bitcoinjs-lib';
import { sats, sumSats, type Sats } from '../../shared/bitcoin/amount.ts';
import { estimateVsize, feeFor } from '../../shared/bitcoin/size.ts';
import { fromHex, reversed } from '../../shared/crypto/bytes.ts';
import { bondWitnessScript } from '../../shared/jm/bond/script.ts';
import { serialize, sizeType } from '../coinjoin/build.ts';
import type { HdWallet } from '../keys/hd-wallet.ts';
import { REPLACEABLE } from '../spend/build-payment.ts';
import { DUST } from '../spend/change.ts';
import { keyOrigin } from '../spend/key-origin.ts';
import { scriptOfBond, type Bond, type BondCoin } from './bond-book.ts';
import { BondError } from './bond-error.ts';

/** The spending of a bond down to the sat. */
export interface Redemption {
  /** Unsigned. */
  readonly raw: Uint8Array;
  readonly coins: readonly BondCoin[];
  /** What arrives. */
  readonly amount: Sats;
  readonly minerFee: Sats;
  /** Estimated vbytes. */
  readonly vsize: number;
}

/**
 * The locktime of what spends a bond: a second behind the lock, as the reference has it (protocol/wallet.md §10.1), so that its
 * transactions can't be told from ours.
 */
export function redemptionLocktime({ locktime }: Pick<Bond, 'locktime'>): number {
  return locktime + 1;
}

/**
 * Refuses a bond that nodes would not let go yet: a locktime must be below the median time of the chain (BIP113).
 * @throws BondError `bond-locked`.
 */
export function checkLockOver(bond: Bond, medianTime: number): void {
  if (redemptionLocktime(bond) < medianTime) return;
  const end = new Date(bond.locktime * 1000).toISOString().slice(0, 10);
  const now = new Date(medianTime * 1000).toISOString().slice(0, 16).replace('T', ' ');
  throw new BondError('bond-locked', `This bond is locked until ${end}; the chain's time is ${now} UTC`, {
    cure: "Wait. The chain's time is the median of eleven blocks, about an hour behind the clock.",
  });
}

/**
 * Spends coins of one bond together: what is on one address is linked already.
 * @param feeRate sat/kvB.
 * @throws BondError `bond-no-coin`, `bond-frozen`, `bond-too-small`.
 */
export function planRedemption(
  bond: Bond,
  coins: readonly BondCoin[],
  destination: { readonly script: Uint8Array },
  feeRate: number,
): Redemption {
  if (coins.length === 0 || coins.some(({ height }) => height === null)) {
    throw new BondError(
      'bond-no-coin',
      `${bond.address} has no confirmed coin, or one that is not confirmed yet`,
      {
        cure: '"jm-wallet bond list" shows the coins; wait for a block, or name one coin as TXID:VOUT.',
      },
    );
  }
  if (coins.some(({ frozen }) => frozen)) {
    throw new BondError('bond-frozen', 'A coin of this bond is frozen', { cure: 'Unfreeze it first.' });
  }
  const vsize = estimateVsize(
    coins.map(() => 'p2wsh'),
    [sizeType(destination.script)],
  );
  const minerFee = feeFor(vsize, feeRate);
  const amount = sumSats(coins.map(({ value }) => value)) - minerFee;
  if (amount < DUST) {
    throw new BondError('bond-too-small', `After a fee of ${minerFee} sat nothing worth sending is left`, {
      cure: 'Wait for lower fees.',
    });
  }
  const output = { script: destination.script, value: sats(amount) };
  const raw = serialize(coins, [output], redemptionLocktime(bond), REPLACEABLE);
  return { raw, coins, amount: output.value, minerFee: sats(minerFee), vsize };
}

/**
 * The spending as a PSBT (BIP174) for whoever holds the bond's key.
 * @param before The transactions that made the coins, as far as they are known: many signers want them.
 */
export function redemptionPsbt(
  bond: Bond,
  { raw, coins }: Redemption,
  keys: HdWallet,
  before: readonly Uint8Array[],
): Psbt {
  const transaction = Transaction.fromBuffer(raw);
  const psbt = new Psbt().setVersion(transaction.version).setLocktime(transaction.locktime);
  const known = new Map(before.map((made) => [Transaction.fromBuffer(made).getId(), made]));
  for (const [index, { txid, vout, value }] of coins.entries()) {
    const nonWitnessUtxo = known.get(txid);
    psbt.addInput({
      hash: reversed(fromHex(txid)),
      index: vout,
      sequence: transaction.ins[index]?.sequence ?? REPLACEABLE,
      witnessUtxo: { script: scriptOfBond(bond), value },
      witnessScript: bondWitnessScript(bond.publicKey, bond.locktime),
      ...(nonWitnessUtxo === undefined ? {} : { nonWitnessUtxo }),
      ...(bond.path === null ? {} : { bip32Derivation: [keyOrigin(keys, bond.path)] }),
    });
  }
  for (const { script, value } of transaction.outs) psbt.addOutput({ script, value });
  return psbt;
}
