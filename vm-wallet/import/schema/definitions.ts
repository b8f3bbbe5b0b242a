/** JSON Schema of one line of a label file (BIP329). Compiled by `npm run schemas`. */
const TEXT = { type: 'string', maxLength: 4096 };

export const schemas: Record<string, Record<string, unknown>> = {
  labelRecord: {
    type: 'object',
    properties: {
      type: TEXT,
      ref: TEXT,
      label: { type: 'string', maxLength: 255 },
      spendable: { type: 'boolean' },
    },
    required: ['type', 'ref'],
    // Origins, heights, values and what else other wallets write are none of our business.
    additionalProperties: true,
  },
};
