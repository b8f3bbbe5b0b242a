/** JSON Schema of rules.ini as the `ini` package reads it: every section and key may be left out, and no other may be there. */
const AMOUNT = { type: 'string', pattern: '^[0-9]{1,16}([.][0-9]{0,8})?([bB][tT][cC]|[sS][aA][tT])?$' };
const COUNT = { type: 'string', pattern: '^[0-9]{1,9}$' };
const ADDRESS = { type: 'string', pattern: '^[0-9A-Za-z]{1,100}$' };
const HOUR = '([01]?[0-9]|2[0-3])';

function section(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, additionalProperties: false };
}

const MONEY = { amount: AMOUNT, miner_fee: AMOUNT, coinjoin_fee: AMOUNT };
const PERIOD = section({ ...MONEY, signatures: COUNT, commitments: COUNT, disclosures: COUNT });

export const schemas: Record<string, Record<string, unknown>> = {
  rulesFile: section({
    transaction: section({ ...MONEY, signatures: COUNT }),
    hour: PERIOD,
    day: PERIOD,
    destinations: section({ allowed: { anyOf: [ADDRESS, { type: 'array', items: ADDRESS }] } }),
    role: section({ role: { enum: ['any', 'maker-only', 'taker-only', 'bond-only'] } }),
    quiet: section({ hours: { type: 'string', pattern: `^${HOUR}-${HOUR}( *, *${HOUR}-${HOUR})*$` } }),
  }),
};
