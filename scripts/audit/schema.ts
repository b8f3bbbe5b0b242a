/** A short text. */
export const TEXT = { type: 'string', maxLength: 200 } as const;
/** A qube's name, or none. */
export const NAME = { type: ['string', 'null'], maxLength: 200 } as const;
export const FLAG = { type: 'boolean' } as const;
export const TEXTS = { type: 'array', items: TEXT } as const;

/** A JSON object with these properties and no others. */
export function object(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
