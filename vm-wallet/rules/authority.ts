import { MAX_MONEY, sats } from '../../shared/bitcoin/amount.ts';
import { toHex } from '../../shared/crypto/bytes.ts';
import { AuditLog, type AuditPlace } from '../audit/audit-log.ts';
import type { AuditEntry, OwnersChange, Reason } from '../audit/entry.ts';
import type { WalletState } from '../store/state.ts';
import type { StateStore } from '../store/wallet-store.ts';
import { RefusalQuota } from './refusal-quota.ts';
import { enforce, RuleError } from './refusal.ts';
import type { ActInTurn, ActKind, AlsoOnDisk, Authority, SigningAct } from './signing-act.ts';
import type { Approvals } from './spending/approvals.ts';
import { allowanceFor } from './spending/allowances.ts';
import { isInForce, rulesId, rulesOf } from './spending/rules-in-force.ts';
import { SPENDING_RULES, type SpendingFacts } from './spending/rules.ts';
import type { SpendingRules } from './spending/spending-rules.ts';
import {
  DAY_SECONDS,
  HOUR_SECONDS,
  isWithin,
  outflowOf,
  usageOf,
  usedWithin,
  type Moment,
  type PastAct,
} from './spending/usage.ts';

/** What the last word is made of. */
export interface AuthorityParts {
  readonly store: StateStore;
  readonly approvals: Approvals;
  /** rules.ini. */
  readonly rulesFile: string;
  readonly auditPlace: AuditPlace;
  readonly moment: () => Moment;
  /** Seconds since some moment, on a clock that nobody can set. */
  readonly uptime: () => number;
}

type Used = SpendingFacts['used'];

/** Makers answer takers, and announce their bonds, within the rules and without anybody at the screen. */
const UNATTENDED: ReadonlySet<ActKind> = new Set(['coinjoin-maker', 'disclosure', 'bond-announcement']);
/** What moves no money says nothing about the transaction that an approval was for. */
const WITHOUT_MONEY: ReadonlySet<ActKind> = new Set(['commitment', 'message', 'bond-certificate']);

/**
 * The last word on each use of a key: the user's spending rules, and then the audit log. One act after the other, so that several at
 * once can't each take the same room below a cap.
 */
export class SpendingAuthority implements Authority {
  readonly #parts: AuthorityParts;
  readonly #refusals: Readonly<Record<'others' | 'owner', RefusalQuota>>;
  #opened: { readonly log: AuditLog; past: PastAct[] } | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #accepted: { readonly text: string | null; readonly rules: SpendingRules } | null = null;

  constructor(parts: AuthorityParts) {
    this.#parts = parts;
    this.#refusals = { others: new RefusalQuota(parts.uptime), owner: new RefusalQuota(parts.uptime) };
  }

  async authorise(act: SigningAct, also: AlsoOnDisk = () => undefined): Promise<void> {
    await this.authoriseInTurn(act.kind, () => ({ act, also }));
  }

