import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { scriptOfKeyLike } from '../../shared/bitcoin/script.ts';
import type { VerifiedCoin } from '../../shared/bridge/chain.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../shared/crypto/sign.ts';
import { createPodle } from '../../shared/jm/podle/create.ts';
import type { ExternalProof } from '../store/state.ts';
import type { Signer } from './gate.ts';
import { onRecord } from './on-record.ts';
import { enforce, type Rule } from './refusal.ts';
import { actWithoutMoney } from './signing-act.ts';

interface Facts {
  readonly coin: VerifiedCoin;
  readonly publicKey: Uint8Array;
}

/** What must hold before the key of a coin outside this wallet makes proofs: makers check the same (protocol/crypto.md §3.4). */
export const FOREIGN_COIN_RULES: readonly Rule<Facts>[] = [
  {
    name: 'podle-coin-confirmed',
    check: ({ coin }) => (coin.confirmations > 0 ? null : 'the coin is in no block yet'),
  },
  {
    name: 'podle-key-owns-coin',
    check: ({ coin, publicKey }) => {
      const script = scriptOfKeyLike(publicKey, coin.scriptPubKey);
      return script !== null && equalBytes(script, coin.scriptPubKey)
        ? null
        : 'the key is not the one that the coin is paid to';
    },
  },
];

/**
 * Makes every proof that a coin outside this wallet has, so that its key need not be kept.
 * @param coin What the verified chain says of it.
 * @param uses How many commitments makers take of one coin (`taker_utxo_retries`).
 * @returns One proof for each index from 0.
 * @throws RuleError, StoreError
 */
export async function proveForeignCoin(
  { authority }: Pick<Signer, 'authority'>,
  coin: VerifiedCoin,
  privateKey: Uint8Array,
  uses: number,
): Promise<readonly ExternalProof[]> {
  const act = actWithoutMoney('commitment', outpointKey(coin), uses);
  await onRecord(authority, act, () => {
    enforce(FOREIGN_COIN_RULES, { coin, publicKey: publicKeyOf(privateKey) });
  });
  await authority.authorise(act);
  const utxo = { txid: coin.txid, vout: coin.vout };
  return Array.from({ length: uses }, (_unused, index) => {
    const { commitment, revelation } = createPodle({ privateKey, utxo, index });
    const { P, P2, s, e } = revelation;
    return { commitment, P, P2, s, e };
  });
}
