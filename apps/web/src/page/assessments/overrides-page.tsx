import type { DecisionView, OverrideList } from '#contracts';

import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { Marked } from '../search/marked.js';
import { Hindrances } from './decision-words.js';

/** What was decided to be implemented although something stood in the way, and why: for everybody. */
export const overridesPage: Page<{ list: OverrideList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/overrides'), listQuery(query)),
  }),
  show: ({ list }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.assessment;
    return {
      documentTitle: words.overrides.documentTitle,
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        { label: words.list.documentTitle, path: statePath(list.state.iso3, '/assessments') },
        { label: words.overrides.documentTitle },
      ],
      body: (
        <>
          <h1>{words.overrides.title(list.state.name)}</h1>
          <p class="lede">{words.overrides.lede}</p>
          <ListSearch visit={visit} />
          {list.items.length === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} />
          ) : list.items.length === 0 ? (
            <div class="empty">
              <p>{words.overrides.empty}</p>
            </div>
          ) : (
            <Overrides items={list.items} iso3={list.state.iso3} wording={wording} />
          )}
          <NextPage visit={visit} cursor={list.nextCursor} />
        </>
      ),
    };
  },
};

interface OverridesProps {
  readonly items: readonly DecisionView[];
  readonly iso3: string;
  readonly wording: Wording;
}

function Overrides({ items, iso3, wording }: OverridesProps) {
  const words = wording.say.assessment;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.list.what}</th>
          <th scope="col">{words.overrides.decided}</th>
          <th scope="col">{words.overrides.reason}</th>
          <th scope="col">{words.overrides.inTheWay}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((decision) => (
          <tr key={decision.id}>
            <td class="what">
              <a
                href={pageUrl(
                  wording.language,
                  `${recommendationPath(iso3, decision.recommendation.id)}/assessments`,
                )}
              >
                {wording.code(decision.recommendation.code)}
              </a>
              <span class="second">{decision.recommendation.title}</span>
            </td>
            <td class="day" data-label={words.overrides.decided}>
              {wording.shortDate(decision.decidedOn)}
              <span class="second">
                {decision.reopenedOn === null
                  ? words.overrides.standing
                  : words.overrides.reopened(wording.shortDate(decision.reopenedOn))}
              </span>
            </td>
            <td data-label={words.overrides.reason} lang={decision.language}>
              <Marked text={decision.reason} />
            </td>
            <td data-label={words.overrides.inTheWay}>
              <Hindrances inTheWay={decision.inTheWay} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
