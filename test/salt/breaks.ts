import { EXPECTED } from './expected-vms.ts';
import type { ModelVm } from './model.ts';

/** What one state sets, undone, and what the audit makes of that. */
export interface Break {
  /** The VM and the property, tag (`#`), feature (`@`) or volume. */
  readonly of: string;
  readonly vm: keyof typeof EXPECTED;
  readonly undo: (vm: ModelVm) => void;
  /** The check that must find it and what it must name; null for what the audit does not judge. */
  readonly found: { readonly id: string; readonly shows: RegExp } | null;
}

type Found = readonly [id: string, shows: string];
/** Stands for: as if it had never been set. */
const NEVER = Symbol('never');
type Undone = string | boolean | number | typeof NEVER;

/** What is not judged, and how it can be otherwise. */
const UNDONE_OTHERWISE: Readonly<Record<string, Undone>> = { label: 'yellow', include_in_backups: true };
/** No threat follows from these, and a person may want them otherwise: the formula sets them back, the audit is silent. */
const UNJUDGED = ['label', 'memory', 'maxmem', 'vcpus'];
/** Given by Qubes and its Whonix extension, not by the formula. */
const GIVEN = ['created-by-dom0', 'anon-vm', 'sdwdate-gui-client'];

/** For each VM, for each property that its state sets: the value that undoes it, and what is found. */
const PREFS: Readonly<
  Record<keyof typeof EXPECTED, Readonly<Record<string, readonly [Undone, ...Found] | null>>>
> = {
  'jm-wallet': {
    netvm: [NEVER, 'Q01', 'netvm is sys-firewall'],
    default_dispvm: [NEVER, 'Q02', 'default_dispvm is default-dvm'],
    template: ['debian-13', 'Q06', 'its template debian-13 is that of .*work'],
    devices_denied: [NEVER, 'Q13', 'devices are not denied'],
    provides_network: [true, 'Q03', 'provides_network is True'],
    template_for_dispvms: [true, 'Q04', 'template_for_dispvms is True'],
    autostart: [true, 'Q11', 'autostart is True'],
    include_in_backups: [false, 'Q12', 'include_in_backups is False'],
    audiovm: [NEVER, 'Q09', 'audiovm is dom0'],
  },
  'jm-net': {
    netvm: [NEVER, 'Q16', 'netvm is sys-firewall only by default'],
    // As the Whonix extension leaves it.
    default_dispvm: ['whonix-workstation-18-dvm', 'Q17', 'default_dispvm is whonix-workstation-18-dvm'],
    template: ['whonix-workstation-18', 'Q06', 'whonix-workstation-18 lacks the tag jm-template'],
    devices_denied: [NEVER, 'Q13', 'devices are not denied'],
    provides_network: [true, 'Q18', 'provides_network is True'],
    template_for_dispvms: [true, 'Q19', 'template_for_dispvms is True'],
    autostart: [true, 'Q11', 'autostart is True'],
    include_in_backups: [NEVER, 'Q12', 'include_in_backups is True'],
    audiovm: [NEVER, 'Q09', 'audiovm is dom0'],
  },
  'tpl-jm-wallet': {
    netvm: ['sys-firewall', 'Q06', 'jm-wallet: its template has netvm sys-firewall'],
    default_dispvm: [NEVER, 'Q02', 'default_dispvm is default-dvm'],
    devices_denied: [NEVER, 'Q13', 'devices are not denied'],
    include_in_backups: null,
  },
  'tpl-jm-net': {
    netvm: ['sys-whonix', 'Q06', 'jm-net: its template has netvm sys-whonix'],
    default_dispvm: [NEVER, 'Q02', 'default_dispvm is default-dvm'],
    devices_denied: [NEVER, 'Q13', 'devices are not denied'],
    include_in_backups: null,
  },
};

