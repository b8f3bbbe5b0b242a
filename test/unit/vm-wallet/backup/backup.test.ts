import test from 'ava';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../../shared/crypto/random.ts';
import { makeBackup, readBackup, wordsIn } from '../../../../vm-wallet/backup/backup.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import { openBackup, sealBackup } from '../../../../vm-wallet/backup/backup-format.ts';
import { copyNameOf, withBackupKey } from '../../../../vm-wallet/backup/backup-keys.ts';
import { emptyState } from '../../../fixtures/memory-store.ts';
import { storedCoin } from '../../../fixtures/wallet-file.ts';

const TIME = 1_700_000_000;
const STATE = emptyState({
  extension: 'extra',
  backups: 3,
  nextIndex: { '0/0': 2 },
  coins: { [`${'11'.repeat(32)}:0`]: storedCoin({ frozen: true, label: 'rent' }) },
  transactionLabels: { ['22'.repeat(32)]: 'shoes' },
});
const WORDS = wordsIn(STATE);

test('words and backup give the whole state, to the last note', (t) => {
  const { header, state } = readBackup(makeBackup(STATE, TIME, systemRandom), WORDS, 'regtest');
  t.deepEqual(state, STATE);
  t.deepEqual(header, { network: 'regtest', number: 3, time: TIME });
});

test('neither the words nor their extension are in it', (t) => {
  const { content } = withBackupKey(WORDS, (key) => openBackup(makeBackup(STATE, TIME, systemRandom), key));
  const text = Buffer.from(content).toString('utf8');
  t.true(text.includes('shoes'));
  t.false(text.includes(STATE.entropy));
  t.false(text.includes('entropy'));
  t.false(text.includes('extra'));
});

test('other words, and the right words with another extension, are told', (t) => {
  const file = makeBackup(STATE, TIME, systemRandom);
  const error = { instanceOf: BackupError, code: 'backup-other-words' };
  t.throws(() => readBackup(file, { ...WORDS, extension: '' }, 'regtest'), error);
  t.throws(() => readBackup(file, { ...WORDS, entropy: new Uint8Array(16) }, 'regtest'), error);
});

test('a backup of another network is told from one that was changed', (t) => {
  const file = makeBackup(STATE, TIME, systemRandom);
  t.throws(() => readBackup(file, WORDS, 'mainnet'), { code: 'backup-other-network', message: /regtest/u });
});

test('content that this version does not know is not guessed at', (t) => {
  const header = { network: 'regtest', number: 1, time: TIME } as const;
  for (const content of ['', 'null', '[]', '{}', '{"version":99}', '"text"', '\u0000']) {
    const file = withBackupKey(WORDS, (key) => sealBackup(utf8(content), header, key, systemRandom));
    t.throws(() => readBackup(file, WORDS, 'regtest'), { code: 'backup-newer-version' }, content);
  }
});

test('a copy is named by words, network and family, and by nothing that tells of them', (t) => {
  const wallet = { network: 'regtest', family: 'native' } as const;
  const name = copyNameOf(WORDS, wallet);
  const others = [
    copyNameOf(WORDS, { ...wallet, network: 'mainnet' }),
    copyNameOf(WORDS, { ...wallet, family: 'nested' }),
    copyNameOf({ ...WORDS, extension: '' }, wallet),
    copyNameOf({ ...WORDS, entropy: new Uint8Array(16) }, wallet),
  ];
  t.is(new Set([name, ...others]).size, 5);
  t.is(copyNameOf(WORDS, wallet), name);
  // Fixed for ever: a copy is found again by it.
  t.is<string, string>(name, 'd3f873781955bce86853134fa399753b');
});

test('the key is lent, and wiped behind it', (t) => {
  let kept: Uint8Array = new Uint8Array(0);
  const whileLent = withBackupKey(WORDS, (key) => {
    kept = key;
    return Uint8Array.from(key);
  });
  t.is(whileLent.length, 32);
  t.true(whileLent.some((byte) => byte !== 0));
  t.true(kept.every((byte) => byte === 0));
});
