import type { Clock, Topic } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type { ContributionLimit, OpenedForms, SignedLinks } from '#identity';
import { MAILS, messageIdFor } from '#mail';
import type {
  AuditRepository,
  MessageRepository,
  NamedTopic,
  PublicChangeRepository,
  RecordDatabase,
  State,
  Subscription,
  SubscriptionRepository,
} from '#persistence';
import type { JobDispatcher } from '#queue';

import { topicName } from '../read-changes/tell-change.js';
import { RETENTION_RULES } from '../retention/retention-rules.js';

const DAY_MS = 86_400_000;
/** Nobody reads the page and types an address faster. */
const SHORTEST_MS = 2_000;

export interface WishToFollow {
  readonly topic: Topic;
  readonly email: string;
  readonly language: 'en' | 'es';
  /** A field that people do not see: programs fill it in. */
  readonly website: string;
  /** When the form was opened, as it was signed then. */
  readonly opened: string;
}

/**
 * Somebody of the public wants to hear by mail of what is published about a part of a State. One mail asks the mailbox itself;
 * nothing else goes there before it says yes. The answer is the same whether the address is known or not, and whether its
 * mailbox had its share of the day already: nobody learns here who follows what.
 */
export class AskToFollow {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly subscriptions: SubscriptionRepository;
      readonly messages: MessageRepository;
      readonly changes: PublicChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly guards: { readonly forms: OpenedForms; readonly limit: ContributionLimit },
    private readonly doors: { readonly links: SignedLinks; readonly dispatcher: JobDispatcher },
    private readonly clock: Clock,
    private readonly settings: { readonly publicUrl: string },
  ) {}

  /** What is to be followed, and what its form carries that is shown now. @throws UserError `subscription.topic_unknown` */
  async open(state: State, topic: Topic): Promise<{ readonly topic: NamedTopic; readonly opened: string }> {
    return { topic: await this.named(state, topic), opened: this.guards.forms.open(formOf(state)) };
  }

  /**
   * @param address from where it came.
   * @throws UserError `contribution.robot`, `.form_expired`, `.too_fast`, `subscription.too_many` or `.topic_unknown`.
   */
  async ask(state: State, wish: WishToFollow, address: string): Promise<void> {
    this.refuseProgram(state, wish);
    const topic = await this.named(state, wish.topic);
    if (!(await this.guards.limit.mayWrite(address, null)))
      throw new UserError(
        'conflict',
        'subscription.too_many',
        'Much was asked for from your network within a day. Ask again tomorrow, or take the feed.',
      );
    const email = wish.email.toLowerCase();
    if (!(await this.guards.limit.mayFill(`${state.iso3} ${email}`))) return;
    await this.record.runState(state.id, () => this.save(state, topic, { ...wish, email }));
    // The tick asks for it too: somebody waits for this mail.
    await this.doors.dispatcher.dispatch('mail.deliver', { state: state.iso3 }).catch(() => undefined);
  }

  private async named(state: State, topic: Topic): Promise<NamedTopic> {
    const found = await this.rows.changes.findTopic(state.id, topic);
    if (found) return found;
    throw new UserError(
      'not_found',
      'subscription.topic_unknown',
      `${state.iso3} has no ${topic.kind} "${topic.key}" that could be followed.`,
    );
  }

  private async save(state: State, topic: NamedTopic, { email, language }: WishToFollow): Promise<void> {
    const at = this.clock.now();
    const asked = await this.rows.subscriptions.ask(state.id, email, topic, { language, at });
    await this.rows.audit.append(state.id, {
      personId: null,
      actor: 'public',
      action: 'subscription.asked',
      subjectKind: 'subscription',
      subjectId: String(asked.subscriberId),
      after: { followed: [`${topic.kind}:${topic.key}`] },
      happenedAt: at,
    });
    await this.mail(state, topic, asked, language);
  }

  private async mail(
    state: State,
    topic: NamedTopic,
    { id, subscriberId }: Subscription,
    language: 'en' | 'es',
  ): Promise<void> {
    const now = this.clock.now();
    const token = this.doors.links.sign({
      purpose: 'confirm_subscription',
      state: state.iso3,
      personId: subscriberId,
      alertId: id,
      expiresAt: now + RETENTION_RULES.subscription.days * DAY_MS,
    });
    const mail = MAILS.subscription({
      language,
      stateName: state.name[language],
      topic: topicName(topic, language),
      url: `${this.settings.publicUrl}/${language}/follow/${token}`,
      days: RETENTION_RULES.subscription.days,
      demonstration: state.demonstration,
    });
    const on = civilDayOf(now, state.timeZone);
    const sequence = await this.rows.subscriptions.nextSequence(state.id, subscriberId, on);
    const name = `${state.iso3}.follower-${subscriberId}.${on}.${sequence}`;
    await this.rows.messages.saveMessage(state.id, {
      to: { subscriberId },
      civilOn: on,
      sequence,
      messageId: messageIdFor(name, this.settings.publicUrl),
      subject: mail.subject,
      body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
      createdAt: now,
    });
  }

  private refuseProgram(state: State, wish: WishToFollow): void {
    if (wish.website !== '')
      throw new UserError(
        'invalid_input',
        'contribution.robot',
        'website: leave this field empty; it is there for programs that fill in everything.',
      );
    const openFor = this.guards.forms.openFor(formOf(state), wish.opened);
    if (openFor === null)
      throw new UserError(
        'invalid_input',
        'contribution.form_expired',
        'opened: expected what the form was given today. Open the page again and send it from there.',
      );
    if (openFor < SHORTEST_MS)
      throw new UserError(
        'invalid_input',
        'contribution.too_fast',
        'opened: that was faster than anybody writes. Wait a few seconds and send it again.',
      );
  }
}

const formOf = ({ iso3 }: State): string => `${iso3}/follow`;
