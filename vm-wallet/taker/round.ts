import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { BoxPublicKey, Nick, PrivateCommand } from '../../shared/jm/command.ts';
import { encodeCommand, fitsOnTheWire } from '../../shared/jm/private-command.ts';
import { parseSignature, witnessFor, type InputWitness } from '../coinjoin/input-witness.ts';
import type { ReadyMaker, UnsignedJoin } from '../coinjoin/join.ts';
import { checkIoauthCoins, checkIoauthForm } from './check-ioauth.ts';
import type {
  MakerProgress,
  MakerTable,
  RoundEffect,
  RoundEvent,
  RoundFailure,
  RoundState,
  RoundTerms,
} from './round-types.ts';

/** A state and what has to be done for it. */
export interface RoundStep {
  readonly state: RoundState;
  readonly effects: readonly RoundEffect[];
}

/** The state before anybody was asked. */
export function initialRound(terms: RoundTerms): RoundState {
  return { phase: 'gathering', makers: new Map(terms.makers.map(({ maker }) => [maker, { step: 'asked' }])) };
}

/** The box key of a counterparty of this round, for the session to seal and open with. */
export function counterpartyKey(state: RoundState, nick: Nick): BoxPublicKey | null {
  const progress = state.makers.get(nick);
  return progress === undefined || progress.step === 'asked' ? null : progress.makerKey;
}

/**
 * The taker's side of one attempt at a CoinJoin (protocol/coinjoin.md §2), pure: fill, auth, ioauth, tx, sig. A message that
 * does not fit the state changes nothing.
 */
export function stepRound(state: RoundState, event: RoundEvent, terms: RoundTerms): RoundStep {
  if (event.event === 'cancel') return fail(state, 'cancelled');
  switch (state.phase) {
    case 'gathering':
      return gather(state, event, terms);
    case 'building':
      if (event.event === 'built') return sendTransaction(state.makers, event.join, terms);
      if (event.event === 'cannot-build') return fail(state, 'cannot-build', event.reason);
      return stay(state);
    case 'signing':
      return sign(state, event);
    case 'complete':
    case 'failed':
      return stay(state);
  }
}

type Gathering = Extract<RoundState, { phase: 'gathering' }>;
type Signing = Extract<RoundState, { phase: 'signing' }>;

function gather(state: Gathering, event: RoundEvent, terms: RoundTerms): RoundStep {
  switch (event.event) {
    case 'start':
      return {
        state,
        effects: [
          ...terms.makers.map(({ maker, offer }): RoundEffect => ({
            effect: 'send',
            to: maker,
            command: {
              command: 'fill',
              oid: offer.oid,
              amount: terms.amount,
              takerKey: terms.takerKey,
              commitment: terms.podle.commitment,
            },
          })),
          { effect: 'timer', timer: 'gather', seconds: terms.makerTimeoutSeconds },
        ],
      };
    case 'message':
      return gatherMessage(state, event.from, event.command, terms);
    case 'coins':
      return judgeCoins(state, event.nick, event.coins, terms);
    case 'left':
      if (state.makers.get(event.nick)?.step === 'failed') return stay(state);
      return proceed(withMaker(state, event.nick, failed(state, event.nick, 'it left')), terms, []);
    case 'timeout':
      return event.timer === 'gather' ? closeGathering(state, terms) : stay(state);
    case 'built':
    case 'cannot-build':
    case 'cancel':
      return stay(state);
  }
}

function gatherMessage(state: Gathering, from: Nick, command: PrivateCommand, terms: RoundTerms): RoundStep {
  const progress = state.makers.get(from);
  if (progress === undefined || progress.step === 'failed') return stay(state);
  if (command.command === 'error') {
    return proceed(withMaker(state, from, failed(state, from, `it answered "${command.text}"`)), terms, []);
  }
  if (command.command === 'pubkey' && progress.step === 'asked') {
    return {
      state: withMaker(state, from, { step: 'authorised', makerKey: command.makerKey }),
      effects: [
        { effect: 'send', to: from, command: { command: 'auth', revelation: terms.podle.revelation } },
        { effect: 'report', nick: from, text: 'answered; our coin was proven to it' },
      ],
    };
  }
  if (command.command !== 'ioauth' || progress.step !== 'authorised') return stay(state);
  const form = checkIoauthForm(command, {
    ...terms,
    makerKey: progress.makerKey,
    maxCoins: terms.maxCoinsPerMaker,
    ...taken(state, terms),
  });
  if (!form.ok) return proceed(withMaker(state, from, failed(state, from, form.error)), terms, []);
  return {
    state: withMaker(state, from, {
      step: 'checking',
      makerKey: progress.makerKey,
      command,
      scripts: form.value,
    }),
    effects: [
      { effect: 'look-up', nick: from, coins: command.utxos },
      {
        effect: 'report',
        nick: from,
        text: `offers ${command.utxos.length} coin(s); checking them on our chain`,
      },
    ],
  };
}

function judgeCoins(
  state: Gathering,
  nick: Nick,
  coins: Extract<RoundEvent, { event: 'coins' }>['coins'],
  terms: RoundTerms,
): RoundStep {
  const progress = state.makers.get(nick);
  const chosen = terms.makers.find((candidate) => candidate.maker === nick);
  if (progress?.step !== 'checking' || chosen === undefined) return stay(state);
  const { command, scripts, makerKey } = progress;
  // Another maker may have shown the same coin or address while this one was looked up.
  const again = checkIoauthForm(command, {
    ...terms,
    makerKey,
    maxCoins: terms.maxCoinsPerMaker,
    ...taken(state, terms),
  });
  const judged = again.ok ? checkIoauthCoins(command, scripts, coins, chosen, terms.amount) : again;
  if (!judged.ok) return proceed(withMaker(state, nick, failed(state, nick, judged.error)), terms, []);
  return proceed(withMaker(state, nick, { step: 'ready', makerKey, maker: judged.value }), terms, [
    { effect: 'report', nick, text: 'its coins, key and change hold' },
  ]);
}

