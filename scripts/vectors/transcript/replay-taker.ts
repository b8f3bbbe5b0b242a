import { sats, sumSats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey } from '../../../shared/bitcoin/outpoint.ts';
import { estimateVsize, feeFor } from '../../../shared/bitcoin/size.ts';
import { parseTransaction } from '../../../shared/bitcoin/transaction.ts';
import { toHex } from '../../../shared/crypto/bytes.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import type { Nick } from '../../../shared/jm/command.ts';
import { createPodle } from '../../../shared/jm/podle/create.ts';
import { buildJoin, sizeType } from '../../../vm-wallet/coinjoin/build.ts';
import { assemble, type InputWitness } from '../../../vm-wallet/coinjoin/input-witness.ts';
import type { ReadyMaker, TakerSide, UnsignedJoin } from '../../../vm-wallet/coinjoin/join.ts';
import type { Coin } from '../../../vm-wallet/coins/coin.ts';
import type { HdWallet } from '../../../vm-wallet/keys/hd-wallet.ts';
import { lendPrivateKey } from '../../../vm-wallet/keys/lend-key.ts';
import { permitTaker, signPermitted } from '../../../vm-wallet/rules/gate.ts';
import { counterpartyKey } from '../../../vm-wallet/taker/round-step.ts';
import { initialRound, stepRound } from '../../../vm-wallet/taker/round.ts';
import type {
  RoundEffect,
  RoundEvent,
  RoundState,
  RoundTerms,
} from '../../../vm-wallet/taker/round-types.ts';
import { compare } from '../compare.ts';
import type { CaseResult } from '../topic.ts';
import { recordedSigner } from './recorded-signer.ts';
import { makersInside, takerSide, termsOf } from './recorded-taker.ts';
import { pathOf, recordedJoin, type Recording } from './recording.ts';
import { Voice } from './voice.ts';

/**
 * Plays the taker of a recording with our own state machine, builder, rules and keys. What it says must be what was recorded; what
 * chance decided (the proof's nonce, the order of inputs and outputs, the fee rate) is taken from the recording.
 */
export function replayTaker(recording: Recording): Promise<readonly CaseResult[]> {
  return new TakerReplay(recording).run();
}

class TakerReplay {
  readonly #recording: Recording;
  readonly #join: ReturnType<typeof recordedJoin>;
  readonly #nick: Nick;
  readonly #wallet: HdWallet;
  readonly #voice: Voice;
  readonly #terms: RoundTerms;
  readonly #side: TakerSide & { readonly coins: readonly Coin[] };
  readonly #takesPart: ReadonlySet<Nick>;
  #state: RoundState;

  constructor(recording: Recording) {
    const nick = recording.nicks.get('taker');
    const wallet = recording.wallets.get('taker');
    if (nick === undefined || wallet === undefined) throw new Error('the recording has no taker');
    this.#recording = recording;
    this.#nick = nick;
    this.#wallet = wallet;
    this.#join = recordedJoin(recording);
    this.#takesPart = makersInside(recording, this.#join.coins);
    this.#side = takerSide(recording, wallet, this.#join);
    this.#terms = termsOf(recording, nick, this.#takesPart.size, this.#side);
    this.#state = initialRound(this.#terms);
    const own = recording.pairs.get(this.#terms.takerKey);
    this.#voice = new Voice(recording, nick, (peer) => {
      const theirs = counterpartyKey(this.#state, peer);
      return own === undefined || theirs === null ? null : { own, theirs };
    });
  }

