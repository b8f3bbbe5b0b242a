import { execa } from 'execa';
import { projectVersion } from '../build/bundle.ts';

/** What is the same in both packages of one build. */
export interface Release {
  /** Debian's version: ours and the packaging's revision. */
  readonly version: string;
  readonly maintainer: string;
  /** Seconds since 1970: the date of every file. */
  readonly epoch: number;
}

const MAINTAINER = 'The jm-split developers <maintainers@jm-split.invalid>';
/** Not in Debian, so that a package of Debian's own would be newer. */
const REVISION = '0jm1';

/**
 * The release that a tree stands for. Its date is SOURCE_DATE_EPOCH when that is set, and else the last commit's, so that two
 * builds of one commit are the same to the byte.
 */
export async function releaseOf(root: string, environment: NodeJS.ProcessEnv): Promise<Release> {
  return {
    // A pre-release sorts before its release.
    version: `${projectVersion().replaceAll('-', '~')}-${REVISION}`,
    maintainer: MAINTAINER,
    epoch: await epochOf(root, environment['SOURCE_DATE_EPOCH']),
  };
}

async function epochOf(root: string, given: string | undefined): Promise<number> {
  const text = given ?? (await execa('git', ['log', '-1', '--format=%ct'], { cwd: root })).stdout;
  if (!/^[0-9]{1,10}$/u.test(text)) throw new Error(`SOURCE_DATE_EPOCH is not a date: ${text}`);
  return Number(text);
}

/** A template with its placeholders filled in. */
export function fill(
  template: string,
  release: Release,
  more: Readonly<Record<string, string>> = {},
): string {
  const values: Readonly<Record<string, string>> = {
    VERSION: release.version,
    MAINTAINER: release.maintainer,
    DATE: new Date(release.epoch * 1000).toISOString().slice(0, 10),
    ...more,
  };
  return template.replace(/@([A-Z]+)@/gu, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing to put in for @${name}@`);
    return value;
  });
}

/** Debian's changelog has one entry: what changed is in the project's own, beside it. */
export function debianChangelog({ version, maintainer, epoch }: Release): string {
  const date = new Date(epoch * 1000).toUTCString().replace('GMT', '+0000');
  return [
    `jm-split (${version}) unstable; urgency=medium`,
    '',
    '  * New release; changelog.gz says what it brings.',
    '',
    ` -- ${maintainer}  ${date}`,
    '',
  ].join('\n');
}
