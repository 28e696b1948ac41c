import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openApiDocument } from '../../../apps/api/src/openapi/openapi-document.js';
import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { addToEveryList } from '../../support/listed-rows.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

type Item = Readonly<Record<string, unknown>>;
interface Page {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly sought?: readonly string[];
}

interface List {
  /** What its items are told apart by. */
  readonly id: string;
  /** Null: nothing that is shown is text of somebody. */
  readonly word: 'searched' | null;
  /** Name of the items, where it is another one. */
  readonly items?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Every list of the API. A route that is in neither table fails the test below. */
const LISTS: Readonly<Record<string, List>> = {
  '/api/v1/states/{iso3}/recommendations': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/indicators': { id: 'code', word: 'searched' },
  '/api/v1/states/{iso3}/institutions': { id: 'code', word: 'searched' },
  '/api/v1/states/{iso3}/documents': { id: 'slug', word: 'searched' },
  '/api/v1/states/{iso3}/successions': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/docket': { id: 'alert', word: 'searched' },
  '/api/v1/states/{iso3}/escalations': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/alerts': { id: 'alert', word: 'searched', query: { show: 'carried_up' } },
  '/api/v1/states/{iso3}/comments': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/comparison/due': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/comparison/cycle-items': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/information-requests': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/statements': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/people': { id: 'membership', word: 'searched', items: 'members' },
  '/api/v1/states/{iso3}/nobody-answers': { id: 'recommendation', word: 'searched' },
  '/api/v1/states/{iso3}/transmissions': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/intakes': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/assessments': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/ombudsperson-assessments': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/overrides': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/audit': { id: 'position', word: 'searched' },
  '/api/v1/states/{iso3}/search': { id: 'id', word: 'searched', query: { q: 'on', kind: 'recommendation' } },
  '/api/v1/states/{iso3}/submissions': { id: 'id', word: 'searched', query: { author: 'institution' } },
  '/api/v1/states/{iso3}/reviews': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/recommendations/{id}/contributions': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/actions': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/uhri-annotations': { id: 'annotationId', word: 'searched' },
  '/api/v1/states/{iso3}/obligations': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/deadlines': { id: 'id', word: 'searched', query: { when: 'all' } },
  '/api/v1/states/{iso3}/recommendations/{id}/evidence': { id: 'id', word: 'searched' },
  '/api/v1/states/{iso3}/evidence': { id: 'id', word: 'searched' },
  // Periods and numbers.
  '/api/v1/states/{iso3}/indicators/{code}/comparability': { id: 'period', word: null, items: 'periods' },
  // Codes and counts.
  '/api/v1/states/{iso3}/case-series': { id: 'id', word: null },
  // Files and their counts.
  '/api/v1/states/{iso3}/imports/uhri': { id: 'id', word: null },
  '/api/v1/states/{iso3}/imports/figures': { id: 'id', word: null },
  // Few entries, all of one item.
  '/api/v1/states/{iso3}/recommendations/{id}/history': { id: 'position', word: null },
  // Codes and numbers, and what a relay said.
  '/api/v1/states/{iso3}/dead-letters': { id: 'id', word: null },
  // Codes and numbers only.
  '/api/v1/security-events': { id: 'at', word: null, query: { event: 'sign_in.failed' } },
};

/** Pages of one document or file, whose items come in with it and not while it is read. */
const PAGED_WHOLES = [
  '/api/v1/states/{iso3}/documents/{slug}/suggestions',
  '/api/v1/states/{iso3}/imports/uhri/{id}',
  '/api/v1/states/{iso3}/imports/figures/{id}',
];

/** What else is read, and why it is not a list that grows. */
const NOT_LISTS: Readonly<Record<string, string>> = {
  '/api/v1/states/{iso3}/saved-views': "a person's own, fifty at most",
  '/api/v1/states/{iso3}/comparison/institutions':
    'institutions beside each other, whole: its sums are those of all rows',
  '/api/v1/states/{iso3}/comparison/institutions.csv': 'a download',
  '/api/v1/states/{iso3}/comparison/causes': 'one line a kind of check',
  '/api/v1/states/{iso3}/comparison/causes.csv': 'a download',
  '/api/v1/states/{iso3}/comparison/cycles': 'one line a document, 200 at most, beside each other',
  '/api/v1/states': 'one row a State, of which there are fewer than two hundred; every page names them all',
  '/api/v1/follow-up-rules': 'a vocabulary that comes with the program',
  '/api/v1/classifications': 'a vocabulary that comes with the program',
  '/api/v1/assessment-scales': 'a vocabulary that comes with the program',
  '/api/v1/states/{iso3}/recommendation-choices': 'what a form offers',
  '/api/v1/states/{iso3}/recommendations/{id}/suggestions': 'what one recommendation is about',
  '/api/v1/states/{iso3}/help-lines': 'few enough that a child can choose; the program keeps at most twelve',
  '/api/v1/states/{iso3}/help-lines/kept': 'the same, with their drafts',
  '/api/v1/states/{iso3}/recommendations/{id}/plain-texts': 'one recommendation, in each language',
  '/api/v1/states/{iso3}/recommendations/{id}/assessments': 'what was said of one recommendation',
  '/api/v1/states/{iso3}/information-requests/{id}': 'one request, and those of the same matter',
  '/api/v1/states/{iso3}/statements/{id}': 'one statement, with its earlier versions',
  '/api/v1/states/{iso3}/statement-drafts': 'what one office is writing, fifty at most',
  '/api/v1/states/{iso3}/statement-drafts/{id}': 'one draft',
  '/api/v1/states/{iso3}/recommendations/{id}/request-choices': 'what a form offers',
  '/api/v1/states/{iso3}/recommendations/{id}/information-requests':
    'what was asked and published about one recommendation',
  '/api/v1/states/{iso3}/recommendations/{id}/implementation': 'what was decided on one recommendation',
  '/api/v1/account/calendars': "a person's own, of whom each was made by hand",
  '/calendar/{secret}.ics': 'a calendar: the soonest thousand days, whole at each asking',
  '/api/v1/account/tokens': "a person's own, of whom each was made by hand",
  '/api/v1/account': "a person's own account with its sessions",
  '/api/v1/account/second-factor': "a person's own second factors",
  '/api/v1/states/{iso3}/institutions/{code}/focal-points': 'the people of one institution',
  '/api/v1/states/{iso3}/recommendations/{id}/responsibilities': 'who leads and supports one recommendation',
  '/api/v1/states/{iso3}/submissions/{id}': 'one submission',
  '/api/v1/states/{iso3}/actions/{id}': 'one action',
  '/api/v1/states/{iso3}/alerts/{id}': 'one alert, with the newest of its history',
  '/api/v1/states/{iso3}/recommendations/{id}/action-choices': 'what a form offers',
  '/api/v1/states/{iso3}/imports/figures/uploads/{id}': 'one file that waits',
  '/api/v1/states/{iso3}/indicators/{code}/definition': 'one indicator',
  '/api/v1/states/{iso3}/dimensions': 'what a form offers',
  '/api/v1/states/{iso3}/recommendations/{id}/library': 'what the library proposes for one recommendation',
  '/api/v1/states/{iso3}/imports/figures/uploads/{id}/problems.csv': 'a download',
  '/calendar/{iso3}/deadlines.ics': 'a calendar: the soonest thousand days, whole at each asking',
  '/api/v1/states/{iso3}/indicators/{code}/template.csv': 'a download',
  '/api/v1/states/{iso3}/evidence/{id}/file': 'a download',
  '/api/v1/states/{iso3}/evidence/{id}/kept-file': 'a download',
  '/api/v1/states/{iso3}/overview': 'one document at a glance',
  '/api/v1/states/{iso3}/documents/{slug}': 'one document',
  '/api/v1/states/{iso3}/recommendations/{id}': 'one recommendation',
  '/api/v1/states/{iso3}/institutions/{code}': 'one institution',
  '/api/v1/states/{iso3}/institutions/{code}/timeliness': 'one line a year',
  '/api/v1/states/{iso3}/institutions/{code}/timeliness.csv': 'a download',
  '/api/v1/states/{iso3}/intakes/{id}': 'one document on its way in',
  '/api/v1/states/{iso3}/indicators/{code}/data': 'a cube, shown whole: a part of it would be another figure',
  '/api/v1/states/{iso3}/indicators/{code}/data.csv': 'a download',
  '/api/v1/states/{iso3}/indicators/{code}/data.jsonstat': 'a download',
  '/api/v1/states/{iso3}/indicators/{code}/data.sdmx.csv': 'a download',
  '/api/v1/figure-links/{token}': 'one obligation',
  '/api/v1/account/mail': 'the States whose mails a person gets',
  '/api/v1/states/{iso3}/follow': 'what a form needs',
  '/api/v1/follow-links/{token}': 'one link',
  '/api/v1/unfollow-links/{token}': 'what one address follows, each asked for by hand',
  '/api/v1/mail-rhythms/{token}': 'the mails of one person and one State',
  '/api/v1/states/{iso3}/data-gaps': 'a matrix, shown whole: its sums are those of all its rows',
  '/api/v1/states/{iso3}/data-gaps.csv': 'a download',
  '/api/v1/states/{iso3}/data-gaps/series': 'a series over the years, shown whole as its download is',
  '/api/v1/states/{iso3}/data-gaps/series.csv': 'a download',
  '/api/v1/states/{iso3}/indicators/{code}/metadata': 'one indicator',
  '/api/v1/states/{iso3}/watch-rules': 'how one State is watched, shown whole',
  '/api/v1/states/{iso3}/watch-rules/preview': 'what one ladder would bring',
  '/api/v1/states/{iso3}/budget': 'one track at a glance',
  '/api/v1/states/{iso3}/budget.csv': 'a download',
  '/api/v1/states/{iso3}/budget-months.csv': 'a download',
  '/api/v1/states/{iso3}/prosecutions': 'one cohort at a glance',
  '/api/v1/states/{iso3}/prosecutions.csv': 'a download',
  '/api/v1/states/{iso3}/audit.csv': 'a download, written page by page',
  '/api/v1/states/{iso3}/audit/head': 'one head',
  '/feeds/{iso3}/changes.atom': 'a feed: the newest fifty, as RFC 4287 readers expect',
  '/feeds/{iso3}/themes/{code}.atom': 'a feed: the newest fifty, as RFC 4287 readers expect',
  '/feeds/{iso3}/institutions/{code}.atom': 'a feed: the newest fifty, as RFC 4287 readers expect',
  '/feeds/{iso3}/recommendations/{id}.atom': 'a feed: the newest fifty, as RFC 4287 readers expect',
  '/feeds/{iso3}/audit.atom': 'a feed: the newest days, as RFC 4287 readers expect',
  '/api/v1/viewer': 'who is looking',
  '/api/v1/watch': 'the watch, one line a State',
  '/api/v1/states/{iso3}/sweep': 'what one sweep would bring, up to a bound',
  '/api/v1/sign-in': 'what a page offers',
  '/api/v1/sign-in/ways': 'what a page offers',
  '/api/v1/sign-in/second-factor': 'what a page offers',
  '/api/v1/sign-in/{token}': 'one link',
  '/api/v1/set-password/{token}': 'one link',
  '/api/v1/answers/{token}': 'one link',
  '/sign-in/oidc/callback': 'a way in',
  '/api/openapi.json': 'this description',
  '/health': 'for machines',
  '/health/live': 'for machines',
  '/health/ready': 'for machines',
  '/metrics': 'for machines',
};

/** Who reads it, where that is not the secretariat. */
const READER: Readonly<Record<string, string>> = {
  '/api/v1/security-events': 'operator',
  '/api/v1/states/{iso3}/dead-letters': 'operator',
  '/api/v1/states/{iso3}/ombudsperson-assessments': 'ombudsperson',
};

const SEEDED = 7;
const NEEDLE = 'zarzuela';
const HAY = 'census';

let ground: TrackingGround;
let api: ApiUnderTest;
let peru: WatchedState;
const cookies: Record<string, Readonly<Record<string, string>>> = {};
let added = 0;

const add = async (word = HAY): Promise<void> => addToEveryList(ground, peru.state.id, added++, word);

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  peru = await WatchedState.create(ground);
  const sessionOf = async (role: string): Promise<Record<string, string>> => {
    const personId = await peru.addPerson(`${role}@per.example`, role, null);
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    return { '__Host-vigia_session': token };
  };
  for (const role of ['secretariat', 'operator', 'ombudsperson']) cookies[role] = await sessionOf(role);
  while (added < SEEDED) await add(added === 3 ? NEEDLE : HAY);
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function ask(
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<{ status: number; body: string }> {
  const url = path.replace('{iso3}', 'PER').replace('{id}', 'document-1.8').replace('{code}', 'I0-0');
  return api.ask('GET', `${url}?${new URLSearchParams(query)}`, {
    cookies: cookies[READER[path] ?? 'secretariat'] ?? {},
  });
}

async function read(path: string, query: Readonly<Record<string, string>>): Promise<Page> {
  const { status, body } = await ask(path, { ...LISTS[path]?.query, ...query });
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
  const { [LISTS[path]?.items ?? 'items']: items, ...page } = JSON.parse(body) as Page &
    Record<string, readonly Item[]>;
  return { ...page, items: items ?? [] } as Page;
}

const idsIn = (path: string, items: readonly Item[]): string[] =>
  items.map((item) => JSON.stringify(item[LISTS[path]?.id ?? 'id']));

it('knows of every route that is read whether it is a list, and why not', () => {
  const { paths } = openApiDocument() as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const read = Object.keys(paths).filter((path) => paths[path]?.['get'] !== undefined);
  expect(
    read.filter((path) => !(path in LISTS) && !(path in NOT_LISTS) && !PAGED_WHOLES.includes(path)),
  ).toEqual([]);
  expect([...Object.keys(LISTS), ...Object.keys(NOT_LISTS)].filter((path) => !read.includes(path))).toEqual(
    [],
  );
  for (const path of read) {
    const { parameters } = paths[path]?.['get'] as {
      readonly parameters: readonly { readonly name: string }[];
    };
    const names = parameters.map(({ name }) => name);
    const asked = ['cursor', 'limit'].filter((name) => names.includes(name));
    expect([path, asked]).toEqual([path, path in NOT_LISTS ? [] : ['cursor', 'limit']]);
    if (LISTS[path]?.word) expect([path, names.includes('q')]).toEqual([path, true]);
  }
});

describe.each(Object.keys(LISTS))('the list %s', (path) => {
  it('gives as many as are asked for, and refuses a limit that is none', async () => {
    expect((await read(path, { limit: '2' })).items).toHaveLength(2);
    for (const limit of ['0', '-1', '1000000', 'all'])
      expect((await ask(path, { ...LISTS[path]?.query, limit })).status).toBe(422);
  });

  it('leads through everything once and in its order, while rows come in', async () => {
    const before = idsIn(path, (await read(path, { limit: '50' })).items);
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Page = await read(path, { limit: '2', ...(cursor === null ? {} : { cursor }) });
      seen.push(...idsIn(path, page.items));
      cursor = page.nextCursor;
      if (pages++ < 3) await add();
    } while (cursor !== null && pages < 60);
    expect(before.length).toBeGreaterThanOrEqual(SEEDED - 1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  it('refuses a cursor that it never gave out', async () => {
    const key = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const cursor of [
      'nonsense',
      key(),
      key('x', 'y', 'z', 'u'),
      key(null),
      key(1.5),
      key({}),
      key(1e300, 1),
    ]) {
      const { status, body } = await ask(path, { ...LISTS[path]?.query, cursor });
      expect([cursor, status, body]).toEqual([cursor, 422, expect.stringContaining('cursor.invalid')]);
    }
  });
});

describe.each(Object.keys(LISTS).filter((path) => LISTS[path]?.word))('the list %s', (path) => {
  it('is searched by words, with the hits named, and empty for what nothing holds', async () => {
    const found = await read(path, { q: NEEDLE.toUpperCase() });
    expect(found.items).toHaveLength(1);
    expect(JSON.stringify(found.items)).toMatch(new RegExp(NEEDLE, 'i'));
    if (found.sought) expect(found.sought.map((word) => word.toLowerCase())).toContain(NEEDLE);
    expect((await read(path, { q: 'xylophone' })).items).toEqual([]);
    const without = await read(path, { q: `-${NEEDLE}`, limit: '50' });
    expect(without.items.length).toBeGreaterThanOrEqual(SEEDED - 1);
    expect(JSON.stringify(without.items)).not.toMatch(new RegExp(NEEDLE, 'i'));
    expect((await read(path, { q: `${NEEDLE} OR ${HAY}`, limit: '2' })).nextCursor).not.toBeNull();
  });
});
