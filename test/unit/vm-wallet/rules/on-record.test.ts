import test from 'ava';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { onRecord } from '../../../../vm-wallet/rules/on-record.ts';
import { RuleError } from '../../../../vm-wallet/rules/refusal.ts';
import { testKeys } from '../../../fixtures/memory-store.ts';
import { all, project, read } from '../../../fixtures/page.ts';
import { freeSigner } from '../../../fixtures/signer.ts';

const PERMIT_CALL = /\bpermit(?:Maker|Taker|Payment|Replacement|Child|Redemption|Psbt)\(/gu;
const ABOUT = { kind: 'payment', subject: 'a payment' } as const;

test('what rules grant is handed on, and not written down', async (t) => {
  const { authority, refusals } = freeSigner(testKeys());
  t.is(await onRecord(authority, ABOUT, () => 7), 7);
  t.is(await onRecord(authority, ABOUT, () => Promise.resolve(8)), 8);
  t.deepEqual(refusals, []);
});

test('what a rule refuses is written down before anybody hears of it', async (t) => {
  const error = new RuleError('payment-change', 'the change is not what it should be');
  const steps: string[] = [];
  const authority = {
    refused: async ({ kind, subject }: { kind: string; subject: string }, refusal: RuleError) => {
      await Promise.resolve();
      steps.push(`${kind} ${subject} ${refusal.code}`);
    },
  };
  for (const ask of [
    (): never => {
      throw error;
    },
    () => Promise.reject(error),
  ]) {
    t.is(await t.throwsAsync(onRecord(authority, ABOUT, ask)), error);
    t.deepEqual(steps.splice(0), ['payment a payment rule-payment-change']);
  }
});

test('other errors are no refusals', async (t) => {
  const { authority, refusals } = freeSigner(testKeys());
  const error = new TypeError('a fault');
  t.is(await t.throwsAsync(onRecord(authority, ABOUT, () => Promise.reject(error))), error);
  t.deepEqual(refusals, []);
});

test('a refusal that can’t be written down is that error', async (t) => {
  const error = new Error('the disk is full');
  const authority = { refused: () => Promise.reject(error) };
  const refusing = onRecord(authority, ABOUT, () => Promise.reject(new RuleError('payment-change', '')));
  t.is(await t.throwsAsync(refusing), error);
});

test('whoever asks the gate for a permit puts its refusal on record', (t) => {
  const files = readdirSync(path.join(project, 'vm-wallet'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('rules'),
  );
  const asking = files.filter((file) => all(read(`vm-wallet/${file}`), PERMIT_CALL).length > 0);
  t.true(asking.length >= 7, asking.join(' '));
  for (const file of asking) {
    const text = read(`vm-wallet/${file}`);
    t.is(all(text, /\bonRecord\(/gu).length, all(text, PERMIT_CALL).length, file);
  }
});
