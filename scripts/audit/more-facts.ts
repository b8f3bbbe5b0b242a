import { FLAG, NAME, object, TEXT, TEXTS } from './schema.ts';

/** What dom0 knows of itself. Whatever was not looked at is left out. */
export interface HostFacts {
  /** For example `4.3`. */
  readonly qubes_release?: string;
  /** The day of the collection, YYYY-MM-DD. */
  readonly collected?: string;
  /** Of `qubes-qrexec-policy-daemon`. */
  readonly policy_daemon_active?: boolean;
  readonly policy_daemon_errors?: number;
  readonly qubesctl_running?: boolean;
  readonly default_netvm?: string | null;
  readonly default_dispvm?: string | null;
  readonly clockvm?: string | null;
  /** Files below /srv/salt and /srv/pillar that look as if they held secrets. */
  readonly secret_files?: readonly string[];
}

/** What a command inside a VM answered. */
export interface InsideFacts {
  readonly interfaces?: readonly string[];
  /** What `qubesdb-read /qubes-ip` answers. */
  readonly qubes_ip?: string | null;
  /** Files in /usr/local/etc/qubes-rpc and /usr/local/etc/qubes/rpc-config. */
  readonly overrides?: readonly string[];
  /** The names in /etc/qubes-rpc. */
  readonly rpc_services?: readonly string[];
  /** Start-up files of the VM's own disk that are not as expected. */
  readonly changed?: readonly string[];
  readonly passwordless_root?: boolean;
  /** Addresses with ports, for example `127.0.0.1:8332`. */
  readonly listening?: readonly string[];
  /** The one port that is open for the onion service. */
  readonly onion_port?: number;
  /** Files of the services that the user jm-bridge owns. */
  readonly bridge_owned?: readonly string[];
}

export const HOST = object(
  {},
  {
    qubes_release: TEXT,
    collected: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
    policy_daemon_active: FLAG,
    policy_daemon_errors: { type: 'integer', minimum: 0 },
    qubesctl_running: FLAG,
    default_netvm: NAME,
    default_dispvm: NAME,
    clockvm: NAME,
    secret_files: TEXTS,
  },
);

export const INSIDE = object(
  {},
  {
    interfaces: TEXTS,
    qubes_ip: NAME,
    overrides: TEXTS,
    rpc_services: TEXTS,
    changed: TEXTS,
    passwordless_root: FLAG,
    listening: TEXTS,
    onion_port: { type: 'integer', minimum: 1, maximum: 65_535 },
    bridge_owned: TEXTS,
  },
);
