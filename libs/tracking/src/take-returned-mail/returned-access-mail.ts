import type { Clock, ReturnedAs } from '#domain';
import { judgeReturnedMail } from '#domain';
import type { SecurityLog } from '#identity';
import type { ReadReturnedMail, SealedPersonPath } from '#mail';
import type { PeopleRepository, RecordDatabase, ReturnedMailRepository } from '#persistence';

/** A mail that was not delivered and that nobody sends again by itself: whoever invited has to see to it. */
const NOT_DELIVERED: ReadonlySet<ReturnedAs | 'forged'> = new Set<ReturnedAs>([
  'address_unusable',
  'refused',
  'given_up',
]);

/**
 * A mail about the way into an account that came back. It belongs to no State and to no ledger: that it did not arrive is noted
 * in the log of security, where the list of people reads it, and an address that takes no mail is held against its person.
 */
export class ReturnedAccessMail {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly returned: ReturnedMailRepository;
      readonly people: PeopleRepository;
    },
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** `forged` for somebody of whom nothing is kept any more. */
  async take(path: SealedPersonPath, returned: ReadReturnedMail): Promise<ReturnedAs | 'forged'> {
    const { personId } = path;
    const as = await this.record.runShared(() => this.settle(path, returned));
    if (NOT_DELIVERED.has(as))
      await this.security.note({ event: 'access_mail.returned', personId, reason: `access_mail.${as}` });
    return as;
  }

  private async settle(
    { personId, sentAt, wasFor }: SealedPersonPath,
    returned: ReadReturnedMail,
  ): Promise<ReturnedAs | 'forged'> {
    const now = this.clock.now();
    const person = await this.rows.returned.findWrittenTo(personId);
    if (person === null) return 'forged';
    const sameAddress = person.endedAt === null && wasFor(person.address);
    const as = judgeReturnedMail(returned, { acceptedAt: sentAt, sameAddress }, now);
    if (as === 'address_unusable') await this.rows.people.markUnreachable(personId, now);
    return as;
  }
}
