import type { Opener } from '../store/open-wallet.ts';
import type { Invocation } from './program.ts';

/** Whose password a command takes; null for one that opens no wallet, or makes one. */
type Need = Opener | null;

/**
 * The maker password opens the wallet for what a maker does and for looking. Each command has its line here, so that a new one must
 * decide; what is not sure is the owner's.
 */
export const COMMAND_NEEDS: Readonly<Record<Invocation['command'], Need>> = {
  create: null,
  recover: null,
  import: null,
  restore: 'owner',
  'psbt combine': null,
  'psbt finalize': null,
  'verify-message': null,
  'rules check': null,

  maker: 'owner-or-maker',
  display: 'owner-or-maker',
  utxos: 'owner-or-maker',
  history: 'owner-or-maker',
  check: 'owner-or-maker',
  // Without --password-fd it opens none.
  doctor: 'owner-or-maker',
  earnings: 'owner-or-maker',
  rules: 'owner-or-maker',
  'audit-log': 'owner-or-maker',

  export: 'owner',
  'labels export': 'owner',
  'labels import': 'owner',
  backup: 'owner',
  password: 'owner',
  'maker-password': 'owner',
  rescan: 'owner',
  scan: 'owner',
  address: 'owner',
  'address list': 'owner',
  'address release': 'owner',
  freeze: 'owner',
  unfreeze: 'owner',
  label: 'owner',
  send: 'owner',
  bump: 'owner',
  'psbt sign': 'owner',
  'psbt broadcast': 'owner',
  'sign-message': 'owner',
  coinjoin: 'owner',
  rounds: 'owner-or-maker',
  'rounds finish': 'owner',
  'rounds free': 'owner',
  'podle add': 'owner',
  'podle list': 'owner',
  'podle remove': 'owner',
  'bond create': 'owner',
  'bond watch': 'owner',
  'bond fund': 'owner',
  'bond list': 'owner',
  'bond recover': 'owner',
  'bond certify': 'owner',
  'bond redeem': 'owner',
  'bond value': 'owner',
  'tumble plan': 'owner',
  'tumble run': 'owner',
  'tumble resume': 'owner',
  'tumble status': 'owner',
  'tumble pause': 'owner',
  'tumble cancel': 'owner',
  'schedule run': 'owner',
  'schedule check': null,
  'rules accept': 'owner',
  allow: 'owner',
  // Who begins a new log ends the old one, and what it counted.
  'audit-log restart': 'owner',
};

/** Who may open the wallet for a command. */
export function openerFor(invocation: Invocation): Opener {
  return COMMAND_NEEDS[invocation.command] ?? 'owner';
}
