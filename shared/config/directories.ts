import type { Network } from '../bitcoin/network.ts';

const PORT = 5222;

/** Directory nodes that joinmarket-clientserver and joinmarket-ng ship (protocol/live-network.md), without port. */
const ONIONS: Record<Network, readonly string[]> = {
  mainnet: [
    'satoshi2vcg5e2ept7tjkzlkpomkobqmgtsjzegg6wipnoajadissead',
    'jmarketxf5wc4aldf3slm5u6726zsky52bqnfv6qyxe5hnafgly6yuyd',
    'coinjointovy3eq5fjygdwpkbcdx63d7vd4g32mw7y553uj3kjjzkiqd',
    'nakamotourflxwjnjpnrk7yc2nhkf6r62ed4gdfxmmn5f4saw5q5qoyd',
    'odpwaf67rs5226uabcamvypg3y4bngzmfk7255flcdodesqhsvkptaid',
    'jmrust7bgdbdl6skkvuzhqost4jkikrluj6alemspeifm5hvgqz2qaad',
    'nok55gjlqw6h76zi6gigukoztpx7xgo5r3w5csu362nys5yukzrxpgad',
  ],
  signet: [
    'rr6f6qtleiiwic45bby4zwmiwjrj3jsbmcvutwpqxjziaydjydkk5iad',
    'k74oyetjqgcamsyhlym2vgbjtvhcrbxr4iowd4nv4zk5sehw4v665jad',
    'y2ruswmdbsfl4hhwwiqz4m3sx6si5fr6l3pf62d4pms2b53wmagq3eqd',
    'signetvaxgd3ivj4tml4g6ed3samaa2rscre2gyeyohncmwk4fbesiqd',
    'u5oj5etqex3vh7jagljf3e2lo4awmmtcw3klbrlt2fonzyozpn5txrqd',
    'frqp4m6yveiagow73dplmnyv2abrqhte2grbhgw7hkbkhrv6zagrqbqd',
  ],
  testnet: [],
  regtest: [],
};

/** The directories that are used when the configuration names none: `onion:port`. */
export function defaultDirectories(network: Network): readonly string[] {
  return ONIONS[network].map((onion) => `${onion}.onion:${PORT}`);
}
