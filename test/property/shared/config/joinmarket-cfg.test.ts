import test from 'ava';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig } from '../../../../shared/config/joinmarket-cfg.ts';
import { isJmError } from '../../../../shared/errors.ts';

const example = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/joinmarket.cfg'), 'utf8');
const keys = [...example.matchAll(/^(\w+) = /gmu)].map(([, key]) => key ?? '');
const sections = [...example.matchAll(/^\[(.+)\]$/gmu)].map(([, section]) => section ?? '');
const value = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('', '-1', '0', '1e9', 'nan', 'inf', '0x10', '99999999999999999999', 'true', '%(network)s'),
  fc.double().map(String),
);
const line = fc
  .record({ key: fc.constantFrom(...keys), value })
  .map((entry) => `${entry.key} = ${entry.value}`);
const block = fc
  .record({ section: fc.constantFrom(...sections), lines: fc.array(line, { maxLength: 5 }) })
  .map(({ section, lines }) => `[${section}]\n${lines.join('\n')}\n`);

/** Reads a text that may be refused, by a named error only. */
function read(text: string): boolean {
  try {
    parseConfig(text, 'hostile.cfg');
    return true;
  } catch (error) {
    if (isJmError(error)) return false;
    throw error;
  }
}

test('any text is a configuration or a named error', (t) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 })),
      (text) => {
        t.notThrows(() => read(text));
      },
    ),
  );
});

test('known keys with any values are a configuration or a named error', (t) => {
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      t.notThrows(() => {
        if (read(blocks.join('\n'))) taken += 1;
        else refused += 1;
      });
    }),
    { numRuns: 400, seed: 1 },
  );
  t.true(refused > 20 && taken > 20, `${refused} refused, ${taken} taken`);
});

test('numbers that are read are numbers, whatever was written', (t) => {
  fc.assert(
    fc.property(value, (text) => {
      try {
        const { policy, node } = parseConfig(
          `[POLICY]\nminimum_makers = ${text}\n[BLOCKCHAIN]\nnetwork = testnet\nrpc_port = 18443\n`,
        );
        t.true(Number.isSafeInteger(policy.minimumMakers) && policy.minimumMakers >= 1);
        t.is(node.port, 18_443);
      } catch (error) {
        t.true(isJmError(error));
      }
    }),
  );
});
