import test from 'ava';
import { copyName, MAX_COPY_NUMBER, type CopyKeeper } from '../../../../shared/bridge/copies.ts';
import { BackupError } from '../../../../vm-wallet/backup/backup-error.ts';
import { fetchNewest, keepCopy, nextNumber } from '../../../../vm-wallet/backup/net-vm-copies.ts';

const [NAME, OTHER] = [copyName('0a'.repeat(16)), copyName('0b'.repeat(16))];
const BYTES = Uint8Array.of(1, 2, 3);

function keeper(changes: Partial<CopyKeeper> = {}): CopyKeeper {
  return {
    saveCopy: () => Promise.resolve(),
    copies: () => Promise.resolve([]),
    copy: () => Promise.resolve(BYTES),
    ...changes,
  };
}

test('a backup takes the number behind all that are known', (t) => {
  t.is(nextNumber(0, []), 1);
  t.is(nextNumber(4, []), 5);
  t.is(nextNumber(4, [2, 3]), 5);
  t.is(nextNumber(4, [4, 9]), 10);
});

test('a number that we can not have come to is not believed', (t) => {
  const error = { instanceOf: BackupError, code: 'backup-copy-numbers' };
  t.is(nextNumber(4, [1003]), 1004);
  t.is(nextNumber(4, [1004]), 1005);
  t.throws(() => nextNumber(4, [1005]), error);
  t.is(nextNumber(MAX_COPY_NUMBER - 1, []), MAX_COPY_NUMBER);
  t.throws(() => nextNumber(MAX_COPY_NUMBER, []), error);
});

test('a copy counts as kept once it came back the same', async (t) => {
  await t.notThrowsAsync(keepCopy(keeper(), NAME, 1, BYTES));
  const error = { instanceOf: BackupError, code: 'backup-not-written' };
  for (const answer of [null, Uint8Array.of(1, 2, 4)]) {
    await t.throwsAsync(keepCopy(keeper({ copy: () => Promise.resolve(answer) }), NAME, 1, BYTES), error);
  }
});

test('the newest copy of the first name that has any is taken', async (t) => {
  const asked: string[] = [];
  const net = keeper({
    copies: (name) => Promise.resolve(name === OTHER ? [3, 8] : []),
    copy: (name, number) => {
      asked.push(`${name} ${number}`);
      return Promise.resolve(BYTES);
    },
  });
  t.deepEqual(await fetchNewest(net, [NAME, OTHER]), { number: 8, bytes: BYTES });
  t.deepEqual(asked, [`${OTHER} 8`]);
});

test('no copy, and a copy that is only claimed, are said', async (t) => {
  const error = { instanceOf: BackupError, code: 'backup-no-copy' };
  await t.throwsAsync(fetchNewest(keeper(), [NAME]), error);
  const claiming = keeper({ copies: () => Promise.resolve([1]), copy: () => Promise.resolve(null) });
  await t.throwsAsync(fetchNewest(claiming, [NAME]), error);
});
