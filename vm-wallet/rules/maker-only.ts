import { onRecord } from './on-record.ts';
import { RuleError } from './refusal.ts';
import type { ActInTurn, ActKind, AlsoOnDisk, Authority, SigningAct } from './signing-act.ts';

/** What a key may be used for when the maker password opened the wallet. Each kind of act has its line, so that a new one must decide. */
const ALLOWED: Readonly<Record<ActKind, boolean>> = {
  payment: false,
  replacement: false,
  child: false,
  psbt: false,
  'coinjoin-taker': false,
  'coinjoin-maker': true,
  commitment: false,
  disclosure: true,
  message: false,
  'bond-certificate': false,
  'bond-announcement': true,
};

/** The last word under the maker password: nothing but what a maker does, and nothing that sends. What is left, another authority judges. */
export class MakerOnlyAuthority implements Authority {
  readonly #next: Authority;

  constructor(next: Authority) {
    this.#next = next;
  }

  async authorise(act: SigningAct, also?: AlsoOnDisk): Promise<void> {
    await onRecord(this, act, () => {
      check(act);
    });
    await this.#next.authorise(act, also);
  }

  authoriseInTurn<Planned extends ActInTurn>(
    kind: ActKind,
    plan: () => Planned | null,
  ): Promise<Planned | null> {
    return this.#next.authoriseInTurn(kind, () => {
      const planned = plan();
      if (planned === null) return null;
      const also: AlsoOnDisk = (draft) => {
        check(planned.act);
        planned.also(draft);
      };
      return { ...planned, also };
    });
  }

  refused(about: Pick<SigningAct, 'kind' | 'subject'>, error: RuleError): Promise<void> {
    return this.#next.refused(about, error);
  }
}

/** @throws RuleError */
function check(act: SigningAct): void {
  const refusal = refusalOf(act);
  if (refusal !== null) throw new RuleError('maker-only', refusal);
}

function refusalOf({ kind, amount, destinations }: SigningAct): string | null {
  if (!ALLOWED[kind]) return `the maker password is not for this (${kind})`;
  return amount > 0n || destinations.length > 0 ? 'the maker password sends nothing to others' : null;
}
