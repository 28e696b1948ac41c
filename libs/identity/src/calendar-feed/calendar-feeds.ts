import type { Clock } from '#domain';
import { UserError } from '#domain';
import type {
  CalendarFeedRepository,
  CalendarReader,
  HeldMembership,
  StoredCalendarFeed,
} from '#persistence';

import type { AccountRecord } from '../account/account-record.js';
import { rightsTo } from '../permission/permission.js';
import type { Scope } from '../permission/rights.js';
import { hashOfToken, newToken } from '../session/token.js';
import type { Visitor } from '../session/visitor.js';

const MINUTE = 60_000;
const SECRET = /^[\w-]{43}$/;
export const CALENDAR_FEED_NAME_MOST_LETTERS = 80;
/** That live at once: one for each device is plenty. */
const CALENDAR_FEEDS_AT_ONCE = 10;
/** How exactly "last read" is kept: not every reading is worth a write. */
const READ_EVERY_MS = MINUTE;

export interface CreatedCalendarFeed {
  readonly feed: StoredCalendarFeed;
  /** Known to nobody but the asker from here on: only its hash is kept. */
  readonly secret: string;
}

/** How far a member sees what is due: as far as the docket shows it; null: not beyond what is public. */
export function calendarReach({ role }: Pick<HeldMembership, 'role'>): Scope | null {
  return rightsTo({ resource: 'docket', action: 'read' })[role] ?? null;
}

/**
 * Secret addresses by which a person's calendar programs read what is due. They show what the person may see at that moment, change
 * nothing, and are worth nothing once the person has left.
 */
export class CalendarFeeds {
  constructor(
    private readonly feeds: CalendarFeedRepository,
    private readonly accounts: AccountRecord,
    private readonly clock: Clock,
  ) {}

  /** Newest first, with those that ended: their owner sees what became of them. */
  list(personId: number): Promise<StoredCalendarFeed[]> {
    return this.feeds.listFeeds(personId);
  }

  /** @throws UserError `calendar_feed.name`, `calendar_feed.nothing`, `calendar_feed.too_many` or `calendar_feed.name_taken`. */
  async create({ personId, memberships }: Visitor, wish: string): Promise<CreatedCalendarFeed> {
    const name = wish.trim();
    if (name.length === 0 || name.length > CALENDAR_FEED_NAME_MOST_LETTERS)
      throw new UserError(
        'invalid_input',
        'calendar_feed.name',
        `name: expected 1 to ${CALENDAR_FEED_NAME_MOST_LETTERS} letters, got ${name.length}.`,
      );
    if (personId === null || memberships.every((held) => calendarReach(held) === null))
      throw new UserError(
        'forbidden',
        'calendar_feed.nothing',
        'Your role has no dates of its own. Subscribe to the public calendar of the State or of an institution.',
      );
    const secret = newToken();
    const feed = await this.accounts.write(
      { personId },
      { action: 'calendar_feed.created', after: { name, calendarState: 'live' } },
      () =>
        this.feeds.saveFeed(
          { personId, name, secretHash: hashOfToken(secret), now: this.clock.now() },
          (live) => assertRoomFor(name, live),
        ),
    );
    return { feed, secret };
  }

  /** @throws UserError `calendar_feed.unknown`; another person's is as unknown as one that never was. */
  async revoke(personId: number, feedId: number): Promise<void> {
    const feed = (await this.list(personId)).find(({ id, revokedAt }) => id === feedId && revokedAt === null);
    if (!feed) throw unknown();
    await this.accounts.write(
      { personId },
      {
        action: 'calendar_feed.revoked',
        before: { name: feed.name, calendarState: 'live' },
        after: { name: feed.name, calendarState: 'revoked' },
      },
      async () => {
        if (!(await this.feeds.revokeFeed(personId, feedId, this.clock.now()))) throw unknown();
      },
    );
  }

  /** Revokes every one of somebody whose access ends; how many ended. Whoever asks writes the entry. */
  revokeAll(personId: number): Promise<number> {
    return this.feeds.revokeAll(personId, this.clock.now());
  }

  /**
   * Whose calendar it is, for whoever holds the address.
   * @throws UserError `calendar_feed.ended`, the same for one that never was.
   */
  async recognise(secret: string): Promise<CalendarReader> {
    const now = this.clock.now();
    const reader = SECRET.test(secret) ? await this.feeds.findReader(hashOfToken(secret), now) : null;
    if (reader?.memberships.some((held) => calendarReach(held) !== null) !== true) throw ended();
    if (reader.lastReadAt === null || now - reader.lastReadAt >= READ_EVERY_MS)
      await this.feeds.markRead(reader.feedId, now);
    return reader;
  }
}

function assertRoomFor(name: string, live: readonly StoredCalendarFeed[]): void {
  if (live.length >= CALENDAR_FEEDS_AT_ONCE)
    throw new UserError(
      'conflict',
      'calendar_feed.too_many',
      `You have ${live.length} calendar addresses. Revoke one that you do not use any more.`,
    );
  if (live.some((other) => other.name === name))
    throw new UserError(
      'conflict',
      'calendar_feed.name_taken',
      'You have a calendar address of this name. Choose another name, or revoke that one first.',
    );
}

function unknown(): UserError {
  return new UserError(
    'not_found',
    'calendar_feed.unknown',
    'You have no such calendar address, or it was revoked already. See the list of yours.',
  );
}

function ended(): UserError {
  return new UserError(
    'not_found',
    'calendar_feed.ended',
    'This calendar address is not known, or has ended: it was revoked, or its owner has left. Remove it from your calendar program, and make a new one at your account, under "Calendars", if you still have one.',
  );
}
