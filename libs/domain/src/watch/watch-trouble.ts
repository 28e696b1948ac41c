import type { Instant } from '../calendar/clock.js';

/** Parts of the watch that can stand still while everything looks quiet. */
export const WATCH_PARTS = ['scheduler', 'sweep', 'digest', 'relay'] as const;
export type WatchPart = (typeof WATCH_PARTS)[number];

/** What stands still; the scheduler is that of the whole installation. */
export interface Trouble {
  readonly part: WatchPart;
  readonly state: string | null;
}

export interface StateSigns {
  readonly state: string;
  /** Whether the sweep of the State's civil day has finished. */
  readonly swept: boolean;
  /** Since when the sweep or what follows changes looked last, where something waits to be looked at; null: nothing waits. */
  readonly unfollowedSince: Instant | null;
  /** The hour of the mail day is over, and what is to be said that day is not written. */
  readonly unwritten: boolean;
  /** Of mails that are due: since when the one that was due first waits to be picked up; null: none waits. */
  readonly dueSince: Instant | null;
  /** Mails that were handed to a relay since `RELAY_SILENT_AFTER_MS` and got a last word, whichever: taken, or refused for good. */
  readonly answered: number;
  /** Mails that wait for another attempt since before that, by people and without a code about the mail itself. */
  readonly untaken: { readonly people: number; readonly unanswered: number };
}

export interface WatchSigns {
  readonly now: Instant;
  /** When a scheduler last asked what is due; null: none ever has. */
  readonly tickedAt: Instant | null;
  readonly states: readonly StateSigns[];
}

/** A known trouble, told or not. */
export interface SeenTrouble extends Trouble {
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** Since when it is an incident; null: it has not lasted long enough. */
  readonly openedAt: Instant | null;
}

const MINUTE_MS = 60_000;
/** Schedulers ask every minute. */
const SILENT_AFTER_MS = 5 * MINUTE_MS;
/** A claim lasts twelve minutes; whatever is due longer, nobody works at. */
const UNCLAIMED_AFTER_MS = 15 * MINUTE_MS;
/** Changes are looked at within a minute; whatever waits longer is not being looked at. */
const UNFOLLOWED_AFTER_MS = 15 * MINUTE_MS;
/** So long a relay may refuse everything before somebody is told. */
export const RELAY_SILENT_AFTER_MS = 30 * MINUTE_MS;
/**
 * How long a trouble lasts before it is an incident. With the limits above all are told within the hour (promise R23), and a
 * midnight, a restart or a long sweep is not.
 */
const LASTS_MS: Readonly<Record<WatchPart, number>> = {
  scheduler: 5 * MINUTE_MS,
  sweep: 30 * MINUTE_MS,
  digest: 30 * MINUTE_MS,
  relay: 10 * MINUTE_MS,
};
/** Nobody looked for so long: what was seen before says nothing of how long it has lasted. */
const LOOKED_AWAY_MS = 10 * MINUTE_MS;

/** What stands still at this moment, however briefly. */
export function troublesOf({ now, tickedAt, states }: WatchSigns): Trouble[] {
  const silent = tickedAt === null || now - tickedAt > SILENT_AFTER_MS;
  return [
    ...(silent ? [{ part: 'scheduler', state: null } as const] : []),
    ...states.flatMap((signs): Trouble[] => [
      ...(isSweepStuck(signs, now) ? [{ part: 'sweep', state: signs.state } as const] : []),
      ...(signs.unwritten ? [{ part: 'digest', state: signs.state } as const] : []),
      ...(isRelayStuck(signs, now) ? [{ part: 'relay', state: signs.state } as const] : []),
    ]),
  ];
}

function isSweepStuck({ swept, unfollowedSince }: StateSigns, now: Instant): boolean {
  return !swept || (unfollowedSince !== null && now - unfollowedSince > UNFOLLOWED_AFTER_MS);
}

/** One mailbox that asks to come back later is no stuck relay; a relay that takes nothing from anybody is. */
function isRelayStuck({ dueSince, answered, untaken }: StateSigns, now: Instant): boolean {
  if (dueSince !== null && now - dueSince > UNCLAIMED_AFTER_MS) return true;
  return answered === 0 && (untaken.people > 1 || untaken.unanswered > 0);
}

export interface Followed {
  /** What still holds or has begun, as it is to be kept. */
  readonly standing: readonly SeenTrouble[];
  /** Known ones that are over. */
  readonly over: readonly SeenTrouble[];
}

/** What becomes of the known troubles by what is seen now. */
export function followTroubles(
  known: readonly SeenTrouble[],
  seen: readonly Trouble[],
  now: Instant,
): Followed {
  const standing = seen.map((trouble): SeenTrouble => {
    const before = known.find((one) => isSame(one, trouble));
    const fresh =
      before === undefined || (before.openedAt === null && now - before.lastSeenAt > LOOKED_AWAY_MS);
    const firstSeenAt = fresh ? now : before.firstSeenAt;
    const opens = now - firstSeenAt >= LASTS_MS[trouble.part];
    return {
      part: trouble.part,
      state: trouble.state,
      firstSeenAt,
      lastSeenAt: now,
      openedAt: before?.openedAt ?? (opens ? now : null),
    };
  });
  return { standing, over: known.filter((one) => !seen.some((trouble) => isSame(one, trouble))) };
}

function isSame(one: Trouble, other: Trouble): boolean {
  return one.part === other.part && one.state === other.state;
}
