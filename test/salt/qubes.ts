import { execa } from 'execa';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { INSTALLED, type Model } from './model.ts';

export const project = path.resolve(import.meta.dirname, '../..');
const venv = path.join(project, '.cache/salt/bin');
const COMMANDS = ['qvm-check', 'qvm-prefs', 'qvm-tags', 'qvm-volume', 'qvm-shutdown', 'systemctl'];

/**
 * The modules that the formula and Salt itself run. Salt would load all of its own to find some that are nowhere, which takes each
 * call a third longer; a state that runs another one fails here.
 */
const MODULES = ['cmd', 'config', 'cp', 'file', 'pillar', 'qvm', 'saltutil', 'slsutil', 'state', 'test'];

/** One state's outcome. */
export interface Outcome {
  readonly result: boolean | null;
  readonly changes: Record<string, unknown>;
  readonly comment: string;
}

/** What `state.apply` came to. */
export interface Applied {
  readonly failed: readonly string[];
  readonly changed: readonly string[];
  readonly states: Readonly<Record<string, Outcome>>;
  readonly text: string;
}

/** Makes .cache/salt. Says why the tests can't run here, or nothing. */
export async function saltMissing(): Promise<string | undefined> {
  const { exitCode, stderr } = await execa('sh', [path.join(project, 'scripts/setup/salt.sh')], {
    reject: false,
  });
  if (exitCode !== 0) return stderr;
  const { exitCode: noDpkg } = await execa('dpkg-deb', ['--version'], { reject: false });
  return noDpkg === 0 ? undefined : 'there is no dpkg-deb';
}

/** A machine with Qubes, as far as Salt sees it: each VM has a folder for its root, and dom0 holds the formula. */
export class Qubes {
  readonly #pillar: Record<string, unknown>;
  readonly work: string;

  private constructor(work: string, pillar: Record<string, unknown>) {
    this.work = work;
    this.#pillar = pillar;
  }

  /** @param pillar what the user writes below `jm`; the manifest of the packages is added. */
  static async install(pillar: Record<string, unknown> = {}): Promise<Qubes> {
    const work = await mkdtemp(path.join(tmpdir(), 'jm-salt-'));
    const qubes = new Qubes(work, pillar);
    await cp(path.join(project, 'salt/jm'), qubes.formula, { recursive: true });
    await writeFile(path.join(work, 'model.json'), JSON.stringify(INSTALLED));
    await mkdir(path.join(work, 'dom0/etc/qubes/policy.d'), { recursive: true });
    await qubes.#commands();
    await qubes.bringPackages('0.1.0-0jm1');
    await qubes.#bringBitcoind();
    for (const [id, release] of Object.entries({
      'tpl-jm-wallet': { debian_version: '13.2' },
      'tpl-jm-net': { debian_version: '13.2', whonix_version: '18.0.5.2' },
    })) {
      for (const [name, text] of Object.entries(release)) await qubes.write(id, `etc/${name}`, `${text}\n`);
    }
    return qubes;
  }

  get formula(): string {
    return path.join(this.work, 'dom0/srv/salt/jm');
  }

  get environment(): Record<string, string> {
    return {
      PATH: `${path.join(this.work, 'bin')}:${process.env['PATH'] ?? ''}`,
      PYTHONDONTWRITEBYTECODE: '1',
      JM_MODEL: path.join(this.work, 'model.json'),
      JM_FORMULA: this.formula,
      JM_TARGETS: path.join(this.work, 'dom0/var/lib/jm/targets'),
      JM_LOG: path.join(this.work, 'jm-apply.log'),
    };
  }

  /** Applies a state in one VM (or dom0). */
  async apply(id: string, state: string, pillar: Record<string, unknown> = {}): Promise<Applied> {
    const text = await this.#salt(id, ['state.apply', state], pillar);
    const parsed = JSON.parse(text) as {
      local: Record<string, Outcome & { readonly __id__?: string }> | string[];
    };
    if (Array.isArray(parsed.local)) return { failed: parsed.local, changed: [], states: {}, text };
    const states: Record<string, Outcome> = {};
    for (const [key, outcome] of Object.entries(parsed.local)) states[outcome.__id__ ?? key] = outcome;
    const names = Object.entries(states);
    return {
      failed: names.filter(([, { result }]) => result !== true).map(([name]) => name),
      changed: names.filter(([, { changes }]) => Object.keys(changes).length > 0).map(([name]) => name),
      states,
      text,
    };
  }

