import { fromHex } from '../../../shared/crypto/bytes.ts';
import { createPodle, createPodleWithNonce } from '../../../shared/jm/podle/create.ts';
import { formatRevelation, parseRevelation } from '../../../shared/jm/podle/revelation.ts';
import { verifyPodle } from '../../../shared/jm/podle/verify.ts';
import { parseCommitment } from '../../../shared/jm/private-command.ts';
import { parseUtxo } from '../../../shared/jm/utxo-reference.ts';
import { compare, listOf, outcome, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/** Forms that Python's int() and bytes.fromhex() take and the protocol page does not. */
const STRICTER = ['upper-case hex', 'index with plus sign', 'index with space', 'index 99999999999'];

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'generate')) {
    const name = `${textOf(recorded, 'utxo').slice(0, 12)} index ${textOf(recorded, 'index')}`;
    const utxo = parseUtxo(textOf(recorded, 'utxo'));
    if (utxo === null) {
      yield { name, ok: false, detail: 'the recorded coin does not parse' };
      continue;
    }
    const input = {
      privateKey: fromHex(textOf(recorded, 'privkey')),
      utxo,
      index: Number(recorded['index']),
    };
    const podle = createPodleWithNonce(input, fromHex(textOf(recorded, 'k')));
    const { P, P2, s, e } = recorded;
    yield compare(name, podle, { commitment: recorded['commitment'], revelation: { utxo, P, P2, s, e } });
    yield compare(
      `${name} commitment field`,
      `P${podle?.commitment ?? ''}`,
      recorded['fill_commitment_field'],
    );
    yield compare(
      `${name} revelation`,
      podle === null ? '' : formatRevelation(podle.revelation),
      recorded['revelation'],
    );
    const own = createPodle(input);
    const ranges = [1, 3, 10, 256].map((retries) => verifyPodle(own.revelation, own.commitment, retries).ok);
    yield compare(
      `${name} with our nonce`,
      [own.commitment, ranges],
      [recorded['commitment'], recorded['verify_index_range_1_3_10_256']],
    );
  }
  for (const recorded of listOf(file, 'verify_outcomes')) {
    yield compare(textOf(recorded, 'name'), verifies(recorded), recorded['result'] === true);
  }
  for (const recorded of listOf(file, 'deserialize_outcomes')) {
    const name = textOf(recorded, 'name');
    const parsed = parseRevelation(textOf(recorded, 'input'));
    const accepted = !('exception' in (recorded['result'] as Recorded)) && !STRICTER.includes(name);
    yield compare(`deserialize: ${name}`, parsed !== null, accepted);
  }
}

function verifies(recorded: Recorded): boolean {
  const commitment = parseCommitment(textOf(recorded, 'commitment'));
  const { P, P2, s, e } = recorded;
  const parsed = parseRevelation(`${'00'.repeat(32)}:0|${[P, P2, s, e].map(String).join('|')}`);
  if (commitment === null || parsed === null) return false;
  return outcome(() => verifyPodle(parsed, commitment, Number(recorded['index_range'])).ok) === true;
}
