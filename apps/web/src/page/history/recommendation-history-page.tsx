import type { RecommendationHistory } from '#contracts';

import { NextPage } from '../../form/list-search.js';
import { apiUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { HistoryTable } from './history-table.js';

/** What happened to one recommendation, for the secretariat and the ombudsperson. */
export const recommendationHistoryPage: Page<{ history: RecommendationHistory }> = {
  load: ({ language, parameters, query }) => ({
    history: apiUrl(
      language,
      `${recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')}/history`,
      { cursor: query.get('cursor') },
    ),
  }),
  show: ({ history }, visit) => {
    const { wording } = visit;
    const words = wording.say.history;
    const { iso3, name } = history.state;
    const code = wording.code(history.recommendation.code);
    return {
      documentTitle: `${words.link} ${code}`,
      current: 'recommendations',
      crumbs: [
        { label: name, path: statePath(iso3) },
        {
          label: wording.say.recommendation.paragraph(code),
          path: recommendationPath(iso3, history.recommendation.id),
        },
        { label: words.link },
      ],
      today: history.today,
      body: (
        <>
          <h1>{words.titleOfItem(code)}</h1>
          <p class="lede">{`${history.recommendation.title}. ${words.ledeOfItem}`}</p>
          <HistoryTable iso3={iso3} items={history.items} wording={wording} />
          <NextPage visit={visit} cursor={history.nextCursor} label={words.next} />
        </>
      ),
    };
  },
};
