import type { DeadLetterReasonView, DeadLetterView, StateWatch, SweepPreviewView, Watch } from '#contracts';
import { MOST_REPLAYED_AT_ONCE } from '#tracking';
import type { DeadLetter, DeadLetterReason, OperationReading, StateOperation, SweepPreview } from '#tracking';

/** So many reminders and alerts are listed of a look ahead. */
const MOST_LISTED = 400;

const iso = (instant: number): string => new Date(instant).toISOString();
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));

export function watchView(reading: OperationReading): Watch {
  return {
    now: iso(reading.now),
    incidents: reading.incidents.map(({ part, state, firstSeenAt, recoveredAt }) => ({
      part,
      state,
      since: iso(firstSeenAt),
      recoveredAt: isoOrNull(recoveredAt),
    })),
    states: reading.states.map(stateView),
    workers: reading.workers.map(({ worker, startedAt, tickedAt }) => ({
      name: worker,
      startedAt: iso(startedAt),
      tickedAt: iso(tickedAt),
    })),
    queues: reading.queues,
    failedJobs: reading.failedJobs.map((job) => ({ ...job, failedAt: iso(job.failedAt) })),
  };
}

function stateView({ state, today, runs, next, backlog, outcomes, deadLetters }: StateOperation): StateWatch {
  const last = runs.find(({ finishedAt }) => finishedAt !== null);
  const unfinished = runs.find(({ finishedAt }) => finishedAt === null);
  return {
    state: state.iso3,
    demonstration: state.demonstration,
    today,
    last:
      last === undefined || last.finishedAt === null
        ? null
        : {
            sweptOn: last.sweptOn,
            finishedAt: iso(last.finishedAt),
            seconds: Math.max(0, (last.finishedAt - (last.startedAt ?? last.finishedAt)) / 1000),
            counts: { ...last.counts },
          },
    unfinished: unfinished
      ? {
          sweptOn: unfinished.sweptOn,
          startedAt: isoOrNull(unfinished.startedAt),
          attempts: unfinished.attempts,
          failure: unfinished.failure,
        }
      : null,
    next,
    backlog: { ...backlog, oldestMessageAt: isoOrNull(backlog.oldestMessageAt) },
    outcomes: outcomes.map((one) => ({ ...one })),
    deadLetters,
  };
}

export function deadLetterView(letter: DeadLetter): DeadLetterView {
  const { id, personId, domain, civilOn, state, attempts, notices, smtpCode, response, failedAt } = letter;
  const { setAside } = letter;
  return {
    id,
    person: personId,
    domain,
    on: civilOn,
    state,
    attempts,
    notices,
    code: smtpCode,
    reason: response,
    failedAt: iso(failedAt),
    setAside: setAside && { ...setAside, at: iso(setAside.at) },
  };
}

export function deadLetterReasonView(found: DeadLetterReason): DeadLetterReasonView {
  const { key, state, smtpCode, response, count, until } = found;
  const sends = Math.min(count, MOST_REPLAYED_AT_ONCE);
  return { key, state, code: smtpCode, reason: response, count, sends, until: iso(until) };
}

/** By person and day of the ladder. Figures that stand behind an alert are left out: they are not the operator's. */
export function sweepPreviewView({ on, outcome, names }: SweepPreview): SweepPreviewView['preview'] {
  const { decisions, counts } = outcome;
  const changed = (kinds: readonly string[]) =>
    decisions
      .filter(({ transition }) => kinds.includes(transition))
      .map(({ code, rule, reason }) => ({ code, rule, reason }));
  const opened = changed(['opened', 'reopened']);
  const resolved = changed(['resolved']);
  const people = new Map<string, NonNullable<SweepPreviewView['preview']>['people'][number]['reminders']>();
  const silent = new Map<string, number>();
  let reminders = 0;
  for (const { code, rule, reason, notices } of decisions)
    for (const { outcome: said, reason: why, recipientId, rung, rungOn } of notices) {
      if (said !== 'send' || recipientId === null || rung === null || rungOn === null) {
        silent.set(why, (silent.get(why) ?? 0) + 1);
        continue;
      }
      reminders += 1;
      if (reminders > MOST_LISTED) continue;
      const person = names.get(recipientId) ?? String(recipientId);
      people.set(person, [...(people.get(person) ?? []), { code, rule, reason, rung, rungOn }]);
    }
  const listed = (all: readonly unknown[]): number => Math.max(0, all.length - MOST_LISTED);
  return {
    on,
    counts: { ...counts },
    opened: opened.slice(0, MOST_LISTED),
    resolved: resolved.slice(0, MOST_LISTED),
    // What falls on that very day stands first.
    people: [...people].map(([person, own]) => ({
      person,
      reminders: own.sort((one, other) => other.rungOn.localeCompare(one.rungOn)),
    })),
    leftOut: Math.max(0, reminders - MOST_LISTED) + listed(opened) + listed(resolved),
    silent: [...silent].map(([reason, count]) => ({ reason, count })),
  };
}
