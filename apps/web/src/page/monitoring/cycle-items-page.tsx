import type { CycleItemList } from '#contracts';
import { statusWord } from '#messages';

import { Choice } from '../../form/field.js';
import { ListSearch, NextPage, NothingFound, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { StatusWord } from '../../status/status-word.js';
import { BECAME } from './cycle-section.js';

const KEPT = ['document'] as const;
const NARROWS = ['status', 'became', ...KEPT] as const;

/** Item by item: where it stands today, and what later cycles made of it. */
export const cycleItemsPage: Page<{ list: CycleItemList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', '/comparison/cycle-items'),
      listQuery(query, NARROWS),
    ),
  }),
  show: ({ list }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.comparison.cycles;
    const { iso3, name } = list.state;
    return {
      documentTitle: words.list.documentTitle,
      current: 'monitoring',
      crumbs: [
        { label: name, path: statePath(iso3) },
        { label: wording.say.comparison.documentTitle, path: statePath(iso3, '/monitoring') },
        { label: words.list.documentTitle },
      ],
      today: list.today,
      body: (
        <>
          <h1>{words.list.title(list.items.length, list.nextCursor !== null)}</h1>
          <p class="lede">{words.howCounted}</p>
          <ListSearch visit={visit} keeps={KEPT} narrows={NARROWS}>
            <Choice name="status" label={words.list.status} chosen={address.query.get('status') ?? ''}>
              <option value="">{words.list.any}</option>
              {STATUS_ORDER.map((status) => (
                <option key={status} value={status}>
                  {statusWord(wording.language, status)}
                </option>
              ))}
            </Choice>
            <Choice name="became" label={words.became} chosen={address.query.get('became') ?? ''}>
              <option value="">{words.list.any}</option>
              {BECAME.map((became) => (
                <option key={became} value={became}>
                  {words.kinds[became]}
                </option>
              ))}
            </Choice>
          </ListSearch>
          {list.items.length > 0 ? (
            <ItemTable list={list} visit={visit} />
          ) : isNarrowed(address, []) ? (
            <NothingFound visit={visit} keeps={NARROWS} />
          ) : (
            <div class="empty">
              <p>{words.list.empty}</p>
            </div>
          )}
          <NextPage visit={visit} keeps={NARROWS} cursor={list.nextCursor} />
        </>
      ),
    };
  },
};

function ItemTable({ list, visit }: { readonly list: CycleItemList; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.comparison.cycles;
  const to = (id: string): string => pageUrl(wording.language, recommendationPath(list.state.iso3, id));
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.list.paragraph}</th>
          <th scope="col">{words.list.recommendation}</th>
          <th scope="col">{words.list.status}</th>
          <th scope="col">{words.list.later}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={item.id}>
            <td class="code">{wording.code(item.code)}</td>
            <td class="what">
              <a href={to(item.id)}>
                <Sought text={item.title} words={list.sought} />
              </a>
            </td>
            <td data-label={words.list.status}>
              <StatusWord status={item.status} language={wording.language} />
            </td>
            <td data-label={words.list.later}>
              {item.became.length === 0 && <span class="nothing">{words.kinds['undecided']}</span>}
              {item.became.map(({ kind, later }) => (
                <div key={`${kind} ${later?.id ?? ''}`}>
                  {words.kinds[kind]}
                  {later && (
                    <span class="second">
                      <a href={to(later.id)}>{`${wording.code(later.code)} ${later.title}`}</a>
                      {`, ${words.list.isNow(statusWord(wording.language, later.status))}`}
                    </span>
                  )}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
