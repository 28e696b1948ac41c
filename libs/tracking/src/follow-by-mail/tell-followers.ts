import type { CivilDate, Clock } from '#domain';
import { addDays, civilDayOf } from '#domain';
import type { SignedLinks } from '#identity';
import { MAILS, messageIdFor } from '#mail';
import type { NewsOfTopic } from '#mail';
import type {
  MessageRepository,
  NamedTopic,
  PublicChange,
  PublicChangeRepository,
  RecordDatabase,
  State,
  Subscriber,
  Subscription,
  SubscriptionRepository,
} from '#persistence';

import { endLink } from './end-link.js';
import { tellChange, topicName, topicPage } from '../read-changes/tell-change.js';

/** Written one after the other; the next ones are asked for with the last id. */
const BATCH = 200;
/** As many as a mail tells of one topic; its page and feed have the rest. */
const MOST_CHANGES = 50;
/** The news of a day have this place among the mails of that day: a second mail of news cannot be written. */
const NEWS = 2;

/** What was published about one topic, by day. */
interface Published {
  readonly topic: NamedTopic;
  readonly changes: readonly { readonly on: CivilDate; readonly change: PublicChange }[];
}

/**
 * One mail a day at most to each address, with what was published about what it follows since the last one: whole days of the
 * State until yesterday, so that nothing falls between two mails. Where there is nothing to say there is no mail.
 */
export class TellFollowers {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly subscriptions: SubscriptionRepository;
      readonly messages: MessageRepository;
      readonly changes: PublicChangeRepository;
    },
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    private readonly settings: { readonly publicUrl: string },
  ) {}

  /** Whether anybody has not heard of yesterday. In a transaction of the State. */
  async isDue(state: State, on: CivilDate): Promise<boolean> {
    return (await this.rows.subscriptions.listUntold(state.id, addDays(on, -1), 0, 1)).length > 0;
  }

  /** Answers how many mails were written. Running again on the same day writes none. */
  async tell(state: State): Promise<number> {
    const on = civilDayOf(this.clock.now(), state.timeZone);
    const published = new Map<string, Promise<Published | null>>();
    const read = (topic: Subscription): Promise<Published | null> => {
      const name = `${topic.kind}:${topic.key}`;
      const found = published.get(name) ?? this.read(state, topic, on);
      published.set(name, found);
      return found;
    };
    let written = 0;
    let after = 0;
    for (;;) {
      const ids = await this.record.runState(state.id, () =>
        this.rows.subscriptions.listUntold(state.id, addDays(on, -1), after, BATCH),
      );
      for (const id of ids) written += await this.tellOne(state, id, on, read);
      const last = ids.at(-1);
      if (last === undefined || ids.length < BATCH) return written;
      after = last;
    }
  }

  private async read(state: State, topic: Subscription, on: CivilDate): Promise<Published | null> {
    const named = await this.rows.changes.findTopic(state.id, topic);
    if (!named) return null;
    const changes = await this.rows.changes.listChanges(state.id, MOST_CHANGES * 4, {
      topic: named,
      today: on,
    });
    return {
      topic: named,
      changes: changes.map((change) => ({ on: civilDayOf(change.at, state.timeZone), change })),
    };
  }

  private async tellOne(
    state: State,
    id: number,
    on: CivilDate,
    read: (topic: Subscription) => Promise<Published | null>,
  ): Promise<number> {
    const { subscriptions } = this.rows;
    const followed = await this.record.runState(state.id, () => subscriptions.listConfirmed(state.id, id));
    const published: [Subscription, Published][] = [];
    for (const subscription of followed) {
      const found = await read(subscription);
      if (found) published.push([subscription, found]);
    }
    return this.record.runState(state.id, async () => {
      const yesterday = addDays(on, -1);
      const subscriber = await subscriptions.findSubscriber(state.id, id);
      // Ended meanwhile, or told by another process.
      if (!subscriber || subscriber.toldUntil === null || subscriber.toldUntil >= yesterday) return 0;
      const since = subscriber.toldUntil;
      const news = published.flatMap(([subscription, of]) =>
        this.newsOf(state, subscriber, of, (day) => {
          const begun = civilDayOf(subscription.confirmedAt ?? 0, state.timeZone);
          return day > since && day >= begun && day <= yesterday;
        }),
      );
      await subscriptions.setTold(state.id, id, yesterday);
      if (news.length === 0) return 0;
      await this.mail(state, subscriber, news, on);
      return 1;
    });
  }

  private newsOf(
    state: State,
    { language }: Subscriber,
    { topic, changes }: Published,
    isNew: (day: CivilDate) => boolean,
  ): NewsOfTopic[] {
    const home = `${this.settings.publicUrl}/${language}/states/${state.iso3}`;
    const told = changes
      .filter(({ on }) => isNew(on))
      .map(({ change }) => tellChange(change, { language, home }));
    if (told.length === 0) return [];
    return [
      {
        topic: topicName(topic, language),
        url: `${home}${topicPage(topic)}`,
        changes: told.slice(0, MOST_CHANGES).map(({ title, url }) => ({ title, url })),
        more: Math.max(0, told.length - MOST_CHANGES),
      },
    ];
  }

  private async mail(
    state: State,
    { id, language }: Subscriber,
    topics: readonly NewsOfTopic[],
    on: CivilDate,
  ): Promise<void> {
    const now = this.clock.now();
    const token = endLink(this.links, state, id, now);
    const mail = MAILS.news({
      language,
      stateName: state.name[language],
      topics,
      endUrl: `${this.settings.publicUrl}/${language}/unfollow/${token}`,
      demonstration: state.demonstration,
    });
    const name = `${state.iso3}.follower-${id}.${on}.${NEWS}`;
    await this.rows.messages.saveMessage(state.id, {
      to: { subscriberId: id },
      civilOn: on,
      sequence: NEWS,
      messageId: messageIdFor(name, this.settings.publicUrl),
      subject: mail.subject,
      body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
      createdAt: now,
    });
  }
}
