import { outpointKey } from '../../shared/bitcoin/outpoint.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import type { Nick, PrivateCommand } from '../../shared/jm/command.ts';
import { checkIoauthCoins, checkIoauthForm } from './check-ioauth.ts';
import { fail, failed, readyMakers, stay, type RoundStep } from './round-step.ts';
import type { MakerProgress, RoundEffect, RoundEvent, RoundState, RoundTerms } from './round-types.ts';

type Gathering = Extract<RoundState, { phase: 'gathering' }>;

/** What happens until enough makers are ready: `fill` to all, then `auth` to all, then their coins are looked up. */
export function gather(state: Gathering, event: RoundEvent, terms: RoundTerms): RoundStep {
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
          { effect: 'timer', timer: 'fill', seconds: terms.makerTimeoutSeconds },
        ],
      };
    case 'message':
      return gatherMessage(state, event.from, event.command, terms);
    case 'coins':
      return judgeCoins(state, event.nick, event.coins, terms);
    case 'left':
      return drop(state, event.nick, 'it left', terms);
    case 'timeout':
      if (event.timer === 'fill') return closeAsking(state, terms);
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
  if (command.command === 'error') return drop(state, from, `it answered "${command.text}"`, terms);
  if (command.command === 'pubkey' && progress.step === 'asked') {
    return proceed(withMaker(state, from, { step: 'answered', makerKey: command.makerKey }), terms, []);
  }
  if (command.command !== 'ioauth' || progress.step !== 'authorised') return stay(state);
  const form = checkIoauthForm(command, {
    ...terms,
    makerKey: progress.makerKey,
    maxCoins: terms.maxCoinsPerMaker,
    ...taken(state, terms),
  });
  if (!form.ok) return drop(state, from, form.error, terms);
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
  if (!judged.ok) return drop(state, nick, judged.error, terms);
  return proceed(withMaker(state, nick, { step: 'ready', makerKey, maker: judged.value }), terms, [
    { effect: 'report', nick, text: 'its coins, key and change hold' },
  ]);
}

/** Goes on without a maker, and says why. */
function drop(state: Gathering, nick: Nick, reason: string, terms: RoundTerms): RoundStep {
  const progress = state.makers.get(nick);
  if (progress === undefined || progress.step === 'failed') return stay(state);
  return proceed(withMaker(state, nick, failed(state, nick, reason)), terms, [
    { effect: 'report', nick, text: `is out: ${reason}` },
  ]);
}

/** Goes on as soon as no maker is pending any more. */
function proceed(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  const steps = new Set([...state.makers.values()].map(({ step }) => step));
  if (steps.has('asked')) return { state, effects };
  if (steps.has('answered')) return authorise(state, terms, effects);
  if (steps.has('authorised') || steps.has('checking')) return { state, effects };
  const next = closeGathering(state, terms);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

/**
 * Proves our coin to all that answered, at once: a maker passes the commitment on, and whoever hears of it before our `fill` refuses
 * it. When too few are left nothing is proven; our store still counts the commitment as used, since it was reserved.
 */
function authorise(state: Gathering, terms: RoundTerms, effects: readonly RoundEffect[]): RoundStep {
  const answered = [...state.makers].flatMap(([nick, progress]) =>
    progress.step === 'answered' ? [[nick, progress.makerKey] as const] : [],
  );
  if (answered.length < terms.minimumMakers) {
    const none = fail(state, 'too-few-makers');
    return { state: none.state, effects: [...effects, ...none.effects] };
  }
  const makers = new Map<Nick, MakerProgress>([
    ...state.makers,
    ...answered.map(([nick, makerKey]) => [nick, { step: 'authorised', makerKey }] as const),
  ]);
  return {
    state: { ...state, makers },
    effects: [
      ...effects,
      ...answered.flatMap(([nick]): RoundEffect[] => [
        { effect: 'send', to: nick, command: { command: 'auth', revelation: terms.podle.revelation } },
        { effect: 'report', nick, text: 'answered; our coin was proven to it' },
      ]),
      { effect: 'timer', timer: 'gather', seconds: terms.makerTimeoutSeconds },
    ],
  };
}

function closeAsking(state: Gathering, terms: RoundTerms): RoundStep {
  const silent = [...state.makers].filter(([, { step }]) => step === 'asked').map(([nick]) => nick);
  if (silent.length === 0) return stay(state);
  const reason = 'no answer to fill';
  const makers = new Map<Nick, MakerProgress>([
    ...state.makers,
    ...silent.map((nick) => [nick, failed(state, nick, reason)] as const),
  ]);
  return proceed(
    { ...state, makers },
    terms,
    silent.map((nick) => ({ effect: 'report', nick, text: `is out: ${reason}` })),
  );
}

function closeGathering(state: Gathering, terms: RoundTerms): RoundStep {
  const makers = new Map(
    [...state.makers].map(([nick, progress]): [Nick, MakerProgress] => [
      nick,
      progress.step === 'ready' || progress.step === 'failed'
        ? progress
        : failed(state, nick, 'no answer to auth'),
    ]),
  );
  const silent = [...makers].flatMap(([nick, progress]): RoundEffect[] =>
    progress.step === 'failed' && state.makers.get(nick)?.step !== 'failed'
      ? [{ effect: 'report', nick, text: `is out: ${progress.reason}` }]
      : [],
  );
  const ready = readyMakers(makers);
  if (ready.length < terms.minimumMakers) {
    const none = fail({ phase: 'gathering', makers }, 'too-few-makers');
    return { state: none.state, effects: [...silent, ...none.effects] };
  }
  const effects: readonly RoundEffect[] = [...silent, { effect: 'build', makers: ready }];
  return { state: { phase: 'building', makers, ready }, effects };
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
