import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Nick, PrivateCommand } from '../../shared/jm/command.ts';
import { isLowOrder } from '../../shared/jm/box.ts';
import type { Podle } from '../../shared/jm/podle/create.ts';
import { askAgain, askSpares, fills, inPlay, isCommitmentBurnt, type Gathering } from './ask.ts';
import { checkIoauthCoins, checkIoauthForm } from './check-ioauth.ts';
import { fail, failed, readyMakers, stay, type RoundStep } from './round-step.ts';
import type { Fault, MakerProgress, RoundEffect, RoundEvent, RoundTerms } from './round-types.ts';

/** What happens until enough makers are ready: `fill` to all, then `auth` to all, then their coins are looked up. */
export function gather(state: Gathering, event: RoundEvent, terms: RoundTerms): RoundStep {
  switch (event.event) {
    case 'start':
      return { state, effects: fills(terms.makers, terms.podle, terms) };
    case 'message':
      return gatherMessage(state, event.from, event.command, terms);
    case 'coins':
      return judgeCoins(state, event.nick, event.coins, terms);
    case 'left':
      return drop(state, event.nick, 'it left', 'left', terms);
    case 'committed':
      return commit(state, event.podle, terms);
    case 'timeout':
      if (event.timer === 'fill') return dropSilent(state, ['asked'], 'no answer to fill', terms);
      if (event.timer === 'gather')
        return dropSilent(state, ['authorised', 'checking'], 'no answer to auth', terms);
      return stay(state);
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
    // The substring that joinmarket-ng searches for, too (protocol/messages.md §4.2).
    const isBurnt = progress.step === 'asked' && /blacklist/iu.test(command.text);
    return drop(state, from, `it answered "${command.text}"`, isBurnt ? 'blacklisted' : 'declined', terms);
  }
  if (command.command === 'pubkey' && progress.step === 'asked') {
    if (isLowOrder(command.makerKey))
      return drop(state, from, 'nothing can be encrypted to its key', 'broke-rule', terms);
    const { podle } = progress;
    return proceed(
      withMaker(state, from, { step: 'answered', makerKey: command.makerKey, podle }),
      terms,
      [],
    );
  }
  if (command.command !== 'ioauth' || progress.step !== 'authorised') return stay(state);
  const form = checkIoauthForm(command, {
    ...terms,
    makerKey: progress.makerKey,
    maxCoins: terms.maxCoinsPerMaker,
    ...taken(state, terms),
  });
  if (!form.ok) return drop(state, from, form.error, 'broke-rule', terms);
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
  const chosen = inPlay(state, terms).find((candidate) => candidate.maker === nick);
  if (progress?.step !== 'checking' || chosen === undefined) return stay(state);
  const { command, scripts, makerKey } = progress;
  // Another maker may have shown the same coin or address while this one was looked up.
  const again = checkIoauthForm(command, {
    ...terms,
    makerKey,
    maxCoins: terms.maxCoinsPerMaker,
    ...taken(state, terms),
  });
  const judged = again.ok ? checkIoauthCoins(command, scripts, coins, chosen, terms) : again;
  if (!judged.ok) return drop(state, nick, judged.error, 'broke-rule', terms);
  return proceed(withMaker(state, nick, { step: 'ready', makerKey, maker: judged.value }), terms, [
    { effect: 'report', nick, text: 'its coins, key and change hold' },
  ]);
}

/** Goes on without a maker, and says why. */
function drop(state: Gathering, nick: Nick, reason: string, fault: Fault, terms: RoundTerms): RoundStep {
  const progress = state.makers.get(nick);
  if (progress === undefined || progress.step === 'failed') return stay(state);
  return proceed(withMaker(state, nick, failed(state, nick, reason, fault)), terms, [
    { effect: 'report', nick, text: `is out: ${reason}` },
  ]);
}

/** The next commitment is on disk: whom the last one kept away is asked again. Without one, others are. */
function commit(state: Gathering, podle: Podle | null, terms: RoundTerms): RoundStep {
  if (!state.search.committing) return stay(state);
  if (podle !== null) return askAgain(state, podle, terms);
  const search = { ...state.search, asked: [], committing: false };
  const next = askSpares({ ...state, search }, terms);
  return next ?? proceed({ ...state, search }, terms, []);
}

