import test from 'ava';
import { utf8 } from '../../../../shared/crypto/bytes.ts';
import { carryOver, type CarriedOver } from '../../../../vm-wallet/import/carry-over.ts';
import { ImportError } from '../../../../vm-wallet/import/import-error.ts';
import { readImportedWallet } from '../../../../vm-wallet/import/imported-wallet.ts';
import { openOldWallet } from '../../../../vm-wallet/import/open-old-wallet.ts';
import { issueAddress } from '../../../../vm-wallet/store/address-book.ts';
import { parseState } from '../../../../vm-wallet/store/parse-state.ts';
import { ABANDON_ENTROPY, abandonWallet } from '../../../fixtures/abandon.ts';
import { oldWallet, outpointKeyOf, recordedWallets, type Plain } from '../../../fixtures/old-wallet.ts';

const OPTIONS = { network: 'regtest', birthday: 7, lookahead: 30, now: 1000 } as const;
const TXID = 'ab'.repeat(32);
const keys = abandonWallet('regtest');

function carry(
  changes: Readonly<Record<string, Plain>> = {},
  options: Partial<typeof OPTIONS> = {},
): CarriedOver {
  const wallet = readImportedWallet(oldWallet({ entropy: ABANDON_ENTROPY, ...changes }));
  return carryOver(wallet, { ...OPTIONS, ...options });
}

for (const recorded of recordedWallets()) {
  test(`carries over ${recorded.name}, or says why not`, async (t) => {
    const wallet = await openOldWallet(recorded.bytes, () => Promise.resolve(recorded.password ?? ''));
    const carrying = (): CarriedOver => carryOver(wallet, { ...OPTIONS, network: recorded.network });
    if (recorded.wallet_class === 'LegacyWallet') {
      const error = t.throws(carrying, { instanceOf: ImportError, code: 'wallet-kind-unsupported' });
      t.regex(error.cure ?? '', /new wallet/u);
      return;
    }
    const { state, strangeLabels, strandedCoins } = carrying();
    t.deepEqual(parseState(utf8(JSON.stringify(state))), state);
    t.is(state.family, recorded.wallet_class === 'SegwitLegacyWallet' ? 'nested' : 'native');
    t.is(state.network, recorded.network);
    t.is(state.entropy, recorded.entropy);
    t.is(state.extension, recorded.extension ?? '');
    const used = Object.entries(wallet.nextIndex).filter(([, next]) => next > 0);
    t.deepEqual(state.nextIndex, Object.fromEntries(used));
    t.deepEqual(strandedCoins, []);
    t.deepEqual(strangeLabels, []);
    if (wallet.labels.size > 0) {
      t.like(state.shown['0/0/0'], { address: recorded.external0, purpose: 'deposit' });
      t.is(state.shown['0/0/0']?.label, [...wallet.labels.values()][0]);
    }
    t.deepEqual(
      Object.keys(state.freezeOnSight),
      wallet.frozen.map(({ outpoint }) => outpoint),
    );
  });
}

test('indices go on where the old wallet stopped; those of bonds and burns are left out', (t) => {
  const { state } = carry({ index_cache: { '0': { '0': 4, '1': 0, '2': 9, '3': 2 }, '2': { '1': 3 } } });
  t.deepEqual(state.nextIndex, { '0/0': 4, '2/1': 3 });
  t.is(state.mixdepths, 3);
  t.is(state.birthday, 7);
  const issued = issueAddress(state, keys, { mixdepth: 0, branch: 0, purpose: 'deposit', now: 5 });
  t.is(issued.path.index, 4);
});

test('labels of own addresses come along, as far as the lookahead; strange ones are named', (t) => {
  const at = (branch: number, index: number): string => keys.addressAt({ mixdepth: 0, branch, index });
  const labels = {
    [at(0, 1)]: 'rent',
    [at(1, 30)]: 'last',
    [at(1, 31)]: 'too far',
    [at(2, 959)]: 'bond',
    bc1qsomebody: 'else',
  };
  const { state, strangeLabels } = carry({ addr_labels: labels });
  const carried = Object.entries(state.shown).map(([path, { label, purpose, at: when }]) => [
    path,
    label,
    purpose,
    when,
  ]);
  t.deepEqual(carried, [
    ['0/0/1', 'rent', 'deposit', 1000],
    ['0/1/30', 'last', 'change', 1000],
    ['0/2/959', 'bond', 'deposit', 1000],
  ]);
  t.deepEqual(strangeLabels, [at(1, 31), 'bc1qsomebody']);
});

test('a label is kept as one line', (t) => {
  const address = keys.addressAt({ mixdepth: 0, branch: 0, index: 0 });
  const { state } = carry({ addr_labels: { [address]: `a\u001b[2J\nb${'é'.repeat(300)}` } });
  t.is(state.shown['0/0/0']?.label, `a [2J b${'é'.repeat(248)}`);
});

test('a frozen coin on an imported key does not come along, and is named', (t) => {
  const [own, stranded] = [outpointKeyOf(TXID, 0), outpointKeyOf(TXID, 1)];
  const { state, strandedCoins } = carry({
    meta: { [own]: { disabled: 1 }, [stranded]: { disabled: 1 } },
    utxo: { '0': { [stranded]: [['imported', 0, 0], 5, 6] } },
  });
  t.deepEqual(state.freezeOnSight, { [`${TXID}:0`]: true });
  t.deepEqual(
    strandedCoins.map(({ outpoint }) => String(outpoint)),
    [`${TXID}:1`],
  );
});

test('the networks that fit each other', (t) => {
  const fits = (written: string, network: 'mainnet' | 'testnet' | 'signet' | 'regtest'): boolean => {
    try {
      carryOver(readImportedWallet(oldWallet({ network: written })), { ...OPTIONS, network });
      return true;
    } catch (error) {
      if (error instanceof ImportError && error.code === 'wallet-other-network') return false;
      throw error;
    }
  };
  const table = ['mainnet', 'testnet', 'signet'].map((written) =>
    (['mainnet', 'testnet', 'signet', 'regtest'] as const).map((network) => fits(written, network)),
  );
  t.deepEqual(table, [
    [true, false, false, false],
    [false, true, false, true],
    [false, false, true, false],
  ]);
});

test('ten mixdepths are taken over, eleven are not', (t) => {
  t.is(carry({ index_cache: { '9': {} } }).state.mixdepths, 10);
  t.throws(() => carry({ index_cache: { '10': {} } }), { instanceOf: ImportError, code: 'wallet-too-large' });
});

test('a watch-only wallet has nothing to take over', (t) => {
  const error = t.throws(() => carry({ wallet_type: 6, entropy: 'xpub' }), { instanceOf: ImportError });
  t.is(error.code, 'wallet-kind-unsupported');
  t.regex(error.message, /no keys/u);
});