  /** The states that a target would get, as Salt's renderer makes them. */
  async render(id: string, state: string): Promise<unknown> {
    return (JSON.parse(await this.#salt(id, ['state.show_sls', state], {})) as { local: unknown }).local;
  }

  async model(): Promise<Model> {
    return JSON.parse(await readFile(path.join(this.work, 'model.json'), 'utf8')) as Model;
  }

  async change(edit: (model: Model) => void): Promise<void> {
    const model = await this.model();
    edit(model);
    await writeFile(path.join(this.work, 'model.json'), JSON.stringify(model));
  }

  async read(id: string, file: string): Promise<string> {
    return await readFile(path.join(this.work, id, file), 'utf8');
  }

  has(id: string, file: string): boolean {
    return existsSync(path.join(this.work, id, file));
  }

  async write(id: string, file: string, text: string): Promise<void> {
    const target = path.join(this.work, id, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  /** dom0 is of another release from now on. */
  async runRelease(release: string): Promise<void> {
    await this.#configure('dom0', release);
  }

  /** Runs salt/jm-apply in dom0. */
  async jmApply(
    arguments_: readonly string[],
    input = '',
  ): Promise<{ readonly code: number; readonly text: string }> {
    const { exitCode, all } = await execa('sh', [path.join(project, 'salt/jm-apply'), ...arguments_], {
      env: this.environment,
      input,
      reject: false,
      all: true,
    });
    return { code: exitCode ?? -1, text: all };
  }

  async remove(): Promise<void> {
    await rm(this.work, { recursive: true });
  }

  /** Two packages with what the states use of the real ones, and their manifest, which the pillar names from now on. */
  async bringPackages(version: string): Promise<void> {
    const directory = path.join(this.formula, 'files/packages');
    await mkdir(directory, { recursive: true });
    const sums: string[] = [];
    for (const name of ['jm-wallet', 'jm-net']) {
      const tree = path.join(this.work, 'build', name);
      const examples = path.join(tree, 'usr/share/doc', name, 'examples');
      await mkdir(path.join(tree, 'DEBIAN'), { recursive: true });
      await mkdir(examples, { recursive: true });
      const control = `Package: ${name}\nVersion: ${version}\nArchitecture: all\nMaintainer: Test <test@example.org>\nDescription: test\n`;
      await writeFile(path.join(tree, 'DEBIAN/control'), control);
      await cp(
        path.join(project, 'scripts/package/jm-net/bitcoind.service'),
        path.join(examples, 'bitcoind.service'),
      );
      const file = `${name}_${version}_all.deb`;
      await execa('dpkg-deb', ['--root-owner-group', '--build', tree, path.join(directory, file)]);
      sums.push(`${await sha256(path.join(directory, file))}  ${file}\n`);
    }
    await writeFile(path.join(directory, 'SHA256SUMS'), sums.join(''));
    await this.#setPillar({
      packages: { version, manifest: await sha256(path.join(directory, 'SHA256SUMS')) },
    });
  }

  async #bringBitcoind(): Promise<void> {
    const directory = path.join(this.formula, 'files/bitcoin');
    const programs = path.join(this.work, 'build/bitcoin-31.1/bin');
    await mkdir(programs, { recursive: true });
    await mkdir(directory, { recursive: true });
    for (const program of ['bitcoind', 'bitcoin-cli', 'bitcoin-qt'])
      await writeFile(path.join(programs, program), program);
    const file = 'bitcoin-31.1-x86_64-linux-gnu.tar.gz';
    const tarball = path.join(directory, file);
    await execa('tar', ['--create', '--gzip', `--file=${tarball}`, 'bitcoin-31.1'], {
      cwd: path.join(this.work, 'build'),
    });
    await writeFile(path.join(directory, 'SHA256SUMS'), `${await sha256(tarball)}  ${file}\n`);
  }

  async #setPillar(more: Record<string, unknown>): Promise<void> {
    const { username, gid } = userInfo();
    const { stdout: group } = await execa('id', ['-gn', username]);
    const owner = { owner: username, group: group || String(gid), policy_group: group || String(gid) };
    const jm = { ...more, ...this.#pillar, ...owner, root: `${this.work}/{{ grains['id'] }}` };
    const directory = path.join(this.work, 'pillar');
    await mkdir(directory, { recursive: true });
    await writeFile(path.join(directory, 'top.sls'), "base:\n  '*':\n    - jm\n");
    await writeFile(path.join(directory, 'jm.sls'), `${JSON.stringify({ jm }, null, 1)}\n`);
  }

  async #commands(): Promise<void> {
    const bin = path.join(this.work, 'bin');
    await mkdir(bin);
    const script = await readFile(path.join(project, 'test/salt/qubes-command.py'), 'utf8');
    await writeFile(path.join(bin, 'qubes-command'), `#!${path.join(venv, 'python3')}\n${script}`);
    await chmod(path.join(bin, 'qubes-command'), 0o755);
    for (const name of COMMANDS) await symlink('qubes-command', path.join(bin, name));
    // As the real one: dom0, or one target.
    const qubesctl = `#!/bin/sh
target=dom0
while :; do
  case $1 in
    --targets=*) target=\${1#--targets=}; shift ;;
    --*) shift ;;
    *) break ;;
  esac
done
JM_ROOT=${this.work}/$target exec ${venv}/salt-call --local --config-dir=${this.work}/config/$target --retcode-passthrough "$@"
`;
    await writeFile(path.join(bin, 'qubesctl'), qubesctl);
    await chmod(path.join(bin, 'qubesctl'), 0o755);
    for (const id of ['dom0', 'tpl-jm-wallet', 'tpl-jm-net', 'sys-whonix', 'sys-net'])
      await this.#configure(id);
  }

  async #configure(id: string, release = '4.3'): Promise<void> {
    const directory = path.join(this.work, 'config', id);
    await mkdir(directory, { recursive: true });
    const config = {
      id,
      root_dir: path.join(this.work, 'state', id),
      file_client: 'local',
      file_roots: { base: [path.join(this.work, 'dom0/srv/salt')] },
      pillar_roots: { base: [path.join(this.work, 'pillar')] },
      module_dirs: [path.join(project, 'test/salt')],
      grains:
        id === 'dom0' ? { nodename: 'dom0', osrelease: release } : { nodename: 'host', osrelease: '13' },
      log_level: 'error',
      enable_fqdns_grains: false,
      whitelist_modules: MODULES,
    };
    await writeFile(path.join(directory, 'minion'), JSON.stringify(config));
  }

  async #salt(id: string, command: readonly string[], pillar: Record<string, unknown>): Promise<string> {
    const { stdout } = await execa(
      path.join(this.work, 'bin/qubesctl'),
      [
        ...(id === 'dom0' ? [] : [`--targets=${id}`]),
        ...command,
        '--out=json',
        ...(Object.keys(pillar).length > 0 ? [`pillar=${JSON.stringify({ jm: pillar })}`] : []),
      ],
      { env: this.environment, reject: false },
    );
    return stdout;
  }
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
