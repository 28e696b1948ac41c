import type { AlertDetail } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface TableProps {
  readonly detail: AlertDetail;
  readonly wording: Wording;
}

/** Who hears of it if nobody answers, and on which day. */
export function StepTable({ detail, wording }: TableProps) {
  const words = wording.say.alert.page;
  const stopped = detail.alert.state !== 'open' || detail.alert.notMine;
  return (
    <>
      {stopped && <p class="note">{words.stopped}</p>}
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.addressee}</th>
            <th scope="col">{words.after}</th>
            <th scope="col">{words.on}</th>
            <th scope="col">{words.who}</th>
          </tr>
        </thead>
        <tbody>
          {detail.steps.map((step) => (
            <tr key={step.addressee}>
              <td>{wording.say.people.addressees[step.addressee]}</td>
              <td data-label={words.after}>{words.days(step.workingDays)}</td>
              <td class="day" data-label={words.on}>
                {step.taken ? words.taken : stopped ? '' : wording.shortDate(step.on)}
              </td>
              <td data-label={words.who}>{peopleOf(step, wording)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Names where the reader is told of people, else how many there are. */
function peopleOf({ people }: AlertDetail['steps'][number], wording: Wording): string {
  const words = wording.say.alert.page;
  if (people.length === 0) return words.nobody;
  const unreachable = people.filter(({ reachable }) => !reachable).length;
  if (people.every(({ name }) => name === null))
    return unreachable === 0
      ? words.people(people.length)
      : `${words.people(people.length)} (${words.unreachable}: ${unreachable})`;
  return people
    .map(({ name, reachable }) => (reachable ? (name ?? '') : `${name ?? ''} (${words.unreachable})`))
    .join(', ');
}
