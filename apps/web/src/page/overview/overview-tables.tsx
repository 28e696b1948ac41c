import type { Overview } from '#contracts';
import { statusSentence } from '#messages';

import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

/** Longest overdue first; whoever wants the others follows the link below. */
const MOST_ROWS = 20;

interface TableProps {
  readonly overview: Overview;
  readonly wording: Wording;
}

export function OverdueTable({ overview, wording }: TableProps) {
  const words = wording.say.overview.overdue;
  return (
    <section class="half" aria-labelledby="overdue">
      <h2 id="overdue">{words.title}</h2>
      {overview.overdue.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="list stacked">
          <thead>
            <tr>
              <th scope="col">{words.paragraph}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.due}</th>
              <th scope="col" class="number">
                {words.daysLate}
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.overdue.slice(0, MOST_ROWS).map((item) => (
              <tr key={item.id}>
                <td class="code">{wording.code(item.code)}</td>
                <td class="what">
                  <a href={pageUrl(wording.language, recommendationPath(overview.state.iso3, item.id))}>
                    {item.title}
                  </a>
                  <span class="second">{`${item.obligation}. ${item.institution?.name ?? words.nobody}`}</span>
                </td>
                <td class="day" data-label={words.due}>
                  {wording.shortDate(item.dueOn)}
                </td>
                <td class="number late" data-label={words.daysLate}>
                  {wording.number(item.daysLate)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More status="overdue" words={words} overview={overview} wording={wording} />
    </section>
  );
}

export function NoDataTable({ overview, wording }: TableProps) {
  const words = wording.say.overview.noData;
  return (
    <section class="half" aria-labelledby="no-data">
      <h2 id="no-data">{words.title}</h2>
      {overview.noData.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="list stacked">
          <thead>
            <tr>
              <th scope="col">{words.paragraph}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.who}</th>
            </tr>
          </thead>
          <tbody>
            {overview.noData.slice(0, MOST_ROWS).map((item) => (
              <tr key={item.id}>
                <td class="code">{wording.code(item.code)}</td>
                <td class="what">
                  <a href={pageUrl(wording.language, recommendationPath(overview.state.iso3, item.id))}>
                    {item.title}
                  </a>
                  <span class="second">
                    {statusSentence(wording.language, item.reason.code, item.reason.parameters)}
                  </span>
                </td>
                <td class="who" data-label={words.who}>
                  {item.institutions.map(({ shortName }) => shortName).join(', ') || words.nobody}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More status="no_data" words={words} overview={overview} wording={wording} />
    </section>
  );
}

interface MoreProps extends TableProps {
  readonly status: 'overdue' | 'no_data';
  readonly words: { readonly more: (total: string) => string };
}

/** The way to all of them, where the table does not hold them all. */
function More({ status, words, overview, wording }: MoreProps) {
  const total = overview.byStatus[status];
  if (total <= MOST_ROWS) return null;
  return (
    <p class="links">
      <a
        href={pageUrl(wording.language, statePath(overview.state.iso3, '/recommendations'), {
          status,
          document: overview.document.slug,
        })}
      >
        {words.more(wording.number(total))}
      </a>
    </p>
  );
}
