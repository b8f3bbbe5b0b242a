import test, { type ExecutionContext } from 'ava';
import { json } from '../../scripts/regtest/pit.ts';
import type { Running } from '../../scripts/regtest/processes.ts';
import { join, joined, makersOf, onionSection, PATIENT } from '../fixtures/channels.ts';
import { fundedMachine, usePit } from '../fixtures/pit.ts';
import { TrustingDirectory } from '../fixtures/trusting-directory.ts';

const pit = usePit(test);

const CONFIG = PATIENT.replace('maker_timeout_sec = 30', 'maker_timeout_sec = 8').replace(
  'orderbook_min_wait = 6',
  'orderbook_min_wait = 3',
);

interface Market {
  readonly messaging: string;
  readonly directory: TrustingDirectory;
  readonly nicks: readonly string[];
  /** Starts a CoinJoin of a taker that has its own coins. */
  readonly take: (makers: number) => Running;
}

/** Makers and a taker behind a directory that keeps back what a test wants. */
async function market(t: ExecutionContext, name: string, count = 3): Promise<Market> {
  const directory = await TrustingDirectory.listen();
  t.teardown(() => {
    directory.close();
  });
  const messaging = onionSection(directory.address);
  const makers = await makersOf(
    t,
    pit(),
    name,
    Array.from({ length: count }, () => messaging),
  );
  const coins = [20_000_000n, 20_000_000n, 20_000_000n];
  const taker = await fundedMachine(pit(), `${name}-taker`, coins, { config: CONFIG, messaging });
  return {
    messaging,
    directory,
    nicks: makers.map(({ nick }) => nick),
    take: (count) => taker.startWallet(join(count)),
  };
}

/** Who is out, by nick, with the reason that the taker told. */
function outIn({ notes }: Running): readonly string[] {
  return notes.flatMap((note) => / (J\w+: is out: .*)$/u.exec(note)?.[1] ?? []);
}

test.serial('a maker that `fill` does not reach is replaced, and the round is made', async (t) => {
  const { directory, nicks, take } = await market(t, 'deaf');
  let deaf = '';
  directory.judge = (to, message) => {
    if (!message.startsWith('!fill ')) return 'relay';
    if (deaf === '') deaf = to;
    return to === deaf ? 'keep back' : 'relay';
  };
  const running = take(2);
  const { makers } = await joined(running);
  t.deepEqual(makers.toSorted(), nicks.filter((nick) => nick !== deaf).toSorted());
  t.deepEqual(outIn(running), [`${deaf}: is out: no answer to fill`]);
});

test.serial(
  'a maker that never answers `auth` is replaced, with another commitment where it told of ours',
  async (t) => {
    const { directory, nicks, take } = await market(t, 'shy');
    let shy = '';
    directory.judge = (_to, message, from) => {
      if (!message.startsWith('!ioauth ')) return 'relay';
      if (shy === '') shy = from;
      return from === shy ? 'keep back' : 'relay';
    };
    const running = take(2);
    const { makers } = await joined(running);
    t.deepEqual(makers.toSorted(), nicks.filter((nick) => nick !== shy).toSorted());
    const [first, ...others] = outIn(running);
    t.is(first, `${shy}: is out: no answer to auth`);
    // It had the proof, and passed our commitment on.
    t.true(others.every((reason) => reason.includes('Commitment is blacklisted')));
  },
);

test.serial('when one maker does not sign, those that did are asked again without it', async (t) => {
  const { directory, nicks, take } = await market(t, 'mute');
  let mute = '';
  const signed = new Set<string>();
  directory.judge = (_to, message, from) => {
    if (!message.startsWith('!sig ')) return 'relay';
    if (mute === '') mute = from;
    if (from === mute) return 'keep back';
    signed.add(from);
    return 'relay';
  };
  const running = take(3);
  const { makers, equalOutputs } = await joined(running);
  t.deepEqual(makers.toSorted(), nicks.filter((nick) => nick !== mute).toSorted());
  t.deepEqual([...signed].toSorted(), makers.toSorted());
  t.is(equalOutputs, 3);
});

test.serial('a bonded maker that did not sign is passed over in the next round', async (t) => {
  const { directory, messaging, nicks, take } = await market(t, 'grudge', 2);
  const bonded = await fundedMachine(pit(), 'grudge-bonded', [50_000_000n, 50_000_000n, 50_000_000n], {
    messaging,
  });
  const until = `${new Date().getUTCFullYear() + 4}-01`;
  const { address } = await json<{ address: string }>(
    bonded.wallet('--json', '--yes', 'bond', 'create', '--until', until),
  );
  await json(bonded.wallet('--json', '--yes', 'bond', 'fund', address, '0.4btc', '--fee-rate', '3'));
  await pit().node.mine(6);
  const maker = bonded.startWallet(['--json', 'maker']);
  t.teardown(() => maker.stop());
  const ready = await maker.waitForLine((line) => line.includes('"ready"'), 'its offers stood');
  const { nick } = JSON.parse(ready) as { readonly nick: string };
  directory.judge = (_to, message, from) =>
    from === nick && message.startsWith('!sig ') ? 'keep back' : 'relay';
  t.deepEqual((await joined(take(3))).makers.toSorted(), nicks.toSorted());
  await pit().node.mine(6);

  // A bond is picked seven times of eight, and for each of two places.
  directory.judge = () => 'relay';
  const again = take(2);
  t.deepEqual((await joined(again)).makers.toSorted(), nicks.toSorted());
  t.true(again.notes.some((note) => / 3 makers offer$/u.test(note)));
});
