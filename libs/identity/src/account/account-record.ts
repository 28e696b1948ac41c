import type { Clock } from '#domain';
import type { AuditRepository, RecordDatabase } from '#persistence';

import type { Visitor } from '../session/visitor.js';

/** One change of an account, as the record of its State keeps it. Never a password, a hash or an address. */
export interface AccountChange {
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Changes of accounts leave who and what in the State that the person belongs to first, in the transaction of the change. */
export class AccountRecord {
  constructor(
    private readonly record: RecordDatabase,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async write<T>(
    person: Pick<Visitor, 'memberships'> & { readonly personId: number },
    change: AccountChange,
    work: () => Promise<T>,
  ): Promise<T> {
    const stateId = person.memberships[0]?.stateId;
    // Who belongs to no State has no State's record to be written in.
    if (stateId === undefined) return this.record.runShared(work);
    return this.record.runState(stateId, async () => {
      const result = await work();
      await this.audit.append(stateId, {
        personId: person.personId,
        actor: 'account',
        action: change.action,
        subjectKind: 'person',
        subjectId: String(person.personId),
        before: change.before,
        after: change.after,
        happenedAt: this.clock.now(),
      });
      return result;
    });
  }
}
