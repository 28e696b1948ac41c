import type { RecommendationChoices, RecommendationList } from '#contracts';

import { NextPage, NothingFound, askedOf } from '../../form/list-search.js';
import { UnknownChoices } from '../../form/unknown-choice.js';
import { Sought } from '../../form/sought.js';
import { StatusWord } from '../../status/status-word.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { chosenLabels, narrowingsOf, unknownChoices } from './choices.js';
import type { Narrowing } from './choices.js';
import { FollowTopic, feedOf } from '../../topic/follow-topic.js';
import type { NamedTopic } from '../../topic/follow-topic.js';
import { NearestDate } from './nearest-date.js';

const NARROWS = ['status', 'theme', 'institution', 'document'] as const;
const FILTERS = ['q', ...NARROWS, 'role'] as const;
/** More rows than this keep a slow phone waiting for the first of them, and for every key afterwards. */
const PAGE_SIZE = 50;

interface Data extends Record<string, unknown> {
  readonly list: RecommendationList;
  readonly choices: RecommendationChoices;
}

export const recommendationsPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const iso3 = parameters['iso3'] ?? '';
    const status = STATUS_ORDER.find((known) => known === query.get('status'));
    return {
      list: apiUrl(language, statePath(iso3, '/recommendations'), {
        ...Object.fromEntries([...FILTERS, 'cursor'].map((name) => [name, query.get(name)])),
        status,
        limit: PAGE_SIZE,
      }),
      choices: apiUrl(language, statePath(iso3, '/recommendation-choices')),
    };
  },
  show: ({ list, choices }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.recommendation.list;
    const narrowings = narrowingsOf(choices, visit);
    const unknown = unknownChoices(narrowings, visit);
    const shown = unknown.length > 0 ? 0 : list.items.length;
    const q = askedOf(address);
    const conditions = [
      ...(q === '' ? [] : [words.holding(q)]),
      ...chosenLabels(narrowings, address.query),
      ...unknown.map(({ value }) => words.holding(value)),
    ];
    const whole = conditions.length === 0 && list.nextCursor === null && address.query.get('cursor') === null;
    const topic = topicOf(narrowings, address.query);
    return {
      documentTitle: words.documentTitle,
      current: 'recommendations',
      crumbs: [
        { label: state?.name ?? '', path: statePath(state?.iso3 ?? '') },
        { label: wording.say.layout.recommendations },
      ],
      feed: topic && feedOf({ topic, iso3: state?.iso3 ?? '', wording }),
      body: (
        <>
          <h1>
            {whole
              ? words.titleOfAll(shown)
              : words.title(shown, list.nextCursor !== null && shown > 0, conditions.join(', '))}
          </h1>
          <Filters narrowings={narrowings} visit={visit} filtered={conditions.length > 0} />
          {unknown.length > 0 ? (
            <UnknownChoices unknown={unknown} visit={visit} />
          ) : shown === 0 && q !== '' ? (
            <NothingFound visit={visit} keeps={NARROWS} />
          ) : shown === 0 ? (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          ) : (
            <List list={list} visit={visit} />
          )}
          {topic && <FollowTopic topic={topic} iso3={state?.iso3 ?? ''} wording={wording} />}
        </>
      ),
    };
  },
};

/** What the list is narrowed to, where that is one theme or one institution. */
function topicOf(narrowings: readonly Narrowing[], query: URLSearchParams): NamedTopic | undefined {
  const chosen = (['theme', 'institution'] as const).flatMap((kind): NamedTopic[] =>
    narrowings
      .filter(({ name }) => name === kind)
      .flatMap(({ choices }) => choices)
      .filter(({ value }) => value === query.get(kind))
      .map(({ value, label }) => ({ kind, key: value, name: label })),
  );
  return chosen.length === 1 ? chosen[0] : undefined;
}

interface FiltersProps {
  readonly narrowings: readonly Narrowing[];
  readonly visit: Visit;
  readonly filtered: boolean;
}

function Filters({ narrowings, visit, filtered }: FiltersProps) {
  const { wording, address } = visit;
  const words = wording.say.recommendation.list;
  return (
    <form
      class="filters"
      method="get"
      autocomplete="off"
      action={pageUrl(wording.language, address.path)}
      aria-label={words.filter}
    >
      <label class="field">
        <span class="field-label">{wording.say.search.label}</span>
        <input
          type="search"
          name="q"
          maxLength={300}
          value={address.query.get('q') ?? ''}
          title={wording.say.search.hint}
          data-search="1"
        />
      </label>
      {narrowings
        .filter(({ name, choices }) => name !== 'document' || choices.length > 1)
        .map((narrowing) => (
          <Select key={narrowing.name} narrowing={narrowing} visit={visit} />
        ))}
      {visit.address.query.get('role') === 'lead' && (
        <label class="choice">
          <input type="checkbox" name="role" value="lead" checked />
          <span>{words.onlyLed}</span>
        </label>
      )}
      <button class="button" type="submit">
        {words.apply}
      </button>
      {filtered && (
        <a class="clear" href={pageUrl(wording.language, address.path)}>
          {words.clear}
        </a>
      )}
    </form>
  );
}

interface SelectProps {
  readonly narrowing: Narrowing;
  readonly visit: Visit;
}

function Select({ narrowing: { name, label, choices }, visit: { wording, address } }: SelectProps) {
  const chosen = address.query.get(name) ?? '';
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select name={name}>
        <option value="">{wording.say.recommendation.list.any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
            {`${choice.label} (${wording.number(choice.count)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function List({ list, visit }: { readonly list: RecommendationList; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.recommendation.list;
  const iso3 = address.parameters['iso3'] ?? '';
  return (
    <>
      <table class="list stacked recommendations">
        <thead>
          <tr>
            <th scope="col">{words.paragraph}</th>
            <th scope="col">{words.recommendation}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.lead}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((item) => (
            <tr key={item.id}>
              <td class="code">{wording.code(item.code)}</td>
              <td class="what">
                <a href={pageUrl(wording.language, recommendationPath(iso3, item.id))}>
                  <Sought text={item.title} words={list.sought} />
                </a>
                <span class="excerpt" lang={item.textLanguage}>
                  <Sought text={item.text} words={list.sought} />
                </span>
              </td>
              <td data-label={words.status}>
                <StatusWord status={item.status} language={wording.language} />
              </td>
              <td class="day" data-label={words.due}>
                <NearestDate item={item} wording={wording} />
              </td>
              <td class="who" data-label={words.lead}>
                {item.lead?.shortName ?? wording.say.recommendation.nobody}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NextPage visit={visit} keeps={FILTERS} cursor={list.nextCursor} label={words.next} />
    </>
  );
}
