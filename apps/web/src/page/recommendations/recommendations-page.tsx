import type { RecommendationList } from '#contracts';
import { statusWord } from '#messages';

import { NextPage, NothingFound, askedOf } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { StatusWord } from '../../status/status-word.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { FollowTopic, feedOf } from '../../topic/follow-topic.js';
import type { NamedTopic } from '../../topic/follow-topic.js';
import { choicesOf } from './choices.js';
import type { Choice } from './choices.js';
import { NearestDate } from './nearest-date.js';

const FILTERS = ['q', 'status', 'theme', 'institution'] as const;
/** More rows than this keep a slow phone waiting for the first of them, and for every key afterwards. */
const PAGE_SIZE = 50;
/** As many as the API gives at once; what the page offers to filter by comes from these. */
const LOOKED_THROUGH = 200;

interface Data extends Record<string, unknown> {
  readonly list: RecommendationList;
  readonly all: RecommendationList;
}

export const recommendationsPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const path = statePath(parameters['iso3'] ?? '', '/recommendations');
    return {
      list: apiUrl(language, path, {
        ...Object.fromEntries([...FILTERS, 'cursor'].map((name) => [name, query.get(name)])),
        limit: PAGE_SIZE,
      }),
      all: apiUrl(language, path, { limit: LOOKED_THROUGH }),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.recommendation.list;
    const filtered = FILTERS.some((name) => (address.query.get(name) ?? '') !== '');
    const shown = data.list.items.length;
    const whole = !filtered && data.list.nextCursor === null && address.query.get('cursor') === null;
    const topic = topicOf(data, visit);
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
              : words.title(shown, data.list.nextCursor !== null, conditionsOf(data, visit))}
          </h1>
          <Filters data={data} visit={visit} filtered={filtered} />
          {shown === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} keeps={['status', 'theme', 'institution']} />
          ) : shown === 0 ? (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          ) : (
            <List list={data.list} visit={visit} />
          )}
          {topic && <FollowTopic topic={topic} iso3={state?.iso3 ?? ''} wording={wording} />}
        </>
      ),
    };
  },
};

/** What the list is narrowed to, where that is one theme or one institution. */
function topicOf(data: Data, { address }: Visit): NamedTopic | undefined {
  const { themes, institutions } = choicesOf(data.all.items);
  const chosen = (kind: 'theme' | 'institution', choices: readonly Choice[]): NamedTopic[] =>
    choices
      .filter(({ value }) => value === address.query.get(kind))
      .map(({ value, label }) => ({ kind, key: value, name: label }));
  const [first, second] = [...chosen('theme', themes), ...chosen('institution', institutions)];
  return second === undefined ? first : undefined;
}

/** The chosen conditions in words: "Overdue, Data collection". */
function conditionsOf(data: Data, { address, wording }: Visit): string {
  const status = address.query.get('status') ?? '';
  const { themes, institutions } = choicesOf(data.all.items);
  const labelOf = (choices: readonly Choice[], name: string): string =>
    choices.find(({ value }) => value === address.query.get(name))?.label ?? '';
  const q = (address.query.get('q') ?? '').trim();
  return [
    q === '' ? '' : wording.say.recommendation.list.holding(q),
    status === '' ? '' : statusWord(wording.language, status),
    labelOf(themes, 'theme'),
    labelOf(institutions, 'institution'),
  ]
    .filter((label) => label !== '')
    .join(', ');
}

function Filters({
  data,
  visit,
  filtered,
}: {
  readonly data: Data;
  readonly visit: Visit;
  readonly filtered: boolean;
}) {
  const { wording, address } = visit;
  const words = wording.say.recommendation.list;
  const choices = choicesOf(data.all.items);
  const statuses = STATUS_ORDER.map((status) => ({
    value: status,
    label: statusWord(wording.language, status),
  }));
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
      <Select name="status" label={words.status} choices={statuses} address={address} any={words.any} />
      <Select name="theme" label={words.theme} choices={choices.themes} address={address} any={words.any} />
      <Select
        name="institution"
        label={words.institution}
        choices={choices.institutions}
        address={address}
        any={words.any}
      />
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
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly address: Address;
  readonly any: string;
}

function Select({ name, label, choices, address, any }: SelectProps) {
  const chosen = address.query.get(name) ?? '';
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select name={name}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
            {choice.label}
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
