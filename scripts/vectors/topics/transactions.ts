import { addressOfScript, scriptOfAddress } from '../../../shared/bitcoin/address.ts';
import { sats } from '../../../shared/bitcoin/amount.ts';
import { outpointKey, parseOutpoint } from '../../../shared/bitcoin/outpoint.ts';
import { p2wpkhScript, scriptTypeOf } from '../../../shared/bitcoin/script.ts';
import { parseTransaction, type ParsedTransaction } from '../../../shared/bitcoin/transaction.ts';
import { concat, equalBytes, fromBase64, fromHex, toBase64, toHex } from '../../../shared/crypto/bytes.ts';
import { isOfferType, parseDecimal } from '../../../shared/jm/offer.ts';
import { serialize } from '../../../vm-wallet/coinjoin/build.ts';
import { assemble, parseSignature, witnessFor } from '../../../vm-wallet/coinjoin/input-witness.ts';
import { signatureBlob, signInput } from '../../../vm-wallet/keys/input-signature.ts';
import {
  checkMakerRules,
  DEFAULT_MAKER_LIMITS,
  NOT_LOOKED_UP,
} from '../../../vm-wallet/rules/maker-pre-sign.ts';
import { RuleError } from '../../../vm-wallet/rules/refusal.ts';
import { compare, listOf, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

/**
 * Accepted by the reference, refused by us: our CoinJoin output has exactly the amount (rule 6), and where all inputs are ours the
 * miner's fee is known (rule 14). Rule 8 (others have the same amount) is set aside here, because the recorded transactions have
 * one CoinJoin output only.
 */
const STRICTER: ReadonlyMap<string, string> = new Map([
  ['cj output larger', 'rule-maker-6-coinjoin-output'],
  ['no other inputs', 'rule-maker-14-miner-fee'],
]);

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'sign')) yield* checkSigning(recorded);
  for (const recorded of listOf(file, 'maker_verify_unsigned_tx')) yield checkVerdict(recorded);
}

function* checkSigning(recorded: Recorded): Iterable<CaseResult> {
  const name = textOf(recorded, 'txid').slice(0, 12);
  const unsigned = fromHex(textOf(recorded, 'unsigned_tx'));
  const inputs = (recorded['inputs'] as readonly Recorded[]).map((input) => ({
    ...parseOutpoint(textOf(input, 'utxo')),
    value: sats(BigInt(textOf(input, 'value'))),
    scriptPubKey: fromHex(textOf(input, 'script')),
    privateKey: fromHex(textOf(input, 'privkey')),
    sequence: Number(input['sequence']),
  }));
  const outputs = (recorded['outputs'] as readonly Recorded[]).map((output) => ({
    script: scriptOfAddress(textOf(output, 'address'), 'regtest'),
    value: sats(BigInt(textOf(output, 'value'))),
  }));
  const parsed = parseTransaction(unsigned);
  yield compare(
    `${name} read`,
    [
      parsed.version,
      parsed.locktime,
      parsed.inputs.map((input) => [outpointKey(input), input.sequence]),
      parsed.outputs.map(({ script, value }) => [addressOfScript(script, 'regtest'), value]),
    ],
    [
      recorded['version'],
      recorded['locktime'],
      inputs.map((input) => [outpointKey(input), input.sequence]),
      (recorded['outputs'] as readonly Recorded[]).map((output) => [
        output['address'],
        BigInt(textOf(output, 'value')),
      ]),
    ],
  );
  // We build version 2 only; the reference's version 1 is of its old nested wallets.
  if (parsed.version === 2) {
    const [first] = inputs;
    const built = serialize(inputs, outputs, parsed.locktime, first?.sequence);
    yield compare(`${name} built`, toHex(built), recorded['unsigned_tx']);
  }
  yield compare(`${name} tx message`, toBase64(unsigned), recorded['tx_message_b64']);

  const messages = recorded['sig_messages_b64'] as readonly string[];
  const witnesses = [];
  for (const [index, coin] of inputs.entries()) {
    const signature = signInput(unsigned, { index, value: coin.value }, coin.privateKey);
    // We hold native coins only; a nested one's digest is the same, and its message names the redeem script too.
    const blob =
      scriptTypeOf(coin.scriptPubKey) === 'p2sh'
        ? concat(signatureBlob(signature), Uint8Array.of(0x16), p2wpkhScript(signature.publicKey))
        : signatureBlob(signature);
    yield compare(`${name} sig ${index}`, toBase64(blob), messages[index]);
    const offered = parseSignature(fromBase64(messages[index] ?? ''));
    const witness = offered === null ? null : witnessFor(unsigned, index, coin, offered);
    yield compare(`${name} sig ${index} holds`, witness !== null, true);
    const swapped = inputs.filter((other) => !equalBytes(other.scriptPubKey, coin.scriptPubKey));
    const misplaced = swapped.some(
      (other) => offered !== null && witnessFor(unsigned, inputs.indexOf(other), other, offered) !== null,
    );
    yield compare(`${name} sig ${index} holds for no other input`, misplaced, false);
    if (witness !== null) witnesses.push(witness);
  }
  const signed = assemble(unsigned, witnesses);
  const complete = parseTransaction(signed);
  yield compare(`${name} signed`, toHex(signed), recorded['signed_tx']);
  yield compare(`${name} txid`, complete.txid, recorded['txid']);
  // The recorded vsize is its library's, which adds up to a byte for each input to that of BIP141.
  const vsize = Math.ceil(complete.weight / 4);
  yield compare(`${name} weight`, complete.weight, 3 * strippedSize(complete) + signed.length);
  const excess = Number(recorded['vsize']) - vsize;
  yield compare(`${name} vsize`, excess >= 0 && excess <= inputs.length, true);
}

