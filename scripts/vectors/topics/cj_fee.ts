import { sats } from '../../../shared/bitcoin/amount.ts';
import { coinjoinFee } from '../../../shared/jm/coinjoin-fee.ts';
import { isOfferType, parseDecimal, parseOffer } from '../../../shared/jm/offer.ts';
import { compare, listOf, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'fees')) {
    const type = textOf(recorded, 'ordertype');
    const text = textOf(recorded, 'cjfee');
    const amount = textOf(recorded, 'cj_amount');
    const name = `${type} ${text} of ${amount}`;
    const cjfee = parseDecimal(text);
    if (!isOfferType(type) || cjfee === null) {
      // Exponents, signs and the like: no maker sends them, and we take no such offer.
      yield compare(`${name} is refused`, parseDecimal(text), null);
      continue;
    }
    yield compare(name, coinjoinFee({ type, cjfee }, sats(BigInt(amount))), BigInt(textOf(recorded, 'fee')));
  }
  for (const recorded of listOf(file, 'errors')) {
    const type = textOf(recorded, 'ordertype');
    const fields = ['0', '100000', '200000', '0', textOf(recorded, 'cjfee')];
    const refused = !isOfferType(type) || parseOffer(type, fields).outcome !== 'offer';
    yield compare(`${type} ${textOf(recorded, 'cjfee')} is refused`, refused, true);
  }
}
