import { RuleError } from './refusal.ts';
import type { Authority, SigningAct } from './signing-act.ts';

/**
 * Asks the rules of an act's own kind. What they refuse is in the audit log before anybody hears of it.
 * @param about What it is about, where there is no act yet.
 * @throws What `ask` throws; AuditError, StoreError
 */
export async function onRecord<Value>(
  authority: Pick<Authority, 'refused'>,
  about: Pick<SigningAct, 'kind' | 'subject'>,
  ask: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof RuleError) await authority.refused(about, error);
    throw error;
  }
}
