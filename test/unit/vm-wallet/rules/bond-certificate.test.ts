import test from 'ava';
import { outpointKey } from '../../../../shared/bitcoin/outpoint.ts';
import { fromHex } from '../../../../shared/crypto/bytes.ts';
import { publicKeyOf } from '../../../../shared/crypto/sign.ts';
import { verifyMessage } from '../../../../shared/crypto/verify.ts';
import { certificateMessages } from '../../../../shared/jm/bond/proof.ts';
import { locktimeOf } from '../../../../shared/jm/bond/time-number.ts';
import {
  announceColdBond,
  BOND_CERTIFICATE_RULES,
  certifyBond,
  type CertificateFacts,
} from '../../../../vm-wallet/rules/bond-certificate.ts';
import { ROLES_OF } from '../../../../vm-wallet/rules/spending/spending-rules.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { freeSigner } from '../../../fixtures/signer.ts';
import { brokenRules, coinAt } from '../../../fixtures/spend.ts';

const KEYS = testKeys();
const PATH = { mixdepth: 0, branch: 2, index: 130 };
const COIN = coinAt(PATH, 100_000, { locktime: locktimeOf(130) });
const HOT = publicKeyOf(fromHex('07'.repeat(32)));
/** The last height of period 5 whose certificate is still that of period 5. */
const TIP = 5 * 2016 - 3;

function facts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    coin: COIN,
    bondKey: KEYS.publicKeyAt(PATH),
    certificateKey: HOT,
    expiry: 5,
    tipHeight: TIP,
    purpose: 'this-run',
    ...changes,
  };
}

const broken: Record<string, CertificateFacts> = {
  'bond-certificate-coin': facts({ coin: { ...COIN, height: null } }),
  'bond-certificate-key': facts({ certificateKey: KEYS.publicKeyAt(PATH) }),
  'bond-certificate-expiry': facts({ expiry: 6 }),
};

test('each rule has a case, and the base case passes with every limit just reached', (t) => {
  t.deepEqual(
    Object.keys(broken),
    BOND_CERTIFICATE_RULES.map(({ name }) => name),
  );
  t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts()), []);
  t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts({ expiry: 6, tipHeight: TIP + 1 })), []);
});

for (const [name, broke] of Object.entries(broken)) {
  test(`only this rule refuses: ${name}`, async (t) => {
    t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, broke), [name]);
    const signer = freeSigner(KEYS);
    await t.throwsAsync(certifyBond(signer, broke), { instanceOf: RuleError, code: `rule-${name}` });
    t.deepEqual(signer.acts, []);
  });
}

test('a certificate in the wallet file holds for 104 periods at most', (t) => {
  const stored = { purpose: 'maker-password' } as const;
  t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts({ ...stored, expiry: 5 - 1 + 104 })), []);
  t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts({ ...stored, expiry: 5 + 104 })), [
    'bond-certificate-expiry',
  ]);
});

test('a plain key certifies nothing, and nothing off the curve is certified', (t) => {
  const plain = coinAt({ mixdepth: 0, branch: 0, index: 1 }, 1000);
  for (const coin of [plain, { ...plain, locktime: 5 }, { ...COIN, locktime: null }]) {
    t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts({ coin })), ['bond-certificate-coin']);
  }
  const certificateKey = Uint8Array.of(2, ...new Uint8Array(32).fill(0xff));
  t.deepEqual(brokenRules(BOND_CERTIFICATE_RULES, facts({ certificateKey })), ['bond-certificate-key']);
});

test('a certificate is one act, and verifies in the binary form', async (t) => {
  const signer = freeSigner(KEYS);
  const { signature, bondKey, expiry } = await certifyBond(signer, facts());
  t.like(signer.acts, [{ kind: 'bond-announcement', subject: outpointKey(COIN), signatures: 1, amount: 0n }]);
  t.is(signer.acts.length, 1);
  const [binary] = certificateMessages(HOT, expiry);
  t.true(verifyMessage(binary, bondKey, signature));
  t.deepEqual(bondKey, KEYS.publicKeyAt(PATH));
});

test('a certificate for this run is how a maker announces its bond; one that is kept needs a wallet for that', async (t) => {
  for (const [purpose, kind, roles] of [
    ['this-run', 'bond-announcement', ['maker-only', 'bond-only']],
    ['maker-password', 'bond-certificate', ['bond-only']],
  ] as const) {
    const signer = freeSigner(KEYS);
    await certifyBond(signer, facts({ purpose }));
    t.deepEqual(
      signer.acts.map((act) => act.kind),
      [kind],
    );
    t.deepEqual(ROLES_OF[kind], roles);
  }
});

test('what the rules refuse to certify is on record', async (t) => {
  const signer = freeSigner(KEYS);
  await t.throwsAsync(certifyBond(signer, facts({ expiry: 6 })));
  t.deepEqual(signer.refusals, [
    { kind: 'bond-announcement', subject: outpointKey(COIN), code: 'rule-bond-certificate-expiry' },
  ]);
});

test('a refusal leaves the key unused, and the leave to announce is an act of its own', async (t) => {
  const signer = freeSigner(KEYS);
  const refuse = {
    ...signer,
    authority: { ...signer.authority, authorise: () => Promise.reject(new RuleError('role', 'no')) },
  };
  await t.throwsAsync(certifyBond(refuse, facts()), { code: 'rule-role' });
  await announceColdBond(signer.authority, COIN);
  t.like(signer.acts, [{ kind: 'bond-announcement', subject: outpointKey(COIN) }]);
});
