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

const MOMENT = { at: TIME, blockTime: TIME, act: TEXT, subject: TEXT };

export const schemas: Record<string, Record<string, unknown>> = {
  auditEntry: {
    anyOf: [
      object({
        ...MOMENT,
        outcome: { const: 'allowed' },
        signatures: COUNT,
        amount: SATS,
        minerFee: SIGNED_SATS,
        coinjoinFee: SIGNED_SATS,
        destinations: { type: 'array', items: HEX },
        rules: { anyOf: [{ type: 'string', pattern: '^[0-9a-f]{16}$' }, { type: 'null' }] },
        reason: { enum: ['user', 'yes', 'allowance', 'maker-rules', 'command'] },
      }),
      object({ ...MOMENT, outcome: { const: 'refused' }, rule: TEXT, unlogged: COUNT }),
    ],
  },
};
