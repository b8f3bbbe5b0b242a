/** How a file gets from its source into a package. */
export type Preparation =
  /** As it lies in the repository. */
  | 'copy'
  | 'gzip'
  /** With the placeholders filled in: version, date, and what the program says of its commands. */
  | 'fill'
  | 'fill+gzip'
  /** A bundle, whose interpreter gets an absolute path: whoever sets PATH must not choose it. */
  | 'bundle';

/** One file of a package. */
export interface PackagedFile {
  /** Relative to the repository; of a bundle, its name. */
  readonly from: string;
  /** Absolute, in the installed system. */
  readonly to: string;
  readonly as: Preparation;
  readonly executable?: true;
}

/** A package, but for its bundle's text and the files that are written for it (copyright, changelog, md5sums). */
export interface PackageContents {
  readonly name: 'jm-wallet' | 'jm-net';
  /** What it is built around, for the copyright file. */
  readonly bundle: 'jm-wallet' | 'joinmarketd';
  /** Files of DEBIAN/ that are filled in, and maintainer scripts. */
  readonly control: readonly string[];
  readonly files: readonly PackagedFile[];
}

const templates = 'scripts/package';

export const WALLET_PACKAGE: PackageContents = {
  name: 'jm-wallet',
  bundle: 'jm-wallet',
  control: ['control', 'conffiles', 'postinst'],
  files: [
    { from: 'jm-wallet', to: '/usr/bin/jm-wallet', as: 'bundle', executable: true },
    { from: `${templates}/jm-wallet/apparmor`, to: '/etc/apparmor.d/jm-wallet', as: 'copy' },
    {
      from: `${templates}/jm-wallet/completion.bash`,
      to: '/usr/share/bash-completion/completions/jm-wallet',
      as: 'fill',
    },
    {
      from: `${templates}/jm-wallet/jm-wallet.1`,
      to: '/usr/share/man/man1/jm-wallet.1.gz',
      as: 'fill+gzip',
    },
    { from: 'docs/joinmarket.cfg', to: '/usr/share/doc/jm-wallet/examples/joinmarket.cfg', as: 'copy' },
    { from: 'docs/rules.ini', to: '/usr/share/doc/jm-wallet/examples/rules.ini', as: 'copy' },
    { from: 'CHANGELOG.md', to: '/usr/share/doc/jm-wallet/changelog.gz', as: 'gzip' },
  ],
};

export const NET_PACKAGE: PackageContents = {
  name: 'jm-net',
  bundle: 'joinmarketd',
  control: ['control', 'conffiles', 'postinst', 'prerm', 'postrm'],
  files: [
    { from: 'joinmarketd', to: '/usr/bin/joinmarketd', as: 'bundle', executable: true },
    { from: 'qubes-rpc/jm.Chain', to: '/etc/qubes-rpc/jm.Chain', as: 'copy', executable: true },
    { from: 'qubes-rpc/jm.Messages', to: '/etc/qubes-rpc/jm.Messages', as: 'copy', executable: true },
    { from: 'qubes-rpc/rpc-config/jm.Chain', to: '/etc/qubes/rpc-config/jm.Chain', as: 'copy' },
    { from: 'qubes-rpc/rpc-config/jm.Messages', to: '/etc/qubes/rpc-config/jm.Messages', as: 'copy' },
    { from: 'docs/joinmarket.cfg', to: '/etc/jm-net/joinmarket.cfg', as: 'copy' },
    { from: 'docs/directory.cfg', to: '/etc/jm-net/directory.cfg', as: 'copy' },
    { from: `${templates}/jm-net/apparmor`, to: '/etc/apparmor.d/joinmarketd', as: 'copy' },
    {
      from: `${templates}/jm-net/joinmarketd.service`,
      to: '/usr/lib/systemd/system/joinmarketd.service',
      as: 'copy',
    },
    {
      from: `${templates}/jm-net/joinmarketd-directory.service`,
      to: '/usr/lib/systemd/system/joinmarketd-directory.service',
      as: 'copy',
    },
    { from: `${templates}/jm-net/sysusers.conf`, to: '/usr/lib/sysusers.d/jm-net.conf', as: 'copy' },
    { from: `${templates}/jm-net/tmpfiles.conf`, to: '/usr/lib/tmpfiles.d/jm-net.conf', as: 'copy' },
    {
      from: `${templates}/jm-net/bind-dirs.conf`,
      to: '/usr/lib/qubes-bind-dirs.d/40_jm-net.conf',
      as: 'copy',
    },
    {
      from: `${templates}/jm-net/completion.bash`,
      to: '/usr/share/bash-completion/completions/joinmarketd',
      as: 'copy',
    },
    {
      from: `${templates}/jm-net/joinmarketd.8`,
      to: '/usr/share/man/man8/joinmarketd.8.gz',
      as: 'fill+gzip',
    },
    { from: 'docs/joinmarket.cfg', to: '/usr/share/doc/jm-net/examples/joinmarket.cfg', as: 'copy' },
    {
      from: `${templates}/jm-net/bitcoind.service`,
      to: '/usr/share/doc/jm-net/examples/bitcoind.service',
      as: 'copy',
    },
    {
      from: `${templates}/jm-net/bitcoin.conf`,
      to: '/usr/share/doc/jm-net/examples/bitcoin.conf',
      as: 'copy',
    },
    { from: 'CHANGELOG.md', to: '/usr/share/doc/jm-net/changelog.gz', as: 'gzip' },
    { from: `${templates}/jm-net/lintian-overrides`, to: '/usr/share/lintian/overrides/jm-net', as: 'copy' },
  ],
};
