import { Ajv2020 } from 'ajv/dist/2020.js';
import { JmError } from '../../shared/errors.ts';
import { readJson } from './read-json.ts';
import { HOST, type HostFacts, INSIDE, type InsideFacts } from './more-facts.ts';
import { System, type VmInfo } from './policy/system.ts';
import { FLAG, NAME, object, TEXT, TEXTS } from './schema.ts';

/** The facts file is not what the collector writes. */
export class FactsError extends JmError<'facts-unreadable'> {}

/** A device that Qubes attaches to a qube by itself. */
export interface DeviceFacts {
  /** pci, usb, block, mic. */
  readonly class: string;
  readonly name: string;
}

/** What dom0 knows of one qube: `internal.GetSystemInfo`, then `qvm-prefs`, features, services and devices. */
export interface VmFacts {
  readonly type: string;
  readonly tags: readonly string[];
  readonly template_for_dispvms: boolean;
  readonly default_dispvm: string | null;
  readonly guivm: string | null;
  readonly power_state: string;
  readonly uuid: string;
  readonly internal: boolean;
  readonly relayvm: string | null;
  readonly transport_rpc: string | null;
  readonly netvm: string | null;
  /** True while the property was never set: it follows the global default. */
  readonly netvm_is_default: boolean;
  readonly template: string | null;
  readonly provides_network: boolean;
  readonly audiovm: string | null;
  readonly autostart: boolean;
  readonly include_in_backups: boolean;
  readonly debug: boolean;
  readonly virt_mode: string;
  readonly features: Readonly<Record<string, string>>;
  readonly services: readonly string[];
  readonly devices: readonly DeviceFacts[];
  /** `devices_denied` of R4.3. */
  readonly devices_denied: string;
  readonly management_dispvm?: string | null;
  readonly management_dispvm_is_default?: boolean;
  /** The rules of `qvm-firewall`, one a line. */
  readonly firewall?: readonly string[];
  /** How full the private volume is. */
  readonly private_used_percent?: number;
  /** Of the private volume, in bytes. */
  readonly private_size?: number;
  readonly ip?: string | null;
  /** Where the onion service leads by the profile that dom0 keeps for this qube's gateway. Left out where dom0 has no formula. */
  readonly profile_addresses?: readonly string[];
}

/** A wallet VM and its net VM. */
export interface PairFacts {
  readonly wallet: string;
  readonly net: string;
  /** The uuids that the VMs had when somebody last looked at them. */
  readonly wallet_uuid?: string;
  readonly net_uuid?: string;
  /** True where the user has declared that dom0 asks before each call of the two services (pillar `jm:ask`). */
  readonly ask?: boolean;
}

/** A policy file, or a directory of them, as it lies in dom0. */
export interface FileFacts {
  readonly path: string;
  /** In octal, for example `0664`. */
  readonly mode: string;
  /** `root`, or `root:qubes`. */
  readonly owner: string;
  readonly sha256?: string;
}

/** What the collector in dom0 writes. */
export interface Facts {
  readonly format: 'jm-facts/1';
  readonly pairs: readonly PairFacts[];
  readonly vms: Readonly<Record<string, VmFacts>>;
  readonly files?: readonly FileFacts[];
  readonly host?: HostFacts;
  /** By qube. Told by the qubes themselves: it can prove failure, never health. */
  readonly inside?: Readonly<Record<string, InsideFacts>>;
}

const FACTS = object(
  {
    format: { const: 'jm-facts/1' },
    pairs: {
      type: 'array',
      minItems: 1,
      items: object({ wallet: TEXT, net: TEXT }, { wallet_uuid: TEXT, net_uuid: TEXT, ask: FLAG }),
    },
    vms: {
      type: 'object',
      additionalProperties: object(
        {
          type: TEXT,
          tags: TEXTS,
          template_for_dispvms: FLAG,
          default_dispvm: NAME,
          guivm: NAME,
          power_state: TEXT,
          uuid: TEXT,
          internal: FLAG,
          relayvm: NAME,
          transport_rpc: NAME,
          netvm: NAME,
          netvm_is_default: FLAG,
          template: NAME,
          provides_network: FLAG,
          audiovm: NAME,
          autostart: FLAG,
          include_in_backups: FLAG,
          debug: FLAG,
          virt_mode: TEXT,
          // The entries of a menu make long features.
          features: { type: 'object', additionalProperties: { type: 'string', maxLength: 20_000 } },
          services: TEXTS,
          devices: { type: 'array', items: object({ class: TEXT, name: TEXT }) },
          devices_denied: TEXT,
        },
        {
          management_dispvm: NAME,
          management_dispvm_is_default: FLAG,
          firewall: TEXTS,
          private_used_percent: { type: 'number', minimum: 0 },
          private_size: { type: 'integer', minimum: 0 },
          ip: NAME,
          profile_addresses: TEXTS,
        },
      ),
    },
  },
  {
    files: {
      type: 'array',
      items: object(
        {
          path: { type: 'string', maxLength: 4096 },
          mode: { type: 'string', pattern: '^[0-7]{3,5}$' },
          owner: TEXT,
        },
        { sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
      ),
    },
    host: HOST,
    inside: { type: 'object', additionalProperties: INSIDE },
  },
);

const validate = new Ajv2020({ allowUnionTypes: true }).compile<Facts>(FACTS);

/** Reads a facts file. @throws FactsError that names the place. */
export function parseFacts(text: string): Facts {
  const value = readJson(text, validate, unreadable);
  for (const { wallet, net } of value.pairs) {
    const missing = [wallet, net].find((name) => value.vms[name] === undefined);
    if (missing !== undefined) throw unreadable(`there is no qube ${missing}`);
  }
  return value;
}

/** What policy sees of the machine. */
export function systemOf({ vms }: Facts): System {
  return new System(
    new Map(
      Object.entries(vms).map(([name, vm]): [string, VmInfo] => [
        name,
        {
          type: vm.type,
          tags: vm.tags,
          templateForDispvms: vm.template_for_dispvms,
          defaultDispvm: vm.default_dispvm,
          guivm: vm.guivm,
          powerState: vm.power_state,
          uuid: vm.uuid,
          internal: vm.internal,
          relayvm: vm.relayvm,
          transportRpc: vm.transport_rpc,
        },
      ]),
    ),
  );
}

function unreadable(what: string, cause?: unknown): FactsError {
  return new FactsError('facts-unreadable', `The facts can't be read: ${what}`, {
    cure: 'Collect them again in dom0, with the collector of this release.',
    cause,
  });
}
