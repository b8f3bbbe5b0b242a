import { parseOutpoint } from '../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../shared/crypto/bytes.ts';
import { systemRandom } from '../../shared/crypto/random.ts';
import { formatKeyPath, HdWallet } from '../../vm-wallet/keys/hd-wallet.ts';
import { EXTERNAL, INTERNAL, issueAddress } from '../../vm-wallet/store/address-book.ts';
import { leaseCoins } from '../../vm-wallet/store/leases.ts';
import { WalletStore } from '../../vm-wallet/store/wallet-store.ts';
import { CHEAP_KDF, passwordNumber, type Kept } from './promises.ts';

// A wallet that does all at once what a maker, a taker and their user do, until it is killed: FILE, number of password changes so far.
const [, , file = '', changes = '0'] = process.argv;

function say(kept: Kept): void {
  process.stdout.write(`${JSON.stringify(kept)}\n`);
}

async function showAddress(store: WalletStore, keys: HdWallet, turn: number): Promise<void> {
  const { path, address } = await store.commit((draft) =>
    issueAddress(draft, keys, {
      mixdepth: turn % 5,
      branch: turn % 2 === 0 ? EXTERNAL : INTERNAL,
      purpose: 'deposit',
      now: turn,
    }),
  );
  say({ kept: 'address', path: formatKeyPath(path), address });
}

async function useCommitment(store: WalletStore, outpoint: string): Promise<void> {
  const commitment = toHex(systemRandom.bytes(32));
  await store.commit((draft) => {
    draft.commitments[commitment] = { outpoint, index: 0, at: 0 };
  });
  say({ kept: 'commitment', commitment });
}

async function lease(store: WalletStore, outpoint: string): Promise<void> {
  const until = Date.now();
  await store.commit((draft) => {
    leaseCoins(draft, [parseOutpoint(outpoint)], { round: 'busy', until, now: 0 });
  });
  say({ kept: 'lease', outpoint, until });
}

async function nameCoin(store: WalletStore, outpoint: string): Promise<void> {
  const label = Date.now();
  await store.commit((draft) => {
    const coin = draft.coins[outpoint];
    if (coin !== undefined) coin.label = String(label);
  });
  say({ kept: 'label', outpoint, label });
}

async function work(): Promise<never> {
  let change = Number(changes);
  const store = await WalletStore.open({ file, password: passwordNumber(change) });
  const { entropy, extension, network } = store.state;
  const keys = new HdWallet({ entropy: fromHex(entropy), extension, network });
  const outpoints = Object.keys(store.state.coins);
  for (let turn = 0; ; turn += 1) {
    const outpoint = outpoints[turn % outpoints.length] ?? '';
    await showAddress(store, keys, turn);
    await useCommitment(store, outpoint);
    await lease(store, outpoint);
    await nameCoin(store, outpoint);
    if (turn % 4 !== 3) continue;
    change += 1;
    const password = passwordNumber(change);
    await store.changePassword(password, CHEAP_KDF);
    say({ kept: 'password', password });
  }
}

void work();
