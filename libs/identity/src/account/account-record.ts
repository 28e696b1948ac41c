import type { AuditAction, AuditedFields, Clock } from '#domain';
import type { AuditRepository, RecordDatabase } from '#persistence';

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
 * the change: an account belongs to no State, and whoever reads a State's history must learn of it.
 */
export class AccountRecord {
  constructor(
    private readonly record: RecordDatabase,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async write<T>(
    { personId, by = 'account' }: ChangedAccount,
    { action, before, after }: AccountChange,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.record.runShared(async () => {
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
  }
}
