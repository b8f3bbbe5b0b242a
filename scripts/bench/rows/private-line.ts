import { randomBytes } from 'node:crypto';
import { toBase64 } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { createNickKey } from '../../../shared/jm/nick-key.ts';
import { ONION_HOSTID, signedLine, verifyLine } from '../../../shared/jm/signed-line.ts';
import { perSecond, type BenchRow } from '../row.ts';

const SEALED_BYTES = 440;

/** As long as a sealed `ioauth` of one coin. */
const payload = toBase64(Uint8Array.from(randomBytes(SEALED_BYTES)));
const key = createNickKey(systemRandom);

export const rows: readonly BenchRow[] = [
  {
    name: 'private line, sign',
    unit: 'lines/s',
    better: 'higher',
    reference: 4526,
    run: () => ({
      ...perSecond((index) => signedLine('ioauth', `${payload} ${index}`, key, ONION_HOSTID)),
      note: 'each signature is confirmed by a second library',
    }),
  },
  {
    name: 'private line, verify',
    unit: 'lines/s',
    better: 'higher',
    reference: 4655,
    run: () => {
      const line = signedLine('ioauth', payload, key, ONION_HOSTID);
      return perSecond(() => {
        if (!verifyLine(key.nick, line, ONION_HOSTID).ok) throw new Error('the signature does not hold');
      });
    },
  },
];
