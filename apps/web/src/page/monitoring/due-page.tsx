import type { DueList } from '#contracts';

import { Choice } from '../../form/field.js';
import { ListSearch, NextPage, NothingFound, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';

const KEPT = ['institution', 'year'] as const;
const NARROWS = ['outcome', ...KEPT] as const;
const OUTCOMES = ['on_time', 'late', 'missing'] as const;

/** The list behind the numbers: what was due, and what became of it. */
export const duePage: Page<{ list: DueList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/comparison/due'), listQuery(query, NARROWS)),
  }),
  show: ({ list }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.comparison.due;
    const { iso3, name } = list.state;
    const chosen = address.query.get('institution') ?? '';
    const who =
      chosen === '-'
        ? wording.say.comparison.institutions.nobody
        : (list.items[0]?.institution?.name ?? chosen);
    return {
      documentTitle: words.documentTitle,
      current: 'monitoring',
      crumbs: [
        { label: name, path: statePath(iso3) },
        { label: wording.say.comparison.documentTitle, path: statePath(iso3, '/monitoring') },
        { label: words.documentTitle },
      ],
      today: list.today,
      body: (
        <>
          <h1>{words.title(list.items.length, list.nextCursor !== null)}</h1>
          <p class="lede">
            {[
              words.lede,
              chosen === '' ? '' : `${words.only(who)}.`,
              address.query.get('year') ? `${wording.say.comparison.year} ${address.query.get('year')}.` : '',
            ]
              .filter((part) => part !== '')
              .join(' ')}
          </p>
          <ListSearch visit={visit} keeps={KEPT} narrows={NARROWS}>
            <Choice name="outcome" label={words.outcome} chosen={address.query.get('outcome') ?? ''}>
              <option value="">{words.any}</option>
              {OUTCOMES.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {words.outcomes[outcome]}
                </option>
              ))}
            </Choice>
          </ListSearch>
          {list.items.length > 0 ? (
            <DueTable list={list} visit={visit} />
          ) : isNarrowed(address, []) ? (
            <NothingFound visit={visit} keeps={NARROWS} />
          ) : (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          )}
          <NextPage visit={visit} keeps={NARROWS} cursor={list.nextCursor} />
        </>
      ),
    };
  },
};

function DueTable({ list, visit }: { readonly list: DueList; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.comparison.due;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.dueOn}</th>
          <th scope="col">{words.sentOn}</th>
          <th scope="col">{words.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={item.id}>
            <td class="what">
              <a
                href={pageUrl(wording.language, recommendationPath(list.state.iso3, item.recommendation.id))}
              >
                <Sought text={item.title} words={list.sought} />
              </a>
              <span class="second">
                {`${wording.code(item.recommendation.code)} `}
                <Sought text={item.recommendation.title} words={list.sought} />
              </span>
            </td>
            <td data-label={words.owner}>
              {item.institution ? (
                <Sought text={item.institution.name} words={list.sought} />
              ) : (
                <b class="late-words">{wording.say.comparison.institutions.nobody}</b>
              )}
            </td>
            <td class="day" data-label={words.dueOn}>
              {wording.shortDate(item.dueOn)}
            </td>
            <td class="day" data-label={words.sentOn}>
              {item.sentOn === null
                ? wording.say.comparison.institutions.nothing
                : wording.shortDate(item.sentOn)}
            </td>
            <td data-label={words.outcome}>
              <b class={item.outcome === 'missing' ? 'late-words' : undefined}>
                {words.outcomes[item.outcome]}
              </b>
              {item.daysLate > 0 && <span class="second">{words.daysLate(item.daysLate)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
