import type { LinkPurpose } from '#identity';

import type { WatchedState } from '../factories/watched-state.js';
import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

const FOLLOWED = ['recommendation:opsc-1-8'];

/** How the public follows by mail: asking, confirming, and stopping by the page and by the one click of a mail program. */
export function subscriptionChanges(ground: TrackingGround, peru: WatchedState): Changes {
  const { tracking } = ground;
  let asked = 0;

  async function opened(): Promise<string> {
    ground.clock.advance(-5_000);
    const form = await tracking.askToFollow.open(peru.state, { kind: 'recommendation', key: 'opsc-1-8' });
    ground.clock.advance(5_000);
    return form.opened;
  }

  /** Asks for another address; answers its subscription. */
  async function ask(): Promise<{ id: number; subscriber: number }> {
    const email = `reader${(asked += 1)}@reader.example`;
    const topic = { kind: 'recommendation', key: 'opsc-1-8' } as const;
    const wish = { topic, email, language: 'en', website: '', opened: await opened() } as const;
    await tracking.askToFollow.ask(peru.state, wish, `203.0.113.${asked}`);
    const [found] = await ground.rows<{ id: number; subscriber: number }>(
      peru.state.id,
      `SELECT id, subscriber_id AS subscriber FROM subscription WHERE state_id = $1 ORDER BY id DESC LIMIT 1`,
      [peru.state.id],
    );
    return found!;
  }

  const link = (purpose: LinkPurpose, personId: number, alertId: number | null): string =>
    tracking.signedLinks.sign({
      purpose,
      state: 'PER',
      personId,
      alertId,
      expiresAt: ground.clock.now() + 35 * 86_400_000,
    });

  async function confirmed(): Promise<number> {
    const { id, subscriber } = await ask();
    await tracking.followLinks.confirm(link('confirm_subscription', subscriber, id));
    return subscriber;
  }

  const ending =
    (urlOf: (token: string) => string, form: Readonly<Record<string, string>>) =>
    async (): Promise<Change> => ({
      url: urlOf(link('end_subscription', await confirmed(), null)),
      personId: null,
      form: () => form,
      entry: {
        actor: 'mail_link',
        action: 'subscription.ended',
        before: { followed: FOLLOWED },
        after: { followed: [] },
      },
    });

  return {
    'POST /states/{iso3}/follow': async () => {
      const token = await opened();
      const email = `reader${(asked += 1)}@reader.example`;
      return {
        url: '/states/PER/follow',
        personId: null,
        form: () => ({ kind: 'recommendation', key: 'opsc-1-8', email, language: 'es', opened: token }),
        entry: { actor: 'public', action: 'subscription.asked', before: null, after: { followed: FOLLOWED } },
        usesUp: ['sign_in_attempt'],
      };
    },
    'POST /follow/{token}': async () => {
      const { id, subscriber } = await ask();
      return {
        url: `/follow/${link('confirm_subscription', subscriber, id)}`,
        personId: null,
        form: () => ({}),
        entry: {
          actor: 'mail_link',
          action: 'subscription.confirmed',
          before: null,
          after: { followed: FOLLOWED },
        },
      };
    },
    'POST /unfollow/{token}': ending((token) => `/unfollow/${token}`, { subscription: 'all' }),
    'POST /{lang}/unfollow/{token}': ending((token) => `/es/unfollow/${token}`, {
      'List-Unsubscribe': 'One-Click',
    }),
  };
}
