import { addressOfScript } from '../../../shared/bitcoin/address.ts';
import { sats } from '../../../shared/bitcoin/amount.ts';
import { NETWORKS } from '../../../shared/bitcoin/network.ts';
import { parseOutpoint } from '../../../shared/bitcoin/outpoint.ts';
import { fromHex, toHex, utf8 } from '../../../shared/crypto/bytes.ts';
import { bitcoinMessageHash } from '../../../shared/crypto/hash.ts';
import { publicKeyOf } from '../../../shared/crypto/sign.ts';
import { createBondProof, createCertificate } from '../../../shared/jm/bond/create.ts';
import { certificateMessages, parseBondProof } from '../../../shared/jm/bond/proof.ts';
import { bondScript, bondWitnessScript } from '../../../shared/jm/bond/script.ts';
import { locktimeOf, timeNumberOf } from '../../../shared/jm/bond/time-number.ts';
import { bondValue } from '../../../shared/jm/bond/value.ts';
import { verifyBondCoin, verifyBondProof } from '../../../shared/jm/bond/verify.ts';
import { parseNick } from '../../../shared/jm/nick.ts';
import { compare, compareFloat, listOf, outcome, textOf, type Recorded } from '../compare.ts';
import type { CaseResult } from '../topic.ts';

export function* check(file: unknown): Iterable<CaseResult> {
  for (const recorded of listOf(file, 'timenumbers')) {
    const timeNumber = Number(recorded['timenumber']);
    yield compare(`month ${timeNumber}`, locktimeOf(timeNumber), recorded['locktime']);
    yield compare(`month ${timeNumber} back`, timeNumberOf(Number(recorded['locktime'])), recorded['back']);
  }
  for (const recorded of listOf(file, 'timestamp_to_timenumber')) {
    // January 2100 is outside the wallet's 960 months, though the reference counts it here.
    const expected =
      typeof recorded['result'] === 'number' && recorded['result'] < 960 ? recorded['result'] : 'refused';
    yield compare(
      `time ${textOf(recorded, 'timestamp')}`,
      outcome(() => timeNumberOf(Number(recorded['timestamp']))),
      expected,
    );
  }
  for (const recorded of listOf(file, 'timenumber_invalid')) {
    yield compare(
      `month ${textOf(recorded, 'timenumber')} is refused`,
      outcome(() => locktimeOf(Number(recorded['timenumber']))),
      'refused',
    );
  }
  for (const recorded of listOf(file, 'scripts')) yield* checkScript(recorded);
  for (const recorded of listOf(file, 'cert_messages')) {
    const name = `certificate ${textOf(recorded, 'cert_expiry')}`;
    const [binary, ascii] = certificateMessages(
      fromHex(textOf(recorded, 'cert_pub')),
      Number(recorded['cert_expiry']),
    );
    yield compare(`${name} binary`, toHex(binary), recorded['message_hex']);
    yield compare(`${name} ascii`, toHex(ascii), toHex(utf8(textOf(recorded, 'ascii_message'))));
    yield compare(
      `${name} digests`,
      [binary, ascii].map((message) => toHex(bitcoinMessageHash(message))),
      [recorded['hash_binary'], recorded['hash_ascii']],
    );
  }
  for (const recorded of listOf(file, 'proofs')) yield* checkProof(recorded);
  for (const recorded of listOf(file, 'proof_outcomes')) {
    const result = recorded['result'] as Recorded;
    yield compare(textOf(recorded, 'name'), verify(recorded), result['ok']);
  }
  for (const recorded of listOf(file, 'utxo_validation')) yield checkCoin(recorded);
  for (const recorded of listOf(file, 'values')) {
    const value = bondValue({
      value: sats(BigInt(textOf(recorded, 'utxo_value'))),
      confirmedAt: Number(recorded['confirm_time']),
      locktime: Number(recorded['locktime']),
      now: Number(recorded['current_time']),
      interestRate: Number(recorded['interest_rate']),
      exponent: Number(recorded['exponent']),
    });
    yield compareFloat(`value of ${textOf(recorded, 'utxo_value')}`, value, Number(recorded['value']));
  }
}

function* checkScript(recorded: Recorded): Iterable<CaseResult> {
  const key = fromHex(textOf(recorded, 'pubkey'));
  const locktime = Number(recorded['locktime']);
  // A lock at 0 pushes the empty number as OP_0; our pushes start at one byte, and no bond is locked in 1970.
  const name = `script locked to ${locktime}`;
  yield compare(name, toHex(bondWitnessScript(key, locktime)), recorded['redeem_script']);
  const script = bondScript(key, locktime);
  yield compare(`${name} scriptPubKey`, toHex(script), recorded['script_pubkey']);
  for (const network of NETWORKS) {
    const addresses = recorded['address'] as Recorded;
    if (network in addresses)
      yield compare(`${name} on ${network}`, addressOfScript(script, network), addresses[network]);
  }
}

function* checkProof(recorded: Recorded): Iterable<CaseResult> {
  const maker = parseNick(textOf(recorded, 'maker_nick'));
  const taker = parseNick(textOf(recorded, 'taker_nick'));
  const name = `proof of ${textOf(recorded, 'maker_nick')}`;
  if (maker === null || taker === null) {
    yield { name, ok: false, detail: 'a recorded nick does not parse' };
    return;
  }
  const certificatePrivateKey = fromHex(textOf(recorded, 'cert_privkey'));
  const form = recorded['cert_message_form'] === 'ascii' ? 'ascii' : 'binary';
  const certificate = createCertificate(
    fromHex(textOf(recorded, 'utxo_privkey')),
    publicKeyOf(certificatePrivateKey),
    Number(recorded['cert_expiry']),
    form,
  );
  yield compare(`${name} certificate`, toHex(certificate.signature), recorded['cert_sig']);
  const proof = createBondProof({
    certificate,
    certificatePrivateKey,
    outpoint: parseOutpoint(`${textOf(recorded, 'txid')}:${textOf(recorded, 'vout')}`),
    locktime: Number(recorded['locktime']),
    taker,
    maker,
  });
  yield compare(name, proof, recorded['proof_b64']);
  yield compare(`${name} verifies`, verify(recorded), true);
}

function verify(recorded: Recorded): boolean {
  const maker = parseNick(textOf(recorded, 'maker_nick'));
  const taker = parseNick(textOf(recorded, 'taker_nick'));
  return maker !== null && taker !== null && verifyBondProof(textOf(recorded, 'proof_b64'), maker, taker).ok;
}

function checkCoin(recorded: Recorded): CaseResult {
  const proof = parseBondProof(
    Buffer.concat([Buffer.alloc(144, 0x30), Buffer.alloc(108)]).toString('base64'),
  );
  const coin = recorded['utxo'] as Recorded | null;
  const name = `coin: ${textOf(recorded, 'name')}`;
  if (proof === null) return { name, ok: false, detail: 'no proof to start from' };
  const accepted =
    coin !== null &&
    verifyBondCoin(
      {
        ...proof,
        bondKey: fromHex(textOf(recorded, 'utxo_pub')),
        locktime: Number(recorded['locktime']),
        expiry: Number(recorded['cert_expiry']),
      },
      { confirmations: Number(coin['confirms']), scriptPubKey: fromHex(textOf(coin, 'script')) },
      Number(recorded['block_height']),
    ).ok;
  return compare(name, accepted, recorded['accepted']);
}
