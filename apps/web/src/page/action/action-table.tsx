import type { ActionView } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { Marked } from '../search/marked.js';

interface ActionTableProps {
  readonly items: readonly ActionView[];
  readonly iso3: string;
  readonly wording: Wording;
  /** Left out on the page of one recommendation. */
  readonly withRecommendation?: boolean;
}

export function ActionTable({ items, iso3, wording, withRecommendation = false }: ActionTableProps) {
  const { columns } = wording.say.action;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{columns.action}</th>
          {withRecommendation && <th scope="col">{columns.recommendation}</th>}
          <th scope="col">{columns.institution}</th>
          <th scope="col">{columns.planned}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col" class="number">
            {columns.evidence}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((action) => (
          <tr key={action.id}>
            <td class="what">
              <a
                href={pageUrl(wording.language, statePath(iso3, `/actions/${action.id}`))}
                lang={action.language}
              >
                <Marked text={action.title} />
              </a>
            </td>
            {withRecommendation && (
              <td data-label={columns.recommendation}>
                <a
                  href={pageUrl(
                    wording.language,
                    statePath(iso3, `/recommendations/${encodeURIComponent(action.recommendation.id)}`),
                  )}
                >
                  {wording.code(action.recommendation.code)}
                </a>
                <span class="second">{action.recommendation.title}</span>
              </td>
            )}
            <td data-label={columns.institution}>{action.institution.shortName}</td>
            <td class="day" data-label={columns.planned}>
              {wording.say.action.period(
                wording.shortDate(action.plannedStartOn),
                wording.shortDate(action.plannedEndOn),
              )}
            </td>
            <td data-label={columns.status}>
              <ActionStatusWords action={action} wording={wording} />
            </td>
            <td class="number" data-label={columns.evidence}>
              {wording.number(action.evidence)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ActionStatusProps {
  readonly action: ActionView;
  readonly wording: Wording;
}

/** The word, and the day that it follows from. */
export function ActionStatusWords({ action, wording }: ActionStatusProps) {
  const words = wording.say.action;
  const word = words.statuses[action.status] ?? action.status;
  return (
    <>
      <b class={action.status === 'late' ? 'late-words' : undefined}>{word}</b>
      {action.doneOn !== null && <span class="second">{words.doneOn(wording.shortDate(action.doneOn))}</span>}
      {action.cancelledOn !== null && (
        <span class="second">{words.cancelledOn(wording.shortDate(action.cancelledOn))}</span>
      )}
      {action.status === 'late' && (
        <span class="second">{words.lateSince(wording.shortDate(action.plannedEndOn))}</span>
      )}
    </>
  );
}
