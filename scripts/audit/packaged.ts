import type { PairFacts } from './facts.ts';

const SERVICES = ['jm.Messages', 'jm.Chain'] as const;
const TAG = '@tag:jm-wallet';

/**
 * The rules of our two policy files as the package and the formula write them for these pairs, each as its fields with one space
 * between. For a pair whose user wants to be asked, the first file asks.
 */
export function packagedRules(pairs: readonly PairFacts[]): ReadonlyMap<string, readonly string[]> {
  const locked = [...pairs.map(({ wallet }) => wallet), TAG];
  return new Map([
    [
      '31-jm.policy',
      pairs.flatMap(({ wallet, net, ask = false }) => {
        const action = ask ? `ask target=${net} default_target=${net}` : `allow target=${net}`;
        return SERVICES.map((service) => `${service} + ${wallet} @default ${action} user=jm-bridge`);
      }),
    ],
    [
      '32-jm.policy',
      [
        ...locked.flatMap((name) => [`* * ${name} @anyvm deny`, `* * ${name} @adminvm deny`]),
        ...locked.map((name) => `* * @anyvm ${name} deny`),
        ...SERVICES.map((service) => `${service} * @anyvm @anyvm deny`),
      ],
    ],
  ]);
}
