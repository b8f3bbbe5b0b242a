import test from 'ava';
import {
  demandBond,
  keepBond,
  MakerError,
  type MakerBond,
} from '../../../../vm-wallet/runtime/maker-bond.ts';

const CHAIN = { coin: () => Promise.resolve(null) };

/** A bond with this trouble, which comes with the recheck or was there before. */
function bond(trouble: string | null, changes: Partial<MakerBond> = {}): MakerBond {
  return { proofFor: () => Promise.resolve('proof'), trouble: () => trouble, ...changes };
}

test('a bond without trouble, or none, stops nobody', async (t) => {
  let withdrawn = 0;
  for (const one of [null, bond(null)]) {
    t.notThrows(() => {
      demandBond(one);
    });
    await keepBond(one, CHAIN, () => Promise.resolve(void (withdrawn += 1)));
  }
  t.is(withdrawn, 0);
});

test('a bond that expired takes the offers back first, and then stops the maker with a cure', async (t) => {
  const steps: string[] = [];
  const expired = keepBond(bond('its certificate has expired'), CHAIN, () =>
    Promise.resolve(void steps.push('withdrawn')),
  );
  const error = await t.throwsAsync(expired, { instanceOf: MakerError, code: 'maker-bond-trouble' });
  t.deepEqual(steps, ['withdrawn']);
  t.regex(error.message, /can't be announced: its certificate has expired/u);
  t.regex(error.cure ?? '', /bond list/u);
});

test('the coin of a key elsewhere is looked after before the verdict', async (t) => {
  let gone: string | null = null;
  const cold = bond(null, {
    trouble: () => gone,
    recheck: () => {
      gone = 'its coin is gone';
      return Promise.resolve();
    },
  });
  await t.throwsAsync(
    keepBond(cold, CHAIN, () => Promise.resolve()),
    { message: /its coin is gone/u },
  );
});
