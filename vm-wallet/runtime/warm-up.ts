import { parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { createBoxKeyPair } from '../../shared/jm/box.ts';
import { createNickKey } from '../../shared/jm/nick-key.ts';
import { createPodle } from '../../shared/jm/podle/create.ts';
import { verifyPodle } from '../../shared/jm/podle/verify.ts';
import type { Random } from '../../shared/crypto/random.ts';

const NO_COIN = parseOutpoint(`${'00'.repeat(32)}:0`);

/**
 * Does each piece of a round's cryptography once, on throw-away keys: the first use builds tables and costs up to 70 ms, which
 * peers would otherwise wait for, and could tell a freshly started wallet by.
 */
export function warmUp(random: Random): void {
  createNickKey(random).sign('', '');
  createBoxKeyPair(random);
  const { revelation, commitment } = createPodle({
    privateKey: random.bytes(32),
    utxo: NO_COIN,
    index: 0,
  });
  verifyPodle(revelation, commitment, 1);
}
