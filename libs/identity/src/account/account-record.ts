import type { AuditAction, AuditedFields, Clock, Role } from '#domain';
import type { AuditRepository, RecordDatabase } from '#persistence';

import { isSecurityEvent } from '../security-log/security-event.js';
import type { SecurityLog } from '../security-log/security-log.js';

/** One change of an account, as the record keeps it. Never a password, a token, a hash or an address. */
export interface AccountChange {
  readonly action: AuditAction;
  readonly before?: AuditedFields | undefined;
  readonly after?: AuditedFields | undefined;
}

/** Somebody else who changes an account, in the role by which that is allowed, and why. */
export interface AccountSteward {
  readonly personId: number;
  readonly role: Role;
  readonly reason: string;
}

/** Whose account it is, and who changes it: its owner, whoever runs the installation, or whoever manages people. */
export interface ChangedAccount {
  readonly personId: number;
  readonly by?: 'account' | 'command_line' | AccountSteward;
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

  /** Where only the work tells what changed, `change` is asked afterwards. */
  async write<T>(
    { personId, by = 'account' }: ChangedAccount,
    change: AccountChange | ((result: T) => AccountChange),
    work: () => Promise<T>,
  ): Promise<T> {
    const { result, changed } = await this.record.runShared(async () => {
      const result = await work();
      const changed = typeof change === 'function' ? change(result) : change;
      const { action, before, after } = changed;
      await this.audit.appendForPerson(personId, {
        ...authorOf(personId, by),
        action,
        subjectKind: 'person',
        subjectId: String(personId),
        before,
        after,
        happenedAt: this.clock.now(),
      });
      return { result, changed };
    });
    const { kind } = changed.after ?? changed.before ?? {};
    if (isSecurityEvent(changed.action))
      await this.security.note({
        event: changed.action,
        personId,
        ways: kind === 'one_time_password' || kind === 'passkey' ? [kind] : undefined,
      });
    return result;
  }
}

function authorOf(personId: number, by: 'account' | 'command_line' | AccountSteward) {
  if (by === 'account') return { personId, actor: by };
  if (by === 'command_line') return { personId: null, actor: by };
  return { personId: by.personId, actor: by.role, reason: by.reason };
}
