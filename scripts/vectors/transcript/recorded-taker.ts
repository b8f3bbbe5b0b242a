import { scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../../shared/crypto/bytes.ts';
import { coinjoinFee } from '../../../shared/jm/coinjoin-fee.ts';
import type { AuthCommand, FillCommand, Nick } from '../../../shared/jm/command.ts';
import type { TakerSide } from '../../../vm-wallet/coinjoin/join.ts';
import type { Coin } from '../../../vm-wallet/coins/coin.ts';
import type { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import type { RoundTerms } from '../../../vm-wallet/taker/round-types.ts';
import { pathOf, type recordedJoin, type Recording, type Said } from './recording.ts';

/** Makers all of whose coins are in the recorded transaction. */
export function makersInside(
  recording: Recording,
  coins: ReturnType<typeof recordedJoin>['coins'],
): ReadonlySet<Nick> {
  return new Set(
    recording.said.flatMap(({ from, command }) =>
      command?.command === 'ioauth' && command.utxos.every((utxo) => coins.has(outpointKey(utxo)))
        ? [from]
        : [],
    ),
  );
}

/** Our coins are those that no maker named; our change is the output that nobody else asked for. */
export function takerSide(
  recording: Recording,
  wallet: HdWallet,
  { parsed, coins }: ReturnType<typeof recordedJoin>,
): TakerSide & { readonly coins: readonly Coin[] } {
  const ioauths = recording.said.flatMap(({ command }) => (command?.command === 'ioauth' ? [command] : []));
  const foreign = new Set(ioauths.flatMap(({ utxos }) => utxos.map(outpointKey)));
  const destinationScript = scriptOfAddress(recording.destination, 'regtest');
  const known = new Set(
    ioauths
      .flatMap(({ coinjoinAddress, changeAddress }) => [coinjoinAddress, changeAddress])
      .map((address) => toHex(scriptOfAddress(address, 'regtest'))),
  ).add(toHex(destinationScript));
  return {
    coins: [...coins]
      .filter(([key]) => !foreign.has(key))
      .map(([, coin]) => ({
        ...coin,
        path: pathOf(wallet, coin.scriptPubKey),
        frozen: false,
        locktime: null,
      })),
    destinationScript,
    changeScript: parsed.outputs.find(({ script }) => !known.has(toHex(script)))?.script ?? null,
  };
}

/** What the round is played with: amount, makers, proof and keys are those of the recorded `fill` and `auth`. */
export function termsOf(
  recording: Recording,
  taker: Nick,
  minimumMakers: number,
  side: TakerSide,
): RoundTerms {
  const mine = recording.said.filter(({ from }) => from === taker);
  const fills = mine.flatMap((said) =>
    said.command?.command === 'fill' ? [{ said, fill: said.command }] : [],
  );
  const [first] = fills;
  const auth = mine.map(({ command }) => command).find((command) => command?.command === 'auth');
  if (first === undefined || auth === undefined) throw new Error('the recorded taker asked nobody');
  return {
    network: 'regtest',
    amount: first.fill.amount,
    makers: fills.map(({ said, fill }) => candidateOf(recording, said, fill)),
    takerKey: first.fill.takerKey,
    podle: podleOf(first.fill, auth),
    minimumMakers,
    maxCoinsPerMaker: 15,
    makerTimeoutSeconds: 60,
    ownCoins: new Set(side.coins.map(outpointKey)),
    ownScripts: new Set(
      [side.destinationScript, side.changeScript].flatMap((script) =>
        script === null ? [] : [toHex(script)],
      ),
    ),
  };
}

function podleOf({ commitment }: FillCommand, { revelation }: AuthCommand): RoundTerms['podle'] {
  return { commitment, revelation };
}

function candidateOf(recording: Recording, { to }: Said, fill: FillCommand): RoundTerms['makers'][number] {
  for (const { from, command } of recording.said) {
    if (from !== to || command?.command !== 'offers') continue;
    const offer = command.offers.find(({ oid }) => oid === fill.oid);
    if (offer === undefined) continue;
    const fee = coinjoinFee(offer, fill.amount);
    return { maker: from, offer, bondValue: 0, fee, netFee: fee - offer.txfee };
  }
  throw new Error(`${to} made no offer ${fill.oid}`);
}
