import { sats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex } from '../../../shared/crypto/bytes.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { createPodle } from '../../../shared/jm/podle/create.ts';
import { verifyPodle } from '../../../shared/jm/podle/verify.ts';
import { parseCommitment } from '../../../shared/jm/private-command.ts';
import { emptyState } from '../../../test/fixtures/memory-store.ts';
import type { Coin } from '../../../vm-wallet/coins/coin.ts';
import { findPodleSource } from '../../../vm-wallet/taker/podle-source.ts';
import { compare, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

interface Cases {
  readonly privkeys: readonly string[];
  readonly utxos: readonly string[];
  readonly max_tries: number;
  readonly successive_calls: readonly (Recorded | null)[];
  readonly external_privkey: string;
  readonly file_after_adding_external: string;
  readonly file_after_using_external: string;
  readonly external_used: { readonly utxo: string; readonly commitment: string };
}

interface CommitmentsFile {
  readonly used: readonly string[];
  readonly external: Readonly<Record<string, ExternalCoin>>;
}

interface ExternalCoin {
  readonly P: string;
  readonly reveal: Readonly<Record<string, { readonly P2: string; readonly s: string; readonly e: string }>>;
}

export function* check(file: unknown): Iterable<CaseResult> {
  const { cases } = file as { readonly cases: Cases };
  const used: string[] = [];
  for (const result of checkOrderOfUse(cases, used)) yield result;
  // We keep the used commitments in the wallet's state and take no external ones; their proofs must still be good.
  const added = JSON.parse(cases.file_after_adding_external) as CommitmentsFile;
  const spent = JSON.parse(cases.file_after_using_external) as CommitmentsFile;
  yield compare('used', [...added.used].sort(), [...used].sort());
  yield compare(
    'used, with the external one',
    [...spent.used].sort(),
    [...used, cases.external_used.commitment].sort(),
  );
  for (const coins of [added.external, spent.external]) {
    yield compare('external coin', Object.keys(coins), [cases.external_used.utxo]);
    for (const coin of Object.values(coins)) yield* checkExternal(coin, cases);
  }
}

/** The lowest unused index of the first coin that has one. */
function* checkOrderOfUse(cases: Cases, used: string[]): Iterable<CaseResult> {
  const state = emptyState();
  const coins = cases.utxos.map(coinOf);
  const policy = { retries: cases.max_tries, age: 0, amountPercent: 0 };
  for (const [number, expected] of cases.successive_calls.entries()) {
    const source = findPodleSource(state, coins, [], sats(0n), 100, policy);
    const name = `call ${number}`;
    if (source.outcome === 'none') {
      yield compare(name, null, expected);
      continue;
    }
    const { coin, index } = source;
    const utxo = outpointKey(coin);
    const privateKey = fromHex(cases.privkeys[cases.utxos.indexOf(utxo)] ?? '');
    const { commitment, revelation } = createPodle({ privateKey, utxo: parseOutpoint(utxo), index });
    yield compare(name, { utxo, index, commitment, P2: revelation.P2 }, expected);
    state.commitments[commitment] = { outpoint: utxo, index, at: 0 };
    used.push(commitment);
  }
}

function* checkExternal({ P, reveal }: ExternalCoin, cases: Cases): Iterable<CaseResult> {
  const utxo = parseOutpoint(cases.external_used.utxo);
  for (const [index, { P2, s, e }] of Object.entries(reveal)) {
    const commitment = parseCommitment(toHex(sha256(fromHex(P2))));
    const verdict = commitment === null ? null : verifyPodle({ P, P2, s, e }, commitment, Number(index) + 1);
    yield compare(`external ${index} verifies`, verdict, { ok: true, value: { index: Number(index) } });
    const own = createPodle({ privateKey: fromHex(cases.external_privkey), utxo, index: Number(index) });
    yield compare(
      `external ${index}`,
      [own.commitment, own.revelation.P, own.revelation.P2],
      [commitment, P, P2],
    );
    if (index === '0') yield compare('external used', own.commitment, cases.external_used.commitment);
  }
}

function coinOf(text: string): Coin {
  return {
    ...parseOutpoint(text),
    value: sats(100_000n),
    scriptPubKey: new Uint8Array(22),
    path: { mixdepth: 0, branch: 0, index: 0 },
    height: 1,
    frozen: false,
    locktime: null,
  };
}
