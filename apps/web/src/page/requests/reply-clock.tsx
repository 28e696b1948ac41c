import type { InformationRequestView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

const WIDTH = 120;
const GAP = 2;

type Clocked = Pick<
  InformationRequestView,
  'state' | 'dueOn' | 'answeredOn' | 'workingDays' | 'workingDaysLeft'
>;

interface ClockProps {
  readonly request: Clocked;
  readonly wording: Wording;
}

/** How much of the time for an answer is over: one box a working day, and the same in words. */
export function ReplyClock({ request, wording }: ClockProps) {
  const words = wording.say.informationRequest;
  const { state, workingDays, workingDaysLeft, dueOn } = request;
  if (workingDaysLeft === null)
    return (
      <>
        <b class="reply-word">{words.states[state]}</b>
        {request.answeredOn !== null && (
          <span class="second">
            {`${request.answeredOn <= dueOn ? words.clock.answeredInTime : words.clock.answeredLate}, ${wording.shortDate(request.answeredOn)}`}
          </span>
        )}
      </>
    );
  const late = state === 'overdue';
  const over = late ? workingDays : Math.max(0, workingDays - workingDaysLeft);
  const step = WIDTH / workingDays;
  const gap = workingDays > 30 ? 0 : GAP;
  return (
    <>
      <svg
        class={late ? 'reply-clock reply-late' : 'reply-clock'}
        width={WIDTH}
        height="12"
        aria-hidden="true"
      >
        {Array.from({ length: workingDays }, (_, day) => (
          <rect
            key={day}
            class={day < over ? 'reply-over' : 'reply-left'}
            x={day * step + 0.5}
            y="0.5"
            width={step - gap - 0.5}
            height="11"
          />
        ))}
      </svg>
      <span class={late ? 'second late-words' : 'second'}>
        {late
          ? words.clock.late(-workingDaysLeft)
          : workingDaysLeft === 0
            ? words.clock.lastDay
            : `${words.clock.dayOf(wording.number(over), wording.number(workingDays))}, ${words.clock.until(wording.shortDate(dueOn))}`}
      </span>
    </>
  );
}

interface BasisProps {
  readonly workingDays: number;
  readonly closedDays: readonly string[];
  readonly wording: Wording;
}

/** How a last day was counted. */
export function ClockBasis({ workingDays, closedDays, wording }: BasisProps) {
  const words = wording.say.informationRequest.clock;
  return (
    <p class="note">
      {words.basis(workingDays)}
      {closedDays.length > 0 && ` ${words.closed(closedDays.map((day) => wording.date(day)).join(', '))}`}
    </p>
  );
}
