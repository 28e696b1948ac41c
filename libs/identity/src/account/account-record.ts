import type { AuditAction, AuditedFields, Clock } from '#domain';
import type { AuditRepository, RecordDatabase } from '#persistence';

import { isSecurityEvent } from '../security-log/security-event.js';
import type { SecurityLog } from '../security-log/security-log.js';

/** One change of an account, as the record keeps it. Never a password, a token, a hash or an address. */
export interface AccountChange {
  readonly action: AuditAction;
  readonly before?: AuditedFields | undefined;
  readonly after?: AuditedFields | undefined;
}

/** Whose account it is, and who changes it: its owner, or whoever runs the installation. */
export interface ChangedAccount {
  readonly personId: number;
  readonly by?: 'account' | 'command_line';
}

/**
 * Changes of accounts leave who, what, before and after in each State where the person has or had a role, in the transaction of
 * the change: an account belongs to no State, and whoever reads a State's history must learn of it. The log of security gets the
 * same, by its code alone, once the change stands.
 */
export class AccountRecord {
  constructor(
    private readonly record: RecordDatabase,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
    private readonly security: SecurityLog,
  ) {}

  async write<T>(
    { personId, by = 'account' }: ChangedAccount,
    { action, before, after }: AccountChange,
    work: () => Promise<T>,
  ): Promise<T> {
    const done = await this.record.runShared(async () => {
      const result = await work();
      await this.audit.appendForPerson(personId, {
        personId: by === 'account' ? personId : null,
        actor: by,
        action,
        subjectKind: 'person',
        subjectId: String(personId),
        before,
        after,
        happenedAt: this.clock.now(),
      });
      return result;
    });
    const { kind } = after ?? before ?? {};
    if (isSecurityEvent(action))
      await this.security.note({ event: action, personId, ways: kind === undefined ? undefined : [kind] });
    return done;
  }
}
