import type { SectionReader } from './section.ts';
import { oneOf } from './value.ts';

/** The section `[APPROVAL]`, which is ours: where the user is asked before something is signed. */
export interface ApprovalConfig {
  /** `both` asks on the terminal, and by a dialog where there is none. */
  readonly method: 'terminal' | 'dialog' | 'both';
}

/** Reads the section. @throws ConfigError */
export function readApproval(section: SectionReader): ApprovalConfig {
  return { method: section.get('method', oneOf('terminal', 'dialog', 'both'), 'terminal') };
}
