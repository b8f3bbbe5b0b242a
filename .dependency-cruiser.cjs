// The architecture's import rules (docs/architecture.md). test/build/boundaries.test.ts plants a violation of each
// and expects a failure, and asserts that modules were really read.
const NETWORK = '^(node:)?(net|http|https|http2|tls|dgram|dns|dns/promises)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-imports-no-vm',
      comment: 'Both VMs build on shared/; it knows neither.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(vm-wallet|vm-net|scripts|test)/' },
    },
    {
      name: 'wallet-imports-no-net-vm',
      severity: 'error',
      from: { path: '^vm-wallet/' },
      to: { path: '^(vm-net|scripts|test)/' },
    },
    {
      name: 'net-imports-no-wallet-vm',
      severity: 'error',
      from: { path: '^vm-net/' },
      to: { path: '^(vm-wallet|scripts|test)/' },
    },
    {
      name: 'wallet-reaches-no-network',
      comment: 'Nothing that the wallet VM runs may be able to open a socket.',
      severity: 'error',
      from: { path: '^vm-wallet/' },
      to: { path: NETWORK, reachable: true },
    },
    {
      name: 'wallet-reaches-no-unix-transport',
      comment: 'The unix socket transport imports node:net; the wallet VM goes through socat instead.',
      severity: 'error',
      from: { path: '^vm-wallet/' },
      to: { path: '^shared/bridge/transport/unix\\.ts$', reachable: true },
    },
    {
      name: 'shared-imports-no-network',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/bridge/transport/unix\\.ts$' },
      to: { path: NETWORK },
    },
    {
      name: 'keys-behind-one-gate',
      comment: 'Every use of a private key passes rules/gate.ts; nothing else may borrow one.',
      severity: 'error',
      from: { path: '^(shared|vm-wallet)/', pathNot: '^vm-wallet/(rules|keys)/' },
      to: {
        path: '^vm-wallet/keys/(lend-key|private-branches|key-tree|input-signature|message-signature)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'net-reaches-no-keys',
      comment: 'The net VM holds no key: it can neither derive nor sign.',
      severity: 'error',
      from: { path: '^vm-net/' },
      to: {
        path: '(^shared/crypto/(sign|x25519)\\.ts$|^shared/jm/nick-key\\.ts$|node_modules/(bip32|@scure/bip39|@noble/secp256k1|tweetnacl)/)',
        reachable: true,
      },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'runtime-imports-no-dev-dependency',
      severity: 'error',
      from: { path: '^(shared|vm-wallet|vm-net)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