const TAGS: Readonly<Record<string, Found>> = {
  'jm-wallet #jm-wallet': ['P15', 'jm-wallet lacks the tag jm-wallet'],
  'jm-net #jm-net': ['P15', 'jm-net lacks the tag jm-net'],
  'tpl-jm-wallet #jm-template': ['Q06', 'jm-wallet: .*tpl-jm-wallet lacks the tag jm-template'],
  'tpl-jm-net #jm-template': ['Q06', 'jm-net: .*tpl-jm-net lacks the tag jm-template'],
  'tpl-jm-net #whonix-updatevm': ['P26', 'tpl-jm-net → @default, qubes.UpdatesProxy: allow, ends in sys-net'],
};

const SERVICE = 'service.';

/** Everything that the formula sets of the VMs, in the order of the expected model. */
export const BREAKS: readonly Break[] = Object.entries(EXPECTED).flatMap(
  ([name, { prefs, tags, features }]) => {
    const vm = name as keyof typeof EXPECTED;
    return [
      ...Object.keys(prefs).map((key) => prefBreak(vm, key)),
      ...tags.filter((tag) => !GIVEN.includes(tag)).map((tag) => tagBreak(vm, tag)),
      ...Object.entries(features).map(([key, value]) => featureBreak(vm, key, value)),
      volumeBreak(vm),
    ];
  },
);

function prefBreak(vm: keyof typeof EXPECTED, key: string): Break {
  const row = UNJUDGED.includes(key) ? null : PREFS[vm][key];
  if (row === undefined) throw new Error(`no break for ${vm} ${key}`);
  const [undone, id, shows] = row ?? [UNDONE_OTHERWISE[key] ?? 4242];
  return {
    of: `${vm} ${key}`,
    vm,
    undo: ({ prefs }) => {
      if (undone === NEVER) Reflect.deleteProperty(prefs, key);
      else prefs[key] = undone;
    },
    found: id === undefined || shows === undefined ? null : { id, shows: at(vm, shows) },
  };
}

function tagBreak(vm: keyof typeof EXPECTED, tag: string): Break {
  const of = `${vm} #${tag}`;
  const [id, shows] = TAGS[of] ?? [];
  if (id === undefined || shows === undefined) throw new Error(`no break for ${of}`);
  return {
    of,
    vm,
    undo: (one) => {
      one.tags = one.tags.filter((other) => other !== tag);
    },
    found: { id, shows: new RegExp(`^${shows}`, 'u') },
  };
}

function featureBreak(vm: keyof typeof EXPECTED, key: string, value: string): Break {
  const service = key.startsWith(SERVICE) ? key.slice(SERVICE.length) : null;
  const off = value === '';
  const found = ((): Found => {
    if (service === 'custom-persist') return ['J03', 'the service custom-persist is off'];
    if (service !== null)
      return off ? ['Q08', `the service ${service} is on`] : ['J02', `the service ${service} is off`];
    if (key === 'whonix-ws') return ['Q17', 'jm-net: its template tpl-jm-net is no Whonix workstation'];
    return ['J03', `there is no ${key}`];
  })();
  return {
    of: `${vm} @${key}`,
    vm,
    undo: ({ features }) => {
      if (off) features[key] = '1';
      else Reflect.deleteProperty(features, key);
    },
    found: { id: found[0], shows: at(vm, found[1]) },
  };
}

/** The wallet VM and the templates keep the size that Qubes gives. */
function volumeBreak(vm: keyof typeof EXPECTED): Break {
  return {
    of: `${vm} private volume`,
    vm,
    undo: (one) => Object.assign(one, { private: 2 ** 31 }),
    found: vm === 'jm-net' ? { id: 'Q24', shows: at(vm, 'the private volume has 2147483648 bytes') } : null,
  };
}

/** What is said of a template that makes the VM unsafe is said of the VM. */
function at(vm: string, shows: string): RegExp {
  return new RegExp(/^jm-\w+: /u.test(shows) ? `^${shows}` : `^${vm}: .*${shows}`, 'u');
}
