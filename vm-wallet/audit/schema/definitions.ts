/** JSON Schema of what is sealed in a line of the audit log (`entry.ts`). Compiled by `npm run schemas`. */
const TEXT = { type: 'string' };
const TIME = { type: 'integer', minimum: 0 };
const COUNT = { type: 'integer', minimum: 0 };
const SATS = { type: 'string', pattern: '^[0-9]{1,16}$' };
const SIGNED_SATS = { type: 'string', pattern: '^-?[0-9]{1,16}$' };
const HEX = { type: 'string', pattern: '^([0-9a-f]{2})*$' };

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const HASH = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const DIGEST = { anyOf: [HASH, { type: 'null' }] };
const DATED = { at: TIME, blockTime: TIME };
const ABOUT = { ...DATED, act: TEXT, subject: TEXT };

export const schemas: Record<string, Record<string, unknown>> = {
  auditEntry: {
    anyOf: [
      object({
        ...ABOUT,
        outcome: { const: 'allowed' },
        signatures: COUNT,
        amount: SATS,
        minerFee: SIGNED_SATS,
        coinjoinFee: SIGNED_SATS,
        destinations: { type: 'array', items: HEX },
        rules: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{16}$' }, { type: 'null' }] },
        reason: { enum: ['user', 'yes', 'allowance', 'maker-rules', 'command'] },
      }),
      object({ ...ABOUT, outcome: { const: 'refused' }, rule: TEXT, unlogged: COUNT }),
      object({ ...DATED, outcome: { const: 'rules' }, before: DIGEST, after: DIGEST }),
      object({ ...DATED, outcome: { const: 'allowance' }, upTo: SATS, until: TIME }),
      object({ ...DATED, outcome: { const: 'allowances-ended' }, count: COUNT }),
      object({ ...DATED, outcome: { const: 'restarted' }, entries: COUNT, head: HASH }),
    ],
  },
};