  authoriseInTurn<Planned extends ActInTurn>(
    kind: ActKind,
    plan: () => Planned | null,
  ): Promise<Planned | null> {
    const reason = this.#reasonFor(kind);
    return this.#inTurn(async () => {
      const planned = plan();
      if (planned !== null) await this.#decide(planned.act, reason, planned.also);
      return planned;
    });
  }

  refused(about: Pick<SigningAct, 'kind' | 'subject'>, error: RuleError): Promise<void> {
    return this.#inTurn(() => {
      const time = this.#parts.moment();
      return this.#noteRefusal(this.#open(time).log, about, time, error);
    });
  }

  /**
   * Writes down what the owner changes about the rules, and then changes it.
   * @throws AuditError, StoreError
   */
  change(entry: OwnersChange, change: (draft: WalletState) => void): Promise<void> {
    return this.#inTurn(async () => {
      const time = this.#parts.moment();
      const { log } = this.#open(time);
      log.append({ ...entry, at: time.now, blockTime: time.blockTime });
      await this.#parts.store.commit((draft) => {
        change(draft);
        draft.audit = { ...log.position };
      });
    });
  }

  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(act);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What was used in the last hour and the last day. @throws AuditError */
  used(): Used {
    const moment = this.#parts.moment();
    return usedUntil(this.#open(moment).past, moment);
  }

  async #decide(act: SigningAct, reason: Reason, also: AlsoOnDisk): Promise<void> {
    checkNumbers(act);
    const { store, moment } = this.#parts;
    const time = moment();
    const opened = this.#open(time);
    const usage = usageOf(act);
    const charged =
      reason === 'allowance' ? allowanceFor(store.state.allowances, time, outflowOf(usage)) : null;
    const fitsAllowance = charged === null ? null : charged >= 0;
    try {
      enforce(SPENDING_RULES, this.#facts(act, time, opened.past, fitsAllowance));
      await store.commit((draft) => {
        // First, so that what it forbids is neither in the log nor counted.
        also(draft);
        opened.log.append(this.#entryOf(act, time, reason));
        opened.past.push({ at: time.now, blockTime: time.blockTime, usage });
        draft.audit = { ...opened.log.position };
        const allowance = charged === null ? undefined : draft.allowances[charged];
        if (allowance !== undefined) {
          allowance.spent = (BigInt(allowance.spent) + outflowOf(usage)).toString();
        }
      });
    } catch (error) {
      if (error instanceof RuleError) await this.#noteRefusal(opened.log, act, time, error);
      throw error;
    }
  }

  #facts(
    act: SigningAct,
    moment: Moment,
    past: readonly PastAct[],
    fitsAllowance: boolean | null,
  ): SpendingFacts {
    const { store, rulesFile } = this.#parts;
    const text = store.state.rules?.text ?? null;
    const rules = this.#rulesIn(text);
    const counts = Object.keys({ ...rules.caps.hour, ...rules.caps.day }).length > 0;
    return {
      act,
      rules,
      isAccepted: isInForce(rulesFile, text),
      used: usedUntil(counts ? past : [], moment),
      moment,
      fitsAllowance,
    };
  }

  #rulesIn(text: string | null): SpendingRules {
    const known = this.#accepted;
    if (known !== null && known.text === text) return known.rules;
    const rules = rulesOf(text, this.#parts.store.state.network);
    this.#accepted = { text, rules };
    return rules;
  }

  /** Taken when the act comes in, not when it is its turn: of two at once, only one has the approval. */
  #reasonFor(kind: ActKind): Reason {
    if (UNATTENDED.has(kind)) return 'maker-rules';
    const { approvals } = this.#parts;
    return (WITHOUT_MONEY.has(kind) ? approvals.by : approvals.take()) ?? 'command';
  }

  /** Opens the log once, and keeps of the past what may still count. */
  #open(moment: Moment): { readonly log: AuditLog; past: PastAct[] } {
    if (this.#opened === null) {
      const { store, auditPlace } = this.#parts;
      const { log, entries } = AuditLog.open(auditPlace, store.state.audit, (entry) =>
        isWithin(entry, moment, DAY_SECONDS),
      );
      this.#opened = { log, past: entries.flatMap(pastAct) };
    }
    this.#opened.past = this.#opened.past.filter((act) => isWithin(act, moment, DAY_SECONDS));
    return this.#opened;
  }

  #entryOf(act: SigningAct, { now, blockTime }: Moment, reason: Reason): AuditEntry {
    const text = this.#parts.store.state.rules?.text;
    return {
      outcome: 'allowed',
      at: now,
      blockTime,
      act: act.kind,
      subject: act.subject,
      signatures: act.signatures,
      amount: act.amount.toString(),
      minerFee: act.minerFee.toString(),
      coinjoinFee: act.coinjoinFee.toString(),
      destinations: act.destinations.map(toHex),
      rules: text === undefined ? null : rulesId(text),
      reason,
    };
  }

  async #noteRefusal(
    log: AuditLog,
    { kind, subject }: Pick<SigningAct, 'kind' | 'subject'>,
    { now, blockTime }: Moment,
    error: RuleError,
  ): Promise<void> {
    // Two quotas: what peers provoke must not keep out of the log what the owner's own commands are refused.
    const unlogged = this.#refusals[UNATTENDED.has(kind) ? 'others' : 'owner'].take(`${kind} ${subject}`);
    if (unlogged === null) return;
    const rule = error.code.replace(/^rule-/u, '');
    log.append({
      outcome: 'refused',
      at: now,
      blockTime,
      act: kind,
      subject,
      rule,
      unlogged,
    });
    await this.#parts.store.commit((draft) => {
      draft.audit = { ...log.position };
    });
  }
}

function usedUntil(past: readonly PastAct[], moment: Moment): Used {
  return { hour: usedWithin(past, moment, HOUR_SECONDS), day: usedWithin(past, moment, DAY_SECONDS) };
}

function pastAct(entry: AuditEntry): PastAct[] {
  if (entry.outcome !== 'allowed') return [];
  const { at, blockTime, act, signatures, amount, minerFee, coinjoinFee } = entry;
  const usage = usageOf({
    kind: act,
    signatures,
    amount: sats(BigInt(amount)),
    minerFee: BigInt(minerFee),
    coinjoinFee: BigInt(coinjoinFee),
  });
  return [{ at, blockTime, usage }];
}

/** What no transaction can have must not come near a sum. */
function checkNumbers({ signatures, amount, minerFee, coinjoinFee }: SigningAct): void {
  const isMoney = (value: bigint): boolean => value <= MAX_MONEY && value >= -MAX_MONEY;
  const fits =
    Number.isSafeInteger(signatures) &&
    signatures >= 1 &&
    amount >= 0n &&
    [amount, minerFee, coinjoinFee].every(isMoney);
  if (!fits) throw new RangeError('an act with numbers that no transaction has');
}
