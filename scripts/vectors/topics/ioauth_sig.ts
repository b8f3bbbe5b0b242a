import { fromHex, toHex, utf8 } from '../../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../../shared/crypto/hash.ts';
import { publicKeyOf } from '../../../shared/crypto/sign.ts';
import { parseBoxKey } from '../../../shared/jm/box.ts';
import { parsePublicKey } from '../../../shared/jm/private-command.ts';
import { signBoxKey, verifyBoxKey } from '../../../vm-wallet/session/key-authentication.ts';
import { caseList, compare, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of caseList(file)) {
    const name = textOf(recorded, 'auth_pubkey').slice(0, 12);
    const privateKey = fromHex(textOf(recorded, 'auth_privkey'));
    const boxKey = parseBoxKey(textOf(recorded, 'maker_enc_pubkey_hex'));
    const authKey = parsePublicKey(textOf(recorded, 'auth_pubkey'));
    if (boxKey === null || authKey === null) {
      yield { name, ok: false, detail: 'a recorded key does not parse' };
      continue;
    }
    yield compare(`${name} key`, toHex(publicKeyOf(privateKey)), authKey);
    yield compare(`${name} digest`, toHex(bitcoinMessageHash(utf8(boxKey))), recorded['message_hash']);
    yield compare(`${name} signature`, signBoxKey(boxKey, privateKey), recorded['btc_sig']);
    yield compare(`${name} verifies`, verifyBoxKey(boxKey, authKey, textOf(recorded, 'btc_sig')), true);
  }
}
