import { estimateSize, estimateVsize, feeFor } from '../../../shared/bitcoin/size.ts';
import { compare, listOf, outcome, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

const ABSURD_FEE_PER_KB = 350_000;
const RATES = [1000, 3000, 12_345];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'sizes')) {
    const ins = recorded['ins'] as string[];
    const outs = recorded['outs'] as string[];
    const name = `${ins.join(' ')} to ${outs.join(' ')}`;
    const size = estimateSize(ins, outs);
    const expected = recorded['size'];
    // Without segwit inputs the reference gives one number.
    const actual =
      typeof expected === 'number' ? size.base : { witness: size.witness, non_witness: size.base };
    yield compare(name, actual, expected);
    for (const rate of RATES) {
      const fee = recorded[`fee_at_${rate}_sat_per_kvb`];
      yield compare(`${name} at ${rate}`, Number(feeFor(estimateVsize(ins, outs), rate)), fee);
    }
  }
  for (const recorded of listOf(file, 'fees')) yield* checkFee(recorded);
  for (const recorded of listOf(file, 'errors')) {
    const rate = Number(recorded['fee_per_kb']);
    const refused =
      rate > ABSURD_FEE_PER_KB ||
      outcome(() => estimateSize(recorded['ins'] as string[], recorded['outs'] as string[])) === 'refused';
    yield compare(JSON.stringify(recorded['result']).slice(0, 60), refused, true);
  }
}

function* checkFee(recorded: Recorded): Iterable<CaseResult> {
  const repeat = (count: unknown, type: string): string[] =>
    Array.from({ length: Number(count) }, () => type);
  const type = textOf(recorded, 'txtype');
  const outtype = recorded['outtype'] === null ? type : textOf(recorded, 'outtype');
  const rate = Number(recorded['fee_per_kb']);
  const vsize = estimateVsize(repeat(recorded['ins'], type), repeat(recorded['outs'], outtype));
  const name = `${textOf(recorded, 'ins')} ${type} to ${textOf(recorded, 'outs')} ${outtype} at ${rate}`;
  yield compare(name, Number(feeFor(vsize, rate)), recorded['fee']);
  const { base, witness } = estimateSize(repeat(recorded['ins'], type), repeat(recorded['outs'], outtype));
  const extended = Math.ceil(base + 50 + witness / 4);
  yield compare(
    `${name} with 50 bytes more`,
    Number(feeFor(extended, rate)),
    recorded['with_extra_bytes_50'],
  );
}
