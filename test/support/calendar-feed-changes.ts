import type { Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** How to make and to revoke an address of one's own calendar, by the forms of the page. */
export function calendarFeedChanges(ground: TrackingGround, somebody: () => Promise<Owner>): Changes {
  const actor = 'account';
  return {
    'POST /account/calendars': async () => {
      const { personId, cookie } = await somebody();
      return {
        url: '/account/calendars',
        cookie,
        personId,
        form: () => ({ name: 'phone' }),
        entry: {
          actor,
          action: 'calendar_feed.created',
          before: null,
          after: { name: 'phone', calendarState: 'live' },
        },
      };
    },
    'POST /account/calendars/{id}/revoke': async () => {
      const { personId, cookie } = await somebody();
      const visitor = await ground.tracking.visitors.visitor(personId, { kind: 'none' });
      const { feed } = await ground.tracking.calendarFeeds.create(visitor, 'phone');
      return {
        url: `/account/calendars/${feed.id}/revoke`,
        cookie,
        personId,
        form: () => ({}),
        entry: {
          actor,
          action: 'calendar_feed.revoked',
          before: { name: 'phone', calendarState: 'live' },
          after: { name: 'phone', calendarState: 'revoked' },
        },
      };
    },
  };
}
