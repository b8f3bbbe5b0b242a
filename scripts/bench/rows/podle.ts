import { sha256 } from '../../../shared/crypto/hash.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { createPodle, type Podle } from '../../../shared/jm/podle/create.ts';
import { verifyPodle } from '../../../shared/jm/podle/verify.ts';
import { txid } from '../../../shared/bitcoin/outpoint.ts';
import { perSecond, type BenchRow } from '../row.ts';

/** What makers allow by default (taker_utxo_retries). */
const RETRIES = 3;

function podleOf(vout: number): Podle {
  const privateKey = sha256(utf8('a key of the benchmark'));
  return createPodle({ privateKey, utxo: { txid: txid('ab'.repeat(32)), vout }, index: 0 });
}

export const rows: readonly BenchRow[] = [
  {
    name: 'PoDLE, make',
    unit: 'proofs/s',
    better: 'higher',
    reference: 454,
    run: () => perSecond((index) => podleOf(index)),
  },
  {
    name: 'PoDLE, verify',
    unit: 'proofs/s',
    better: 'higher',
    reference: 204,
    run: () => {
      const { revelation, commitment } = podleOf(0);
      return perSecond(() => {
        if (!verifyPodle(revelation, commitment, RETRIES).ok) throw new Error('the proof does not hold');
      });
    },
  },
];