/** Bytes without witnesses; all counts and scripts here are short. */
function strippedSize({ inputs, outputs }: ParsedTransaction): number {
  const inputBytes = inputs.reduce((sum, { scriptSig }) => sum + 41 + scriptSig.length, 0);
  const outputBytes = outputs.reduce((sum, { script }) => sum + 9 + script.length, 0);
  return 10 + inputBytes + outputBytes;
}

function checkVerdict(recorded: Recorded): CaseResult {
  const name = textOf(recorded, 'name');
  const { ordertype, txfee, cjfee } = recorded['offer'] as Recorded;
  const type = String(ordertype);
  const decimal = parseDecimal(String(cjfee));
  if (!isOfferType(type) || decimal === null) return { name, ok: false, detail: 'the offer does not parse' };
  const amount = sats(BigInt(textOf(recorded, 'amount')));
  const coinjoinScript = scriptOfAddress(textOf(recorded, 'cjaddr'), 'regtest');
  const changeScript = scriptOfAddress(textOf(recorded, 'changeaddr'), 'regtest');
  const ours = [coinjoinScript, changeScript];
  const raw = fromHex(textOf(recorded, 'tx'));
  const isOurs = (script: Uint8Array): boolean => ours.some((own) => equalBytes(own, script));
  const coins = (recorded['my_utxos'] as readonly Recorded[]).map(
    (coin) =>
      [outpointKey(parseOutpoint(textOf(coin, 'utxo'))), sats(BigInt(textOf(coin, 'value')))] as const,
  );
  const facts = {
    raw,
    offer: {
      type,
      oid: 0,
      minsize: sats(1n),
      maxsize: sats(1_000_000_000n),
      txfee: sats(BigInt(String(txfee))),
      cjfee: decimal,
    },
    amount,
    coins: new Map(coins),
    unproven: new Set<never>(),
    single: new Set<never>(),
    foreign: NOT_LOOKED_UP,
    otherCoins: new Set<never>(),
    coinjoinScript,
    changeScript,
    isReserved: isOurs,
    isOwnScript: isOurs,
    tipHeight: parseTransaction(raw).locktime,
    leaseHeld: true,
    disclosureRecorded: true,
    recordedEarning: 0n,
    sessionAge: 1,
    limits: { ...DEFAULT_MAKER_LIMITS, minEqualOutputs: 1 },
    signedLastHour: 0,
    signedLastDay: 0,
  };
  const expected = recorded['accepted'] === true ? (STRICTER.get(name) ?? 'accepted') : 'refused';
  const verdict = verdictOn(facts);
  return compare(name, expected === 'refused' && verdict !== 'accepted' ? 'refused' : verdict, expected);
}

function verdictOn(facts: Parameters<typeof checkMakerRules>[0]): string {
  try {
    checkMakerRules(facts);
    return 'accepted';
  } catch (error) {
    if (error instanceof RuleError) return error.code;
    throw error;
  }
}