/** Goes on as soon as no maker is pending any more. */
function proceed(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  const pending = [...state.makers.values()].some(({ step }) => step !== 'ready' && step !== 'failed');
  if (pending) return { state, effects };
  const next = closeGathering(state, terms);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

function closeGathering(state: Gathering, terms: RoundTerms): RoundStep {
  const makers = new Map(
    [...state.makers].map(([nick, progress]): [Nick, MakerProgress] => [
      nick,
      progress.step === 'ready' || progress.step === 'failed'
        ? progress
        : failed(state, nick, progress.step === 'asked' ? 'no answer to fill' : 'no answer to auth'),
    ]),
  );
  const ready = readyMakers(makers);
  if (ready.length < terms.minimumMakers) return fail({ phase: 'gathering', makers }, 'too-few-makers');
  return { state: { phase: 'building', makers, ready }, effects: [{ effect: 'build', makers: ready }] };
}

function sendTransaction(makers: MakerTable, join: UnsignedJoin, terms: RoundTerms): RoundStep {
  const command = { command: 'tx', transaction: join.raw } as const;
  if (!fitsOnTheWire(encodeCommand(command))) {
    return fail(
      { phase: 'building', makers, ready: join.makers },
      'cannot-build',
      'the transaction is too large to send',
    );
  }
  return {
    state: { phase: 'signing', makers, join, witnesses: new Map() },
    effects: [
      ...join.makers.map(({ nick }): RoundEffect => ({ effect: 'send', to: nick, command })),
      { effect: 'timer', timer: 'sign', seconds: terms.makerTimeoutSeconds },
    ],
  };
}

function sign(state: Signing, event: RoundEvent): RoundStep {
  if (event.event === 'timeout' && event.timer === 'sign') return fail(state, 'missing-signatures');
  if (event.event !== 'message' || event.command.command !== 'sig') return stay(state);
  const { from } = event;
  const offered = parseSignature(event.command.signature);
  if (offered === null) return stay(state);
  // By trying, not by position: makers send their signatures in orders of their own.
  for (const [index, input] of state.join.inputs.entries()) {
    if (input.owner !== from || state.witnesses.has(index)) continue;
    const witness = witnessFor(state.join.raw, index, input, offered);
    if (witness === null) continue;
    return signed(state, from, new Map([...state.witnesses, [index, witness]]));
  }
  return stay(state);
}

function signed(state: Signing, from: Nick, witnesses: ReadonlyMap<number, InputWitness>): RoundStep {
  const owing = (nick: Nick): boolean =>
    state.join.inputs.some((input, index) => input.owner === nick && !witnesses.has(index));
  const report: readonly RoundEffect[] = owing(from)
    ? []
    : [{ effect: 'report', nick: from, text: 'signed; its signatures hold' }];
  if (state.join.makers.some(({ nick }) => owing(nick))) {
    return { state: { ...state, witnesses }, effects: report };
  }
  return { state: { ...state, phase: 'complete', witnesses }, effects: [...report, { effect: 'complete' }] };
}

function fail(state: RoundState, cause: RoundFailure['cause'], detail?: string): RoundStep {
  if (state.phase === 'complete' || state.phase === 'failed') return stay(state);
  const reasons = new Map<Nick, string>();
  const honest: Nick[] = [];
  for (const [nick, progress] of state.makers) {
    if (progress.step === 'failed') reasons.set(nick, progress.reason);
    else if (state.phase === 'signing' && owesSignatures(state, nick))
      reasons.set(nick, 'no valid signature in time');
    else honest.push(nick);
  }
  return {
    state: { phase: 'failed', makers: state.makers, failure: { cause, reasons, honest } },
    effects: detail === undefined ? [] : [{ effect: 'report', nick: null, text: detail }],
  };
}

function owesSignatures(state: Signing, nick: Nick): boolean {
  return state.join.inputs.some((input, index) => input.owner === nick && !state.witnesses.has(index));
}

function readyMakers(makers: MakerTable): ReadyMaker[] {
  return [...makers.values()].flatMap((progress) => (progress.step === 'ready' ? [progress.maker] : []));
}

function taken(
  state: Gathering,
  terms: RoundTerms,
): Pick<Parameters<typeof checkIoauthForm>[1], 'takenCoins' | 'takenScripts'> {
  const ready = readyMakers(state.makers);
  return {
    takenCoins: new Set([...terms.ownCoins, ...ready.flatMap((maker) => maker.coins.map(outpointKey))]),
    takenScripts: new Set([
      ...terms.ownScripts,
      ...ready.flatMap((maker) => [toHex(maker.coinjoinScript), toHex(maker.changeScript)]),
    ]),
  };
}

function failed(state: RoundState, nick: Nick, reason: string): MakerProgress {
  return { step: 'failed', makerKey: counterpartyKey(state, nick), reason };
}

function withMaker(state: Gathering, nick: Nick, progress: MakerProgress): Gathering {
  return state.makers.has(nick) ? { ...state, makers: new Map([...state.makers, [nick, progress]]) } : state;
}

function stay(state: RoundState): RoundStep {
  return { state, effects: [] };
}
