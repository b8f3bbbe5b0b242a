import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { oldEntropyOf, oldWordsOf } from '../../../vm-wallet/import/old-mnemonic.ts';
import { entropyOf, wordsOf } from '../../../vm-wallet/keys/mnemonic.ts';
import { compare, listOf, outcome, textOf } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'bip39')) {
    const words = textOf(recorded, 'mnemonic');
    const expected = typeof recorded['entropy'] === 'string' ? recorded['entropy'] : 'refused';
    yield compare(
      words.trim().slice(0, 30),
      outcome(() => toHex(entropyOf(words))),
      expected,
    );
    if (expected !== 'refused') {
      const canonical = words.trim().toLowerCase().replace(/\s+/gu, ' ');
      yield compare(`${words.trim().slice(0, 30)} back`, wordsOf(fromHex(expected)), canonical);
    }
  }
  for (const recorded of listOf(file, 'old_electrum_style')) {
    const hex = textOf(recorded, 'hex');
    yield compare(`old ${hex}`, oldWordsOf(fromHex(hex)), recorded['words']);
    yield compare(`old ${hex} back`, toHex(oldEntropyOf(recorded['words'] as string[])), recorded['back']);
  }
}
