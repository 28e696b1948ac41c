import type { InformationRequestList } from '#contracts';

import { Choice } from '../../form/field.js';
import {
  ListSearch,
  NextPage,
  NothingFound,
  askedOf,
  isNarrowed,
  listQuery,
} from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { UnknownChoices, unknownOf } from '../../form/unknown-choice.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { ReplyClock } from './reply-clock.js';

const NARROWS = ['state', 'institution'] as const;
const STATES = ['waiting', 'overdue', 'sent', 'answered', 'closed', 'asked_again', 'withdrawn'] as const;

export const requestPath = (iso3: string, id: number): string =>
  statePath(iso3, `/information-requests/${id}`);

/** Every formal request with its reply clock; for an institution, those to it. */
export const requestsPage: Page<{ list: InformationRequestList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', '/information-requests'),
      listQuery(query, NARROWS),
    ),
  }),
  show: ({ list }, visit) => {
    const { wording, viewer } = visit;
    const words = wording.say.informationRequest;
    const own = viewer?.role === 'focal_point' ? viewer.institution : null;
    return {
      documentTitle: words.title,
      current: 'requests',
      crumbs: [{ label: list.state.name, path: statePath(list.state.iso3) }, { label: words.title }],
      today: list.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{own ? words.list.ledeOwn(own.name) : words.list.lede}</p>
          <Filters list={list} visit={visit} />
          <Requests list={list} visit={visit} own={own !== null} />
          <NextPage visit={visit} cursor={list.nextCursor} keeps={NARROWS} />
        </>
      ),
    };
  },
};

interface PartProps {
  readonly list: InformationRequestList;
  readonly visit: Visit;
}

function Filters({ list, visit }: PartProps) {
  const { wording, address } = visit;
  const words = wording.say.informationRequest;
  return (
    <ListSearch visit={visit} narrows={NARROWS}>
      <Choice name="state" label={words.list.state} chosen={address.query.get('state') ?? ''}>
        <option value="">{words.list.any}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </Choice>
      {list.institutions.length > 1 && (
        <Choice
          name="institution"
          label={words.list.institution}
          chosen={address.query.get('institution') ?? ''}
        >
          <option value="">{words.list.any}</option>
          {list.institutions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Choice>
      )}
    </ListSearch>
  );
}

function Requests({ list, visit, own }: PartProps & { readonly own: boolean }) {
  const { wording, address } = visit;
  const words = wording.say.informationRequest;
  const codes = list.institutions.map(({ code }) => code);
  const unknown = unknownOf(address, 'institution', words.list.institution, codes);
  if (list.institutions.length > 1 && unknown.length > 0)
    return <UnknownChoices unknown={unknown} visit={visit} />;
  if (list.items.length === 0)
    return askedOf(address) !== '' ? (
      <NothingFound visit={visit} keeps={NARROWS} />
    ) : (
      <div class="empty">
        <p>
          {isNarrowed(address, NARROWS)
            ? words.list.emptyFiltered
            : own
              ? words.list.emptyOwn
              : words.list.empty}
        </p>
      </div>
    );
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.list.what}</th>
          <th scope="col">{words.list.asked}</th>
          <th scope="col">{words.list.clock}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((request) => (
          <tr key={request.id} data-row>
            <td class="what">
              <a href={pageUrl(wording.language, requestPath(list.state.iso3, request.id))}>
                <span lang={request.language}>
                  <Sought text={request.question} words={list.sought} />
                </span>
              </a>
              <span class="second">
                {`${words.number(String(request.id))} · ${wording.code(request.recommendation.code)} `}
                <Sought text={request.recommendation.title} words={list.sought} />
              </span>
            </td>
            <td data-label={words.list.asked}>
              <Sought text={request.institution.name} words={list.sought} />
            </td>
            <td data-label={words.list.clock}>
              <ReplyClock request={request} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
