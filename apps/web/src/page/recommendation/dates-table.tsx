import type { RecommendationDetail } from '#contracts';

import { DueDate } from '../../due/due-date.js';
import type { Wording } from '../../wording/wording.js';

type Obligation = RecommendationDetail['obligations'][number];

interface DatesTableProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** What is owed for this item, by whom and when, and whether it was sent. */
export function DatesTable({ detail, wording }: DatesTableProps) {
  const words = wording.say.recommendation;
  if (detail.obligations.length === 0) return <p>{words.noDates}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.obligation}</th>
          <th scope="col">{words.responsible}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.sent}</th>
        </tr>
      </thead>
      <tbody>
        {detail.obligations.map((obligation) => (
          <tr key={`${obligation.title} ${obligation.period?.endOn ?? ''} ${obligation.due.dueOn ?? ''}`}>
            <td class="what">
              <b>{obligation.title}</b>
              {obligation.period && (
                <span class="second">
                  {`${words.period}: ${wording.shortDate(obligation.period.startOn)} – ${wording.shortDate(obligation.period.endOn)}`}
                </span>
              )}
            </td>
            <td data-label={words.responsible}>{obligation.institution?.name ?? words.nobody}</td>
            <td class="day" data-label={words.due}>
              <DueDate due={obligation.due} wording={wording} />
              {isLate(obligation) && (
                <span class="second late-words">
                  {wording.say.due.daysLate(-(obligation.due.daysUntil ?? 0))}
                </span>
              )}
            </td>
            <td data-label={words.sent}>{obligation.submitted ? words.yes : words.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isLate({ due, submitted, required }: Obligation): boolean {
  return required && !submitted && due.certainty === 'confirmed' && (due.daysUntil ?? 0) < 0;
}
