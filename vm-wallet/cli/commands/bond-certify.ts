import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { listBonds, ownCoin } from '../../bonds/bond-book.ts';
import { certificateLife } from '../../bonds/certificate-life.ts';
import {
  acceptCertificate,
  certificateText,
  DEFAULT_PERIODS,
  requestCertificate,
} from '../../bonds/certificate-request.ts';
import { BondError } from '../../bonds/bond-error.ts';
import { coldRecord, namedBond, recordFound } from '../../bonds/record-bond.ts';
import { certifyBond } from '../../rules/bond-certificate.ts';
import type { WalletContext } from '../../runtime/context.ts';
import type { CertificateRequest } from '../../store/state.ts';
import { bondDate } from '../bond-text.ts';
import type { CommandContext } from '../command-context.ts';
import { confirm } from '../confirm.ts';
import type { BondCertifyInvocation } from '../invocation/bond.ts';
import { withWallet } from '../open.ts';
import { withChain } from '../sync.ts';
import type { Terminal } from '../terminal.ts';

/** Prints what the key of a cold bond has to sign, or takes its signature. A key of our own signs at once. */
export async function bondCertify(command: CommandContext, invocation: BondCertifyInvocation): Promise<void> {
  const { terminal } = command;
  await withWallet(command, async (wallet) => {
    const { signature, address } = invocation;
    // The expiry counts from the tip, which should be that of today.
    if (wallet.store.state.bonds[address]?.path !== null && signature === undefined) {
      return withChain(wallet, terminal, () => signOurselves(command, wallet, invocation));
    }
    coldRecord(wallet.store.state, address);
    if (signature !== undefined) return accept(terminal, wallet, address, signature);
    return withChain(wallet, terminal, () => ask(terminal, wallet, invocation));
  });
}

/** For a maker that is opened by the maker password, which does not open the bond's key. */
async function signOurselves(
  { terminal, options }: CommandContext,
  wallet: WalletContext,
  { address, periods = DEFAULT_PERIODS }: BondCertifyInvocation,
): Promise<void> {
  const { store, keys, headers, now, random } = wallet;
  const { chain } = headers;
  const { bond, coins } = namedBond(listBonds(store.state, keys, chain), address);
  const coin = coins.find(({ height }) => height !== null);
  if (coin === undefined || bond.path === null) {
    throw new BondError('bond-no-coin', `${address} has no confirmed coin`, { cure: 'Fund it first.' });
  }
  terminal.note(
    'Makers that are opened by the wallet password need no certificate in the file. This is for the maker password.',
  );
  await confirm('Let a key in the wallet file speak for this bond?', options);
  const request = requestCertificate(chain.height, periods, random);
  const { signature } = await certifyBond(wallet, {
    coin: ownCoin(bond, coin),
    certificateKey: fromHex(request.publicKey),
    expiry: request.expiry,
    tipHeight: chain.height,
    purpose: 'maker-password',
  });
  await store.commit((draft) => {
    recordFound(draft, [bond], now());
    const record = draft.bonds[address];
    if (record !== undefined) record.certificate = { ...request, signature: toHex(signature) };
  });
  sayGood(terminal, wallet, address, request.expiry);
}

/** The key is on disk before its text is on the screen: a signature for a key that is lost would be worth nothing. */
async function ask(
  terminal: Terminal,
  { store, headers, random }: WalletContext,
  { address, periods }: BondCertifyInvocation,
): Promise<void> {
  const { chain } = headers;
  const request = await store.commit((draft): CertificateRequest => {
    const record = coldRecord(draft, address);
    const isOpen = record.request !== null && certificateLife(record.request.expiry, chain).blocksLeft > 0;
    if (record.request !== null && isOpen && periods === undefined) return record.request;
    record.request = requestCertificate(chain.height, periods ?? DEFAULT_PERIODS, random);
    return record.request;
  });
  const text = certificateText(request);
  const { lastHeight, endsAbout } = certificateLife(request.expiry, chain);
  terminal.note(
    `Sign this text, without a line break, by the key of ${address}. It holds up to block ${lastHeight}, about ${bondDate(endsAbout)}:`,
  );
  terminal.line(text);
  terminal.note(`Then: jm-wallet bond certify ${address} --signature BASE64`);
  terminal.data({ address, message: text, expiry: request.expiry, lastHeight });
}

async function accept(
  terminal: Terminal,
  wallet: WalletContext,
  address: string,
  signature: string,
): Promise<void> {
  const certificate = await wallet.store.commit((draft) => {
    const record = coldRecord(draft, address);
    if (record.request === null) {
      throw new BondError('bond-no-request', 'No text of this bond waits for a signature', {
        cure: `Print one with "jm-wallet bond certify ${address}".`,
      });
    }
    record.certificate = acceptCertificate(record.request, fromHex(record.publicKey), signature);
    record.request = null;
    return record.certificate;
  });
  sayGood(terminal, wallet, address, certificate.expiry);
}

function sayGood(terminal: Terminal, { headers }: WalletContext, address: string, expiry: number): void {
  const { lastHeight, endsAbout } = certificateLife(expiry, headers.chain);
  terminal.line(`The certificate is good, up to block ${lastHeight} (about ${bondDate(endsAbout)}).`);
  terminal.data({ address, expiry, lastHeight });
}
