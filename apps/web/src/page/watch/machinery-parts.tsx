import type { StateWatch, Watch } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { instantWords } from './instant-words.js';

interface DeliveriesProps {
  readonly states: readonly StateWatch[];
  readonly wording: Wording;
}

/** How attempts to deliver ended, of all States together. */
export function DeliveriesPart({ states, wording }: DeliveriesProps) {
  const words = wording.say.operation.deliveries;
  const sums = new Map<string, { day: number; week: number }>();
  for (const { outcome, day, week } of states.flatMap(({ outcomes }) => outcomes)) {
    const before = sums.get(outcome) ?? { day: 0, week: 0 };
    sums.set(outcome, { day: before.day + day, week: before.week + week });
  }
  if (sums.size === 0) return <p class="empty">{words.none}</p>;
  return (
    <table class="list narrow">
      <thead>
        <tr>
          <th scope="col">{words.outcome}</th>
          <th scope="col" class="number">
            {words.day}
          </th>
          <th scope="col" class="number">
            {words.week}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...sums].map(([outcome, { day, week }]) => (
          <tr key={outcome}>
            <td>{words.outcomes[outcome] ?? outcome}</td>
            <td class="number">{wording.number(day)}</td>
            <td class="number">{wording.number(week)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the queue's own library names what we show, on either backend. */
const DEPTHS = ['waiting', 'active', 'delayed', 'failed'] as const;

export function QueuesPart({
  queues,
  wording,
}: {
  readonly queues: Watch['queues'];
  readonly wording: Wording;
}) {
  const words = wording.say.operation.queues;
  if (queues === null) return <p class="empty">{words.away}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.queue}</th>
          {DEPTHS.map((depth) => (
            <th scope="col" class="number" key={depth}>
              {words[depth]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(queues).map(([queue, counts]) => (
          <tr key={queue}>
            <td class="what">
              <b>{words.names[queue] ?? queue}</b>
              <span class="second code">{queue}</span>
            </td>
            {DEPTHS.map((depth) => (
              <td class="number" key={depth} data-label={words[depth]}>
                {wording.number(counts[depth] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FailedJobsPart({
  jobs,
  wording,
}: {
  readonly jobs: Watch['failedJobs'];
  readonly wording: Wording;
}) {
  const words = wording.say.operation.failed;
  if (jobs.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.job}</th>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.at}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ queue, job, reason, attempts, failedAt }) => (
          <tr key={`${queue} ${job}`}>
            <td class="what">
              <b>{words.names[job.split('.')[0] ?? ''] ?? queue}</b>
              <span class="second code long-code">{job}</span>
              <span class="second">{words.attempts(attempts)}</span>
            </td>
            <td data-label={words.reason}>{reason}</td>
            <td data-label={words.at}>{instantWords(wording, failedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function WorkersPart({
  workers,
  wording,
}: {
  readonly workers: Watch['workers'];
  readonly wording: Wording;
}) {
  const words = wording.say.operation.workers;
  if (workers.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.worker}</th>
          <th scope="col">{words.started}</th>
          <th scope="col">{words.ticked}</th>
        </tr>
      </thead>
      <tbody>
        {workers.map(({ name, startedAt, tickedAt }) => (
          <tr key={name}>
            <td class="code long-code">{name}</td>
            <td data-label={words.started}>{instantWords(wording, startedAt)}</td>
            <td data-label={words.ticked}>{instantWords(wording, tickedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
