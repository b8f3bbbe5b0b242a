import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { isNetwork } from '../is-network.ts';
import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { bondScript, bondWitnessScript } from '../../../shared/jm/bond/script.ts';
import { locktimeOf } from '../../../shared/jm/bond/time-number.ts';
import { FamilyKeys, type WalletFamily } from '../../../vm-wallet/keys/family.ts';
import { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import { entropyOf } from '../../../vm-wallet/keys/mnemonic.ts';
import { caseList, compare, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const FAMILIES: Readonly<Record<string, WalletFamily>> = {
  LegacyWallet: 'legacy',
  SegwitLegacyWallet: 'nested',
  SegwitWallet: 'native',
  SegwitWalletFidelityBonds: 'native-bonds',
};
const TIMELOCKED = 2;
const BURN = 3;

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of caseList(file)) yield* checkWallet(recorded);
}

function* checkWallet(recorded: Recorded): Iterable<CaseResult> {
  const family = FAMILIES[textOf(recorded, 'wallet_class')];
  const network = textOf(recorded, 'network');
  const name = `${textOf(recorded, 'wallet_class')} on ${network}`;
  if (family === undefined || !isNetwork(network)) {
    yield { name, ok: false, detail: 'an unknown kind of wallet' };
    return;
  }
  const entropy = fromHex(textOf(recorded, 'entropy'));
  if (family !== 'legacy') {
    yield compare(`${name} words`, toHex(entropyOf(textOf(recorded, 'mnemonic'))), recorded['entropy']);
  }
  const extension = recorded['extension'] === null ? '' : textOf(recorded, 'extension');
  const keys = new FamilyKeys(family, { entropy, extension, network });
  yield compare(`${name} id`, keys.walletId(), recorded['wallet_id']);
  yield compare(`${name} label`, `joinmarket-wallet-${keys.walletId()}`, recorded['core_label']);
  const hd =
    family === 'native' || family === 'native-bonds' ? new HdWallet({ entropy, extension, network }) : null;
  for (const view of recorded['mixdepths'] as readonly Recorded[]) {
    const mixdepth = Number(view['mixdepth']);
    const addresses = (source: { addressAt: FamilyKeys['addressAt'] }, branch: number): string[] =>
      Array.from({ length: 10 }, (_unused, index) => source.addressAt({ mixdepth, branch, index }));
    yield compare(`${name} ${mixdepth} path`, keys.accountPath(mixdepth), view['account_path']);
    yield compare(`${name} ${mixdepth} xpub`, keys.accountXpub(mixdepth), view['account_xpub']);
    yield compare(`${name} ${mixdepth} external xpub`, keys.branchXpub(mixdepth, 0), view['external_xpub']);
    yield compare(
      `${name} ${mixdepth} internal xpub`,
      keys.branchXpub(mixdepth, 1),
      view['internal_xpub_not_displayed'],
    );
    for (const [branch, field] of ['external', 'internal'].entries()) {
      yield compare(`${name} ${mixdepth} ${field}`, addresses(keys, branch), view[field]);
      if (hd !== null)
        yield compare(`${name} ${mixdepth} ${field}, our wallet`, addresses(hd, branch), view[field]);
    }
    const first = view['first_external'] as Recorded;
    const path = { mixdepth, branch: 0, index: 0 };
    yield compare(
      `${name} ${mixdepth} first`,
      [toHex(keys.publicKeyAt(path)), toHex(keys.scriptAt(path))],
      [first['pubkey'], first['script']],
    );
  }
  if (family !== 'native-bonds') return;
  yield compare(`${name} timelocked xpub`, keys.branchXpub(0, TIMELOCKED), recorded['timelock_branch_xpub']);
  yield compare(`${name} burn xpub`, keys.branchXpub(0, BURN), recorded['burn_branch_xpub']);
  for (const bond of recorded['timelocked'] as readonly Recorded[]) {
    const timeNumber = Number(bond['timenumber']);
    const key = keys.publicKeyAt({ mixdepth: 0, branch: TIMELOCKED, index: timeNumber });
    const locktime = locktimeOf(timeNumber);
    yield compare(
      `${name} bond ${timeNumber}`,
      [
        locktime,
        toHex(key),
        toHex(bondWitnessScript(key, locktime)),
        addressOfScript(bondScript(key, locktime), network),
      ],
      [bond['locktime'], bond['pubkey'], bond['redeem_script'], bond['address']],
    );
  }
}
