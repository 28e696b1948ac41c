import type { Clock, Instant } from '#domain';
import type {
  AuditRepository,
  FigureUploadRepository,
  RecordDatabase,
  RetentionRepository,
  StateRepository,
  SubscriptionRepository,
  UhriImportRepository,
} from '#persistence';

import { RETENTION_RULES } from './retention-rules.js';
import type { Retained } from './retention-rules.js';

const DAY_MS = 86_400_000;

/** How many rows were emptied or deleted, by rule. */
export type RetentionTally = Readonly<Record<Retained, number>>;

/** Lets go of what has been kept long enough. Running twice changes nothing; an interrupted run is continued by the next. */
export class ApplyRetention {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly retention: RetentionRepository;
      readonly audit: AuditRepository;
      readonly uhriImports: UhriImportRepository;
      readonly figureUploads: FigureUploadRepository;
      readonly subscriptions: SubscriptionRepository;
    },
    private readonly clock: Clock,
  ) {}

  async apply(): Promise<RetentionTally> {
    const { states, retention } = this.repositories;
    let bodies = 0;
    let imports = 0;
    let uploads = 0;
    let contacts = 0;
    let subscriptions = 0;
    for (const state of await states.listStates()) {
      bodies += await this.emptyBodies(state.id);
      imports += await this.forgetImports(state.id);
      uploads += await this.forgetUploads(state.id);
      contacts += await this.forgetContacts(state.id);
      subscriptions += await this.forgetSubscriptions(state.id);
    }
    return this.record.runShared(async () => ({
      message_body: bodies,
      uhri_import: imports,
      figure_upload: uploads,
      contribution_contact: contacts,
      subscription: subscriptions,
      sign_in_attempt: await retention.deleteAttempts(this.before('sign_in_attempt')),
      sign_in_link: await retention.deleteLinks(this.before('sign_in_link')),
      session: await retention.deleteSessions(this.before('session')),
      security_event: await retention.forgetSecurityEvents(this.before('security_event')),
      sign_in_challenge: await retention.deleteChallenges(this.before('sign_in_challenge')),
    }));
  }

  private emptyBodies(stateId: number): Promise<number> {
    const { retention, audit } = this.repositories;
    return this.record.runState(stateId, async () => {
      const emptied = await retention.emptyBodies(stateId, this.before('message_body'));
      if (emptied > 0)
        await audit.append(stateId, {
          personId: null,
          actor: 'retention',
          action: 'message.bodies_emptied',
          subjectKind: 'message',
          subjectId: 'all',
          after: { emptied, olderThanDays: RETENTION_RULES.message_body.days },
          happenedAt: this.clock.now(),
        });
      return emptied;
    });
  }

  private forgetImports(stateId: number): Promise<number> {
    return this.record.runState(stateId, () =>
      this.repositories.uhriImports.forgetOpenedBefore(stateId, this.before('uhri_import')),
    );
  }

  private forgetUploads(stateId: number): Promise<number> {
    return this.record.runState(stateId, () =>
      this.repositories.figureUploads.forgetUploadedBefore(stateId, this.before('figure_upload')),
    );
  }

  private forgetContacts(stateId: number): Promise<number> {
    const { retention, audit } = this.repositories;
    return this.record.runState(stateId, async () => {
      const forgotten = await retention.forgetContacts(stateId, this.before('contribution_contact'));
      if (forgotten > 0)
        await audit.append(stateId, {
          personId: null,
          actor: 'retention',
          action: 'contribution.addresses_forgotten',
          subjectKind: 'submission',
          subjectId: 'all',
          after: { emptied: forgotten, olderThanDays: RETENTION_RULES.contribution_contact.days },
          happenedAt: this.clock.now(),
        });
      return forgotten;
    });
  }

  private forgetSubscriptions(stateId: number): Promise<number> {
    const { subscriptions, audit } = this.repositories;
    return this.record.runState(stateId, async () => {
      const now = this.clock.now();
      const forgotten = await subscriptions.forgetUnconfirmed(stateId, this.before('subscription'), now);
      if (forgotten > 0)
        await audit.append(stateId, {
          personId: null,
          actor: 'retention',
          action: 'subscription.forgotten',
          subjectKind: 'subscription',
          subjectId: 'all',
          after: { emptied: forgotten, olderThanDays: RETENTION_RULES.subscription.days },
          happenedAt: now,
        });
      return forgotten;
    });
  }

  private before(what: Retained): Instant {
    return this.clock.now() - RETENTION_RULES[what].days * DAY_MS;
  }
}
