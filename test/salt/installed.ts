import type { SerialFn, SkipFn, TestFn } from 'ava';
import { missingHere } from '../fixtures/missing-here.ts';
import { Qubes, saltMissing } from './qubes.ts';

/** What registers a test that needs Salt: one after another, since each keeps a core busy; skipped, with the reason, without Salt. */
export async function whereSaltIs(test: TestFn): Promise<SerialFn | SkipFn> {
  const missing = await saltMissing();
  if (missing === undefined) return test.serial;
  test('Salt is not there', (t) => {
    missingHere(t, `the tests of salt/: ${missing}`);
  });
  return test.serial.skip;
}

/** A freshly installed Qubes with the formula in dom0, for as long as `use` takes. */
export async function installed(
  pillar: Record<string, unknown>,
  use: (qubes: Qubes) => Promise<void>,
): Promise<void> {
  const qubes = await Qubes.install(pillar);
  try {
    await use(qubes);
  } finally {
    await qubes.remove();
  }
}
