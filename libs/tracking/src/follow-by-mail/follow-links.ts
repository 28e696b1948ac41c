import type { Clock } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import type { SignedLinks } from '#identity';
import type {
  AuditRepository,
  NamedTopic,
  PublicChangeRepository,
  RecordDatabase,
  State,
  StateRepository,
  Subscription,
  SubscriptionRepository,
} from '#persistence';

import type { DropSubscriber } from './drop-subscriber.js';
import { endLink } from './end-link.js';

export interface FollowedTopic {
  /** Of the subscription. */
  readonly id: number;
  /** Null: it is no longer on record. */
  readonly topic: NamedTopic | null;
}

/** What the holder of a mail's link may see: nothing of the address. */
export interface FollowLinkReading {
  readonly state: State;
  readonly followed: readonly FollowedTopic[];
}

export interface ConfirmationReading extends FollowLinkReading {
  readonly confirmed: boolean;
  /** Link that ends it; null before it is confirmed. */
  readonly end: string | null;
}

/** What the links in mails to followers do: confirm, and stop. Looking changes nothing, however often. */
export class FollowLinks {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly states: StateRepository;
      readonly subscriptions: SubscriptionRepository;
      readonly changes: PublicChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly subscribers: DropSubscriber,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError when the link is altered or expired, or what it was made for is gone. */
  async readConfirmation(token: string): Promise<ConfirmationReading> {
    const { state, alertId } = await this.claimsOf(token, 'confirm_subscription');
    const asked = await this.record.runState(state.id, () =>
      this.rows.subscriptions.lock(state.id, alertId ?? 0),
    );
    if (!asked) throw gone();
    const confirmed = asked.confirmedAt !== null;
    const end = confirmed ? endLink(this.links, state, asked.subscriberId, this.clock.now()) : null;
    return { state, confirmed, end, followed: await this.named(state, [asked]) };
  }

  /** Confirming again changes nothing. @throws UserError as reading does. */
  async confirm(token: string): Promise<void> {
    const { state, alertId } = await this.claimsOf(token, 'confirm_subscription');
    await this.record.runState(state.id, async () => {
      const { subscriptions, audit } = this.rows;
      const asked = await subscriptions.lock(state.id, alertId ?? 0);
      if (!asked) throw gone();
      if (asked.confirmedAt !== null) return;
      const at = this.clock.now();
      // What is published on the day of the confirmation is told: by then the mail of that day has left, or leaves without it.
      const toldUntil = addDays(civilDayOf(at, state.timeZone), -1);
      await subscriptions.confirm(state.id, asked, { at, toldUntil });
      await audit.append(state.id, {
        personId: null,
        actor: 'mail_link',
        action: 'subscription.confirmed',
        subjectKind: 'subscription',
        subjectId: String(asked.subscriberId),
        after: { followed: [`${asked.kind}:${asked.key}`] },
        happenedAt: at,
      });
    });
  }

  /** @throws UserError when the link is altered or expired. Nothing followed: it was all ended before. */
  async readEnd(token: string): Promise<FollowLinkReading> {
    const { state, personId } = await this.claimsOf(token, 'end_subscription');
    const standing = await this.record.runState(state.id, () =>
      this.rows.subscriptions.listConfirmed(state.id, personId),
    );
    return { state, followed: await this.named(state, standing) };
  }

  /**
   * Ends one of those that the address follows in the State, or all; with the last one the address is deleted. Ending what has
   * ended changes nothing.
   */
  async end(token: string, subscription: number | null): Promise<void> {
    const { state, personId } = await this.claimsOf(token, 'end_subscription');
    await this.record.runState(state.id, async () => {
      const { subscriptions, audit } = this.rows;
      const standing = await subscriptions.listConfirmed(state.id, personId);
      const ended = standing.find(({ id }) => id === subscription);
      if (subscription !== null && !ended) return;
      if (!ended || standing.length === 1) return this.subscribers.drop(state.id, personId, 'mail_link');
      await subscriptions.end(state.id, ended.id);
      await audit.append(state.id, {
        personId: null,
        actor: 'mail_link',
        action: 'subscription.ended',
        subjectKind: 'subscription',
        subjectId: String(personId),
        before: { followed: standing.map(topicOf) },
        after: { followed: standing.filter(({ id }) => id !== ended.id).map(topicOf) },
        happenedAt: this.clock.now(),
      });
    });
  }

  private async claimsOf(token: string, purpose: 'confirm_subscription' | 'end_subscription') {
    const claims = this.links.read(token, this.clock.now(), purpose);
    return { ...claims, state: await this.rows.states.getState(claims.state) };
  }

  private async named(state: State, subscriptions: readonly Subscription[]): Promise<FollowedTopic[]> {
    const named: FollowedTopic[] = [];
    for (const { id, kind, key } of subscriptions)
      named.push({ id, topic: await this.rows.changes.findTopic(state.id, { kind, key }) });
    return named;
  }
}

const topicOf = ({ kind, key }: Subscription): string => `${kind}:${key}`;

const gone = (): UserError =>
  new UserError(
    'not_found',
    'subscription.gone',
    'This was not confirmed in time, or was ended since. Ask for it again on the page of what is to be followed.',
  );
