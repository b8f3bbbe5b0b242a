import type { KeyPath } from '../coins/coin.ts';
import { formatKeyPath, TIMELOCKED } from '../keys/hd-wallet.ts';
import { lendPrivateKey } from '../keys/lend-key.ts';
import { signUserMessage } from '../keys/message-signature.ts';
import type { Signer } from './gate.ts';
import { onRecord } from './on-record.ts';
import { enforce, type Rule } from './refusal.ts';
import { actWithoutMoney } from './signing-act.ts';

interface Facts {
  readonly path: KeyPath;
  readonly text: string;
}

const BOX_KEY = /^\s*[0-9a-f]{64}\s*$/iu;
const NICK = 'J[0-9][1-9A-HJ-NP-Za-km-zO]{14}';
const NICKS = new RegExp(`^\\s*${NICK}\\|${NICK}\\s*$`, 'u');
const CERTIFICATE = /^\s*fidelity-bond-cert\|/iu;

/**
 * What keys of coins and bonds must not sign for people. JoinMarket puts the same "Bitcoin Signed Message" in front of what it signs
 * (protocol/crypto.md §2 and §5), and r and s of a text's signature make a signature of the protocol. Signed lines need no rule: a
 * nick's key is made for each run and is never one of the wallet's, so such a text would only speak for a nick that nobody uses.
 */
export const USER_TEXT_RULES: readonly Rule<Facts>[] = [
  {
    name: 'message-bond-key',
    check: ({ path }) => (path.branch === TIMELOCKED ? 'the key of a bond signs certificates only' : null),
  },
  {
    name: 'message-box-key',
    check: ({ text }) =>
      BOX_KEY.test(text) ? 'with this text, somebody else could answer takers as the owner of a coin' : null,
  },
  {
    name: 'message-certificate',
    check: ({ text }) => (CERTIFICATE.test(text) ? 'this text gives a fidelity bond away' : null),
  },
  {
    name: 'message-nicks',
    check: ({ text }) => (NICKS.test(text) ? 'this text is what a bond proof ends with' : null),
  },
];

/**
 * Signs a text for people with the key at a path (protocol/wallet.md §11).
 * @returns Base64 of 65 bytes.
 * @throws RuleError when the text could be used in the protocol; StoreError
 */
export async function signUserText(
  { keys, authority }: Signer,
  path: KeyPath,
  text: string,
): Promise<string> {
  const act = actWithoutMoney('message', `a text, by the key ${formatKeyPath(path)}`);
  await onRecord(authority, act, () => {
    enforce(USER_TEXT_RULES, { path, text });
  });
  await authority.authorise(act);
  return lendPrivateKey(keys, path, (privateKey) => signUserMessage(text, privateKey));
}
