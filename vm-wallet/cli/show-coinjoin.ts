import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { addressOfScript } from '../../shared/bitcoin/address.ts';
import { parseTransaction } from '../../shared/bitcoin/transaction.ts';
import { equalBytes } from '../../shared/crypto/bytes.ts';
import { costOf, finalCost, type JoinCost } from '../coinjoin/cost.ts';
import type { UnsignedJoin } from '../coinjoin/join.ts';
import type { CoinjoinPlan, CoinjoinRequest } from '../runtime/coinjoin-plan.ts';
import { ownsScript, type WalletContext } from '../runtime/context.ts';
import { drawTransaction } from './draw-transaction.ts';
import { amountText, type Terminal } from './terminal.ts';

/** Above this share of the amount there is a warning (protocol/coinjoin.md §3.4), in percent. */
const DEAR_PERCENT = 2;

/** What a CoinJoin will do and cost as far as it is known before any maker was asked. */
export function planLines(
  { paint }: Pick<Terminal, 'paint'>,
  plan: CoinjoinPlan,
  { destination }: Pick<CoinjoinRequest, 'destination'>,
): string[] {
  const { makers, spares, amount, coinjoinFees, maxCoinjoinFees, estimatedMinerFee } = plan;
  const cost = costOf(coinjoinFees, coinjoinFees + estimatedMinerFee, amount);
  return [
    `Mixing ${amountText(amount)} to ${destination} with ${makers.length} makers:`,
    ...makers.map(({ maker, offer, fee, bondValue }) => {
      const bond = bondValue > 0 ? `, bond ${bondValue.toExponential(2)}` : '';
      return `  ${maker}  ${offer.type}  asks ${fee} sat${bond}`;
    }),
    `  makers ask ${coinjoinFees} sat, the miner fee will be about ${estimatedMinerFee} sat: ` +
      `about ${cost.total} sat (${percentText(cost)})`,
    ...(spares.length > 0 && maxCoinjoinFees > coinjoinFees
      ? [
          `  ${spares.length} others may replace makers that fail; then all of them ask ${maxCoinjoinFees} sat at most`,
        ]
      : []),
    `  proof that we are serious: ${podleText(plan)}`,
    ...warning(paint, cost),
  ];
}

/** What the transaction costs, to the sat, right before it is signed. */
export function costLines(
  { paint }: Pick<Terminal, 'paint'>,
  join: UnsignedJoin,
  destination: string,
): string[] {
  const cost = finalCost(join);
  const others = cost.minerFee - cost.miner;
  return [
    `  ${amountText(join.amount)} to ${destination} with ${join.makers.length} makers`,
    `  makers ${cost.makers} sat + miner ${cost.miner} sat = ${cost.total} sat (${percentText(cost)})`,
    `  the miner gets ${cost.minerFee} sat${others > 0n ? `, ${others} of them from makers` : ''}: ` +
      `${cost.satsPerVbyte.toFixed(2)} sat/vB for ${cost.vsize} vB`,
    ...warning(paint, cost),
  ];
}

/** How many outputs are worth the amount. */
export function equalOutputs(join: UnsignedJoin): number {
  return parseTransaction(join.raw).outputs.filter(({ value }) => value === join.amount).length;
}

function podleText({ podle }: CoinjoinPlan): string {
  return podle.outcome === 'external'
    ? `use ${podle.index + 1} of ${podle.outpoint}, a coin of another wallet`
    : `use ${podle.index + 1} of ${outpointKey(podle.coin)}`;
}

function percentText({ percent }: JoinCost): string {
  return `${percent.toFixed(3)} %`;
}

function warning(paint: Terminal['paint'], { percent }: JoinCost): string[] {
  return percent > DEAR_PERCENT
    ? [paint('yellow', `  This is more than ${DEAR_PERCENT} % of the amount.`)]
    : [];
}

/** The transaction as it will be signed. */
export function joinDrawing(
  terminal: Pick<Terminal, 'paint'>,
  wallet: WalletContext,
  join: UnsignedJoin,
): string[] {
  const { outputs } = parseTransaction(join.raw);
  const makerOf = (script: Uint8Array): string =>
    join.makers.find(
      (maker) => equalBytes(maker.coinjoinScript, script) || equalBytes(maker.changeScript, script),
    )?.nick ?? '';
  return drawTransaction(terminal, {
    inputs: join.inputs.map((input) => ({
      value: input.value,
      text: outpointKey(input),
      owner: input.owner ?? 'you',
    })),
    outputs: outputs.map(({ value, script }) => ({
      value,
      text: addressOfScript(script, wallet.store.state.network),
      owner: ownsScript(wallet, script) ? 'you' : makerOf(script),
    })),
  });
}
