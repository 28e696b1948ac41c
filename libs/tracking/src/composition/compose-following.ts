import type { Clock } from '#domain';
import { ContributionLimit, OpenedForms } from '#identity';
import type { SecurityLog, SignedLinks } from '#identity';
import {
  AuditRepository,
  MessageRepository,
  PublicChangeRepository,
  SignInAttemptRepository,
  StateRepository,
  SubscriptionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { AskToFollow } from '../follow-by-mail/ask-to-follow.js';
import { DropSubscriber } from '../follow-by-mail/drop-subscriber.js';
import { FollowLinks } from '../follow-by-mail/follow-links.js';
import { TellFollowers } from '../follow-by-mail/tell-followers.js';

/** How the public follows by mail what is published. */
export interface FollowingUseCases {
  readonly askToFollow: AskToFollow;
  readonly followLinks: FollowLinks;
  readonly tellFollowers: TellFollowers;
  readonly subscriptions: SubscriptionRepository;
}

export function composeFollowing(
  record: RecordDatabase,
  clock: Clock,
  { links, dispatcher }: { readonly links: SignedLinks; readonly dispatcher: JobDispatcher },
  security: SecurityLog,
  settings: { readonly publicUrl: string; readonly sessionSecret: string },
): FollowingUseCases {
  const subscriptions = new SubscriptionRepository(record);
  const messages = new MessageRepository(record);
  const changes = new PublicChangeRepository(record);
  const audit = new AuditRepository(record);
  const guards = {
    forms: new OpenedForms(settings.sessionSecret, clock),
    limit: new ContributionLimit(
      new SignInAttemptRepository(record),
      clock,
      settings.sessionSecret,
      security,
    ),
  };
  return {
    subscriptions,
    askToFollow: new AskToFollow(
      record,
      { subscriptions, messages, changes, audit },
      guards,
      { links, dispatcher },
      clock,
      settings,
    ),
    followLinks: new FollowLinks(
      record,
      { states: new StateRepository(record), subscriptions, changes, audit },
      new DropSubscriber({ subscriptions, audit }, clock),
      links,
      clock,
    ),
    tellFollowers: new TellFollowers(record, { subscriptions, messages, changes }, links, clock, settings),
  };
}
