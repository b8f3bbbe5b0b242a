// Compiled by `npm run schemas` from definitions.ts. Do not edit.
export declare const auditEntry: (data: unknown) => boolean;
