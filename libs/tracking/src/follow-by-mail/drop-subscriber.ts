import type { AuditActor, Clock } from '#domain';
import type { AuditRepository, SubscriptionRepository } from '#persistence';

/** Ends everything that an address follows and takes every trace of the address. In a transaction of the State. */
export class DropSubscriber {
  constructor(
    private readonly rows: {
      readonly subscriptions: SubscriptionRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** Nothing happens where there is no such subscriber any more. */
  async drop(
    stateId: number,
    subscriberId: number,
    actor: Extract<AuditActor, 'mail_link' | 'mail_relay'>,
  ): Promise<void> {
    const { subscriptions, audit } = this.rows;
    if (!(await subscriptions.findSubscriber(stateId, subscriberId))) return;
    const topics = await subscriptions.listConfirmed(stateId, subscriberId);
    const now = this.clock.now();
    await subscriptions.forget(stateId, [subscriberId], now);
    await audit.append(stateId, {
      personId: null,
      actor,
      action: 'subscription.ended',
      subjectKind: 'subscription',
      subjectId: String(subscriberId),
      before: { followed: topics.map(({ kind, key }) => `${kind}:${key}`) },
      after: { followed: [] },
      happenedAt: now,
    });
  }
}
