// Compiled by `npm run schemas` from definitions.ts. Do not edit.
export declare const rulesFile: (data: unknown) => boolean;
