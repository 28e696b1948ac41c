import type { CalendarFeed } from '#contracts';
import type { StoredCalendarFeed } from '#identity';

export function calendarFeedView({
  id,
  name,
  createdAt,
  lastReadAt,
  revokedAt,
}: StoredCalendarFeed): CalendarFeed {
  return {
    id,
    name,
    state: revokedAt === null ? 'live' : 'revoked',
    createdAt: new Date(createdAt).toISOString(),
    lastReadAt: lastReadAt === null ? null : new Date(lastReadAt).toISOString(),
  };
}