  async run(): Promise<readonly CaseResult[]> {
    this.#checkCommitment();
    await this.#deliver({ event: 'start' });
    for (const said of this.#recording.said) {
      if (said.to !== this.#nick || said.command?.command === 'offers') continue;
      // A maker that answered after the taker had given up waiting.
      if (said.command?.command === 'ioauth' && !this.#takesPart.has(said.from)) {
        await this.#deliver({ event: 'timeout', timer: 'gather' });
      }
      const command = this.#voice.hear(said);
      if (command !== null) await this.#deliver({ event: 'message', from: said.from, command });
    }
    this.#voice.checkSilence(['fill', 'auth', 'tx']);
    return this.#voice.results;
  }

  /** Our own proof for the recorded coin: all of it but the two numbers that depend on the nonce. */
  #checkCommitment(): void {
    const { podle } = this.#terms;
    const { utxo, P, P2 } = podle.revelation;
    const coin = this.#join.coins.get(outpointKey(utxo));
    const { results } = this.#voice;
    if (coin === undefined) {
      results.push(compare('the commitment is to a coin of the transaction', 'no', 'yes'));
      return;
    }
    const path = pathOf(this.#wallet, coin.scriptPubKey);
    const opened = lendPrivateKey(this.#wallet, path, (privateKey) =>
      [0, 1, 2].map((index) => createPodle({ privateKey, utxo, index })),
    );
    const ours = opened.find(({ commitment }) => commitment === podle.commitment);
    results.push(compare('our commitment', [ours?.revelation.P, ours?.revelation.P2], [P, P2]));
  }

  async #deliver(event: RoundEvent): Promise<void> {
    const step = stepRound(this.#state, event, this.#terms);
    this.#state = step.state;
    for (const effect of step.effects) await this.#perform(effect);
  }

  async #perform(effect: RoundEffect): Promise<void> {
    switch (effect.effect) {
      case 'send':
        this.#voice.say(effect.to, effect.command);
        return;
      case 'look-up': {
        const coins = effect.coins.map((coin) => this.#join.coins.get(outpointKey(coin)) ?? null);
        await this.#deliver({ event: 'coins', nick: effect.nick, coins });
        return;
      }
      case 'build':
        await this.#deliver({ event: 'built', join: this.#build(effect.makers) });
        return;
      case 'complete':
        await this.#sign();
        return;
      case 'commit':
        this.#voice.results.push(compare('one commitment suffices', 'another one', 'one'));
        return;
      case 'timer':
      case 'report':
        return;
    }
  }

  /** Builds with our own builder, compares what is inside, and goes on with the recorded order. */
  #build(makers: readonly ReadyMaker[]): UnsignedJoin {
    const { parsed, unsigned, coins } = this.#join;
    const { results } = this.#voice;
    const { amount } = this.#terms;
    const paid =
      sumSats([...coins.values()].map(({ value }) => value)) -
      sumSats(parsed.outputs.map(({ value }) => value));
    const sweep = this.#side.changeScript === null;
    const vsize = estimateVsize(
      [...coins.values()].map(({ scriptPubKey }) => sizeType(scriptPubKey)),
      parsed.outputs.map(({ script }) => sizeType(script)),
    );
    const feeRate = Math.ceil((Number(paid) * 1000) / vsize);
    results.push(compare('the recorded fee is one of our rates', feeFor(vsize, feeRate), paid));
    const built = buildJoin({
      amount,
      taker: this.#side,
      makers,
      feeRate,
      sweepMinerFee: sweep ? paid : null,
      maxSweepFeeChange: 0.8,
      tipHeight: parsed.locktime,
      random: systemRandom,
    });
    if (!built.ok) throw new Error(`nothing was built: ${built.error}`);
    const ours = parseTransaction(built.value.raw);
    results.push(
      compare('our inputs', ours.inputs.map(inputText).sort(), parsed.inputs.map(inputText).sort()),
      compare('our outputs', ours.outputs.map(outputText).sort(), parsed.outputs.map(outputText).sort()),
      compare('our version', ours.version, parsed.version),
    );
    const owners = new Map(
      makers.flatMap((maker) => maker.coins.map((coin) => [outpointKey(coin), maker.nick])),
    );
    return {
      ...built.value,
      raw: unsigned,
      locktime: parsed.locktime,
      inputs: parsed.inputs.map((input) => {
        const coin = coins.get(outpointKey(input));
        if (coin === undefined) throw new Error('an input without a coin');
        return { ...coin, owner: owners.get(outpointKey(input)) ?? null };
      }),
    };
  }

  /** All rules, our own signatures last: the result is the recorded transaction. */
  async #sign(): Promise<void> {
    if (this.#state.phase !== 'complete') return;
    const { join, witnesses } = this.#state;
    const { amount, minimumMakers, maxCoinsPerMaker } = this.#terms;
    const granted = permitTaker(
      {
        join,
        witnesses,
        approved: {
          amount,
          destinationScript: this.#side.destinationScript,
          maxMinerFee: join.minerFee,
          maxFeePerMaker: join.makers.reduce((most, { fee }) => (fee > most ? fee : most), sats(0n)),
          maxTotalFee: sats(join.minerFee + join.coinjoinFees),
          minimumMakers,
          maxCoinsPerMaker,
        },
        ownCoins: new Map(this.#side.coins.map((coin) => [outpointKey(coin), coin.value])),
        isOwnScript: (script) => toHex(script) === toHex(this.#side.changeScript ?? new Uint8Array(0)),
        changeScript: this.#side.changeScript,
        tipHeight: join.locktime,
      },
      this.#side.coins,
    );
    const all = new Map<number, InputWitness>(witnesses);
    for (const { index, witness } of await signPermitted(granted, recordedSigner(this.#wallet)))
      all.set(index, witness);
    const raw = assemble(
      join.raw,
      join.inputs.map((_input, index) => all.get(index) ?? { scriptSig: new Uint8Array(0), witness: [] }),
    );
    this.#voice.results.push(compare('the signed transaction', toHex(raw), this.#recording.broadcast));
  }
}

function inputText(input: {
  readonly txid: string;
  readonly vout: number;
  readonly sequence: number;
}): string {
  return `${input.txid}:${input.vout} ${input.sequence}`;
}

function outputText(output: { readonly script: Uint8Array; readonly value: bigint }): string {
  return `${toHex(output.script)} ${output.value}`;
}