/** Goes on as soon as no maker is pending any more. */
function proceed(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  const steps = new Set([...state.makers.values()].map(({ step }) => step));
  if (steps.has('asked') || state.search.committing) return { state, effects };
  if (state.search.asked.length > 0) return judgeAnswers(state, terms, effects);
  if (steps.has('answered')) return authorise(state, terms, effects);
  if (steps.has('authorised') || steps.has('checking')) return { state, effects };
  return after(effects, closeGathering(state, terms));
}

/** All that were asked have answered, or their time is over: a burnt commitment is replaced, and then makers are. */
function judgeAnswers(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  if (isCommitmentBurnt(state)) {
    return {
      state: { ...state, search: { ...state.search, committing: true } },
      effects: [
        ...effects,
        { effect: 'report', nick: null, text: 'our commitment is blacklisted; taking another one' },
        { effect: 'commit' },
      ],
    };
  }
  const next = askSpares(state, terms);
  if (next !== null) return after(effects, next);
  return proceed({ ...state, search: { ...state.search, asked: [] } }, terms, effects);
}

/**
 * Proves our coin to all that answered, at once: a maker passes the commitment on, and whoever hears of it before our `fill` refuses
 * it. When too few are left nothing is proven; our store still counts the commitment as used, since it was reserved.
 */
function authorise(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  if (inPlay(state, terms).length < terms.minimumMakers) return after(effects, fail(state, 'too-few-makers'));
  const answered = [...state.makers].flatMap(([nick, progress]) =>
    progress.step === 'answered' ? [{ nick, ...progress }] : [],
  );
  const makers = new Map<Nick, MakerProgress>([
    ...state.makers,
    ...answered.map(({ nick, makerKey }) => [nick, { step: 'authorised', makerKey }] as const),
  ]);
  const { search } = state;
  return {
    state: {
      ...state,
      makers,
      search: search.stage === 'fill' ? { ...search, stage: 'auth', passes: 0 } : search,
    },
    effects: [
      ...effects,
      ...answered.flatMap(({ nick, podle }): RoundEffect[] => [
        { effect: 'send', to: nick, command: { command: 'auth', revelation: podle.revelation } },
        { effect: 'report', nick, text: 'answered; our coin was proven to it' },
      ]),
      { effect: 'timer', timer: 'gather', seconds: terms.makerTimeoutSeconds },
    ],
  };
}

/** Nobody is pending any more: others are asked in place of those that fell out, or the transaction is built. */
function closeGathering(state: Gathering, terms: RoundTerms): RoundStep {
  const next = state.search.stage === 'auth' ? askSpares(state, terms) : null;
  if (next !== null) return next;
  const ready = readyMakers(state.makers);
  if (ready.length < terms.minimumMakers) return fail(state, 'too-few-makers');
  return {
    state: { phase: 'building', makers: state.makers, ready },
    effects: [{ effect: 'build', makers: ready }],
  };
}

/** Those at these steps have had their time. */
function dropSilent(
  state: Gathering,
  steps: readonly MakerProgress['step'][],
  reason: string,
  terms: RoundTerms,
): RoundStep {
  const silent = [...state.makers].filter(([, { step }]) => steps.includes(step)).map(([nick]) => nick);
  if (silent.length === 0) return stay(state);
  const makers = new Map<Nick, MakerProgress>([
    ...state.makers,
    ...silent.map((nick) => [nick, failed(state, nick, reason, 'silent')] as const),
  ]);
  return proceed(
    { ...state, makers },
    terms,
    silent.map((nick) => ({ effect: 'report', nick, text: `is out: ${reason}` })),
  );
}

function after(effects: readonly RoundEffect[], { state, effects: more }: RoundStep): RoundStep {
  return { state, effects: [...effects, ...more] };
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

function withMaker(state: Gathering, nick: Nick, progress: MakerProgress): Gathering {
  return state.makers.has(nick) ? { ...state, makers: new Map([...state.makers, [nick, progress]]) } : state;
}
