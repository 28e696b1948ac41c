import { renderToString } from 'preact-render-to-string';

import type {
  ApiAnswer,
  IsPage,
  PageAnswer,
  PageRequest,
  Problem,
  RenderPage,
  SavedViewList,
  Viewer,
} from '#contracts';
import { LANGUAGES, preferredLanguage } from '#messages';
import type { Language } from '#messages';

import { htmlDocument } from './document.js';
import { EmbedLayout } from './layout/embed-layout.js';
import { Layout } from './layout/layout.js';
import { OfflineLayout } from './layout/offline-layout.js';
import { problemSheet } from './page/problem/problem-page.js';
import {
  OFFLINE_PATH,
  apiUrl,
  changesUrl,
  isEmbedPath,
  pageUrl,
  queryOf,
  statePath,
} from './router/address.js';
import type { Address } from './router/address.js';
import { leftOutOf, without } from './router/left-out.js';
import type { Page, Redirect, Sheet, StateView, Visit } from './router/page.js';
import { readUrl } from './router/read-url.js';
import { findRoute } from './router/routes.js';
import { loadWhole } from './router/whole-list.js';
import { unmarked } from './unmarked.js';
import { wordingFor } from './wording/wording.js';

/** Answers an address with a page: reads what the page needs from the API, with the visitor's own rights, and renders it. */
export const renderPage: RenderPage = async (request) => {
  const { language: named, path, query } = readUrl(request.url);
  if (named === null && path === '' && (request.url === '/' || request.url.startsWith('/?'))) {
    return redirect(
      pageUrl(preferredLanguage(request.acceptLanguage), '/'),
      preferredLanguage(request.acceptLanguage),
    );
  }
  const language = named ?? preferredLanguage(request.acceptLanguage);
  const found = named === null ? null : findRoute(path);
  const address: Address = {
    language,
    path: path === '' ? '/' : path,
    parameters: found?.parameters ?? {},
    query,
  };
  const looking = await readVisit(request, address);
  const visit = { ...looking, views: await readViews(request, looking) };
  if (!found) return answer(404, problemSheet({ status: 404 }, visit), visit);
  return showPage(found.route.page, request, visit);
};

export const isPage: IsPage = (path) => findRoute(path) !== null;

async function showPage(
  page: Page<Record<string, unknown>>,
  request: PageRequest,
  visit: Visit,
): Promise<PageAnswer> {
  const paths = Object.entries(page.load(visit.address, visit.viewer));
  const answers = await Promise.all(
    paths.map(([, path]) =>
      typeof path === 'string' ? request.load(path) : loadWhole(path, (url) => request.load(url)),
    ),
  );
  const leftOut = leftOutOf(answers, visit.address);
  // Once: what is still refused without it is told as it is.
  if (leftOut.length > 0 && visit.leftOut === undefined)
    return showPage(page, request, { ...visit, address: without(visit.address, leftOut), leftOut });
  const refused = answers.find(({ status }) => status >= 400);
  if (refused)
    return answer(
      statusOf(refused),
      problemSheet({ status: statusOf(refused), ...problemOf(refused) }, visit, page),
      visit,
    );
  const data = Object.fromEntries(
    paths.map(([name], index) => [name, JSON.parse(answers[index]?.body ?? 'null') as unknown]),
  );
  const shown = page.show(data, visit);
  return isRedirect(shown) ? redirect(shown.redirectTo, visit.address.language) : answer(200, shown, visit);
}

/** Who looks, and which States there are: the same two questions for every page. */
async function readVisit(request: PageRequest, address: Address): Promise<Visit> {
  const [viewer, states] = await Promise.all([
    request.load(apiUrl(address.language, '/viewer')),
    request.load(apiUrl(address.language, '/states')),
  ]);
  const known = states.status === 200 ? (JSON.parse(states.body) as { items: StateView[] }).items : [];
  const iso3 = address.parameters['iso3'];
  return {
    address,
    wording: wordingFor(address.language),
    publicUrl: request.publicUrl,
    viewer: viewer.status === 200 ? (JSON.parse(viewer.body) as Viewer) : null,
    states: known,
    typedInto: (action) =>
      new URLSearchParams(
        request.typed?.action === action ? request.typed.fields.map(([name, value]) => [name, value]) : [],
      ),
    views: null,
    state: known.find((state) => state.iso3 === iso3) ?? null,
  };
}

/** Only who has a role in the State has any there. */
async function readViews(request: PageRequest, { viewer, address, state }: Visit): Promise<Visit['views']> {
  if (viewer?.signedIn !== true || state === null || viewer.state !== state.iso3) return null;
  const views = await request.load(apiUrl(address.language, statePath(state.iso3, '/saved-views')));
  return views.status === 200 ? (JSON.parse(views.body) as SavedViewList).items : null;
}

function answer(status: number, sheet: Sheet, visit: Visit): PageAnswer {
  const { address, wording, state } = visit;
  const place = [sheet.documentTitle, state?.name, 'Vigía'];
  const body = renderToString(
    isEmbedPath(address.path) ? (
      <EmbedLayout visit={visit}>{sheet.body}</EmbedLayout>
    ) : address.path === OFFLINE_PATH ? (
      <OfflineLayout visit={visit}>{sheet.body}</OfflineLayout>
    ) : (
      <Layout visit={visit} sheet={sheet}>
        {sheet.body}
      </Layout>
    ),
  );
  return {
    status,
    language: address.language,
    html: unmarked(
      htmlDocument({
        language: address.language,
        title: [
          ...new Set(
            place.filter((part) => part !== undefined && !sheet.documentTitle.startsWith(`${part}:`)),
          ),
        ].join(' · '),
        description: wording.say.layout.description,
        again: sheet.again,
        body,
        feeds: [
          ...(sheet.feed === undefined ? [] : [sheet.feed]),
          ...(state === null
            ? []
            : [
                {
                  title: wording.say.feed.changes(state.name),
                  url: changesUrl(address.language, state.iso3),
                },
              ]),
        ],
        alternates: Object.fromEntries(
          LANGUAGES.map((other) => [
            other,
            `${visit.publicUrl}${pageUrl(other, address.path, queryOf(address.query))}`,
          ]),
        ) as Record<Language, string>,
      }),
    ),
  };
}

function redirect(location: string, language: Language): PageAnswer {
  return { status: 302, location, html: '', language };
}

function isRedirect(shown: Sheet | Redirect): shown is Redirect {
  return 'redirectTo' in shown;
}

/** The page answers as the API did, but a fault of ours is never blamed on the reader. */
function statusOf({ status }: ApiAnswer): number {
  return status >= 400 && status < 600 ? status : 500;
}

function problemOf({ body }: ApiAnswer): Partial<Problem> {
  try {
    const problem = JSON.parse(body) as Partial<Problem>;
    return { code: problem.code, detail: problem.detail };
  } catch {
    return {};
  }
}
