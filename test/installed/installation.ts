import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundle, STAND_IN, type BundleTarget } from '../../scripts/build/bundle.ts';
import { buildPackages } from '../../scripts/package/packages.ts';
import type { ProcessGroup } from '../../scripts/regtest/processes.ts';
import { Qube } from './qube.ts';
import { DEBIAN_13 } from './where-debian-13.ts';

const CLIENT: BundleTarget = { name: 'qrexec-client-vm', entry: 'test/installed/qrexec-client.ts' };

/** The two packages, built from this tree. */
export interface Packages {
  readonly 'jm-wallet': string;
  readonly 'jm-net': string;
}

/** Builds the packages below `directory`. */
export async function packagesIn(directory: string): Promise<Packages> {
  const built = await buildPackages(path.join(directory, 'packages'));
  const file = (wanted: string): string => {
    const found = built.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`${wanted} was not built`);
    return found.file;
  };
  return { 'jm-wallet': file('jm-wallet'), 'jm-net': file('jm-net') };
}

/**
 * A template that runs, without network, with a package put into it by apt. What the package depends on must be there already.
 * @throws Error with what apt said when it does not install
 */
export async function install(
  processes: ProcessGroup,
  directory: string,
  packages: Packages,
  name: keyof Packages,
): Promise<Qube> {
  const template = await Qube.start(processes, {
    name: `tpl-${name}`,
    directory: path.join(directory, `tpl-${name}`),
    layers: [DEBIAN_13],
    network: 'none',
  });
  await bring(template, packages[name], `${name}.deb`);
  await template.output('apt-get', 'install', '--yes', '--no-install-recommends', `/run/qubes/${name}.deb`);
  return template;
}

/** What app qubes are started from. */
export interface Templates {
  /** Layers of the file system, as `Qube.start` takes them. */
  readonly wallet: readonly string[];
  readonly net: readonly string[];
  /** The stand-in that carries out calls. */
  readonly standIn: string;
}

/** Installs each package into a template of its own; the wallet's also gets what Qubes has in every VM: `user`, and a qrexec client. */
export async function makeTemplates(processes: ProcessGroup, directory: string): Promise<Templates> {
  const packages = await packagesIn(directory);
  const [wallet, net] = await Promise.all([
    install(processes, directory, packages, 'jm-wallet'),
    install(processes, directory, packages, 'jm-net'),
  ]);
  const bundles = path.join(directory, 'bundles');
  const [standIn, client] = await Promise.all([STAND_IN, CLIENT].map((target) => bundle(target, bundles)));
  if (standIn === undefined || client === undefined) throw new Error('the stand-in was not bundled');
  await writeFile(path.join(bundles, 'package.json'), '{ "type": "commonjs" }\n');
  await bring(wallet, client.file, CLIENT.name);
  await wallet.output('install', '-m', '755', `/run/qubes/${CLIENT.name}`, `/usr/bin/${CLIENT.name}`);
  await wallet.output('useradd', '--create-home', 'user');
  await Promise.all([wallet.stop(), net.stop()]);
  return {
    wallet: [wallet.upper, DEBIAN_13],
    net: [net.upper, DEBIAN_13],
    standIn: standIn.file,
  };
}

function bring(qube: Qube, file: string, name: string): Promise<void> {
  return copyFile(file, path.join(qube.directory, 'qubes', name));
}
