import test, { type ExecutionContext } from 'ava';
import { sats } from '../../../../shared/bitcoin/amount.ts';
import { exitCodeOf, reportFailure } from '../../../../vm-wallet/cli/failure.ts';
import { createTerminal } from '../../../../vm-wallet/cli/terminal.ts';
import { PlanError } from '../../../../vm-wallet/runtime/plan-error.ts';
import { preflight } from '../../../../vm-wallet/runtime/preflight.ts';
import { PreflightError } from '../../../../vm-wallet/runtime/preflight-error.ts';
import { openTestWallet, paidTo } from '../../../fixtures/wallet-context.ts';

/** What a program reads of an error. */
function reported(error: unknown): Record<string, unknown> {
  const out: string[] = [];
  const streams = { out: { write: (text: string) => out.push(text) }, err: { write: () => true } };
  reportFailure(createTerminal(streams, { json: true, colour: false }), error);
  return JSON.parse(out.join('')) as Record<string, unknown>;
}

async function ineligible(t: ExecutionContext): Promise<PreflightError> {
  const { context } = await openTestWallet(t, [paidTo('0/0/0', 10_000, { height: 1, frozen: true })]);
  const found = preflight(context, { amount: sats(50_000n), mixdepth: 0, podle: 'any' });
  if (!(found.problem instanceof PlanError)) throw new Error('the wallet can start');
  return new PreflightError(found, found.problem);
}

test('an ineligible wallet is one JSON value: the error, and why each coin can not be used', async (t) => {
  const error = await ineligible(t);
  const data = reported(error);
  t.like(data, { ready: false, problem: 'coinjoin-not-enough-coins', spendable: 0 });
  t.like((data['coins'] as object[])[0], { value: 10_000, confirmations: 3, held: 'frozen' });
  t.like(data['error'], { code: 'coinjoin-not-enough-coins' });
  t.is(exitCodeOf(error), 1);
});

test('another error carries no coins', (t) => {
  t.deepEqual(reported(new PlanError('coinjoin-no-commitment', 'none', { cure: 'wait' })), {
    error: { code: 'coinjoin-no-commitment', message: 'none', cure: 'wait' },
  });
});
