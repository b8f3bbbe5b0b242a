import type { PairFacts } from './facts.ts';

const SERVICES = ['jm.Messages', 'jm.Chain'] as const;
const TAG = '@tag:jm-wallet';

/** The rules of our two policy files as the package writes them for these pairs, each as its fields with one space between. */
export function packagedRules(pairs: readonly PairFacts[]): ReadonlyMap<string, readonly string[]> {
  const locked = [...pairs.map(({ wallet }) => wallet), TAG];
  return new Map([
    [
      '31-jm.policy',
      pairs.flatMap(({ wallet, net }) =>
        SERVICES.map((service) => `${service} + ${wallet} @default allow target=${net} user=jm-bridge`),
      ),
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
