import type { Clock, ReturnedAs } from '#domain';
import { judgeReturnedMail } from '#domain';
import { readReturnedMail } from '#mail';
import type { ReadReturnedMail, ReturnPathClaims, ReturnPaths, SealedReturnPath } from '#mail';
import type {
  AuditRepository,
  PeopleRepository,
  RecordDatabase,
  ReturnedMailRepository,
  SentMessage,
  StateRepository,
} from '#persistence';

import type { DropSubscriber } from '../follow-by-mail/drop-subscriber.js';
import type { ReturnedAccessMail } from './returned-access-mail.js';

/** `forged`: none of our return paths is in it, or not with our seal. It changes nothing, and nothing is kept of it. */
export type ReturnedMailOutcome = ReturnedAs | 'forged';

/** A relay that gave up after days is asked again after a while, but not for ever. */
const AGAIN_AFTER_MS = 4 * 3_600_000;
const MOST_RETURNS = 3;

type SealedMessagePath = Extract<SealedReturnPath, ReturnPathClaims>;

/** Takes a mail that a relay gave back, writes into the ledger what it says of ours, and draws the consequences. */
export class TakeReturnedMail {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly returned: ReturnedMailRepository;
      readonly people: PeopleRepository;
      readonly subscribers: DropSubscriber;
      readonly audit: AuditRepository;
    },
    private readonly accessMail: ReturnedAccessMail,
    private readonly paths: ReturnPaths,
    private readonly clock: Clock,
  ) {}

  /** @param source the whole mail, as it came in */
  async take(source: Buffer): Promise<ReturnedMailOutcome> {
    const returned = await readReturnedMail(source);
    const path = returned.cameBackTo.map((line) => this.paths.read(line)).find((found) => found !== null);
    if (!path) return 'forged';
    return path.about === 'person' ? this.accessMail.take(path, returned) : this.ofLedger(path, returned);
  }

  private async ofLedger(path: SealedMessagePath, returned: ReadReturnedMail): Promise<ReturnedMailOutcome> {
    const states = await this.repositories.states.listStates();
    if (!states.some(({ id }) => id === path.stateId)) return 'forged';
    return this.record.runState(path.stateId, async () => {
      const message = await this.repositories.returned.findSent(path.stateId, path.messageId);
      return message === null || message.acceptedAt === null
        ? 'forged'
        : this.settle(path, message, message.acceptedAt, returned);
    });
  }

  private async cannotReach(stateId: number, { personId, subscriberId }: SentMessage): Promise<void> {
    const { people, subscribers } = this.repositories;
    if (personId !== null) await people.markUnreachable(personId, this.clock.now());
    if (subscriberId !== null) await subscribers.drop(stateId, subscriberId, 'mail_relay');
  }

  private async settle(
    path: SealedMessagePath,
    message: SentMessage,
    acceptedAt: number,
    returned: ReadReturnedMail,
  ): Promise<ReturnedAs> {
    const { stateId } = path;
    const now = this.clock.now();
    const as = judgeReturnedMail(returned, { acceptedAt, sameAddress: path.wasFor(message.address) }, now);
    const rows = this.repositories.returned;
    await rows.recordReturn(stateId, message, { as, status: returned.status, at: now });
    const again = as === 'given_up' && message.returns + 1 < MOST_RETURNS;
    if (again) await rows.sendAgain(stateId, message.id, now + AGAIN_AFTER_MS);
    else if (as === 'given_up' || as === 'refused' || as === 'address_unusable')
      await rows.settleReturned(stateId, message.id);
    if (as === 'address_unusable') await this.cannotReach(stateId, message);
    await this.repositories.audit.append(stateId, {
      personId: message.personId,
      actor: 'mail_relay',
      action: 'message.returned',
      subjectKind: 'message',
      subjectId: String(message.id),
      after: { returnedAs: as, deliveryStatus: returned.status },
      happenedAt: now,
    });
    return as;
  }
}
