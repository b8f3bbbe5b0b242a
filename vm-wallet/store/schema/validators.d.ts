// Compiled by `npm run schemas` from definitions.ts. Do not edit.
export declare const makerFile: (data: unknown) => boolean;
export declare const sealedSeed: (data: unknown) => boolean;
export declare const walletState: (data: unknown) => boolean;
