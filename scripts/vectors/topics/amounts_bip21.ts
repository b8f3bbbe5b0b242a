import { parseAmount } from '../../../vm-wallet/cli/amount.ts';
import { isPaymentLink, parsePaymentLink } from '../../../vm-wallet/cli/bip21.ts';
import { compare, listOf, outcome, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** The reference drops what is below a sat; we don't guess what was meant. */
const PARTS_OF_A_SAT = ['1.123sat', '1.12300000sat'];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'amount_to_sat')) {
    const input = textOf(recorded, 'input');
    const refused = typeof recorded['sat'] !== 'number' || PARTS_OF_A_SAT.includes(input);
    const expected = refused ? 'refused' : BigInt(textOf(recorded, 'sat'));
    yield compare(
      JSON.stringify(input),
      outcome(() => parseAmount(input)),
      expected,
    );
  }
  for (const recorded of listOf(file, 'bip21')) {
    const uri = textOf(recorded, 'uri');
    const decoded = recorded['decoded'] as Recorded;
    const expected = 'exception' in decoded ? 'refused' : decoded;
    yield compare(
      uri,
      outcome(() => decode(uri)),
      expected,
    );
    // We tell a payment link by its scheme alone, so that a broken one is not taken for an address.
    yield compare(
      `${uri} is a link`,
      isPaymentLink(uri),
      recorded['is_bip21'] === true || uri === 'bitcoin:',
    );
  }
}

/** The parts in the reference's form. */
function decode(uri: string): Recorded {
  const { address, amount, label, others } = parsePaymentLink(uri);
  return {
    address,
    ...(amount === null ? {} : { amount: Number(amount) }),
    ...(label === null ? {} : { label }),
    ...others,
  };
}
