import { Mark } from '../../status/mark.js';
import { pageUrl, queryOf } from '../../router/address.js';
import type { Page, Sheet, Visit } from '../../router/page.js';

/** What the API said when it could not answer. */
export interface ProblemSeen {
  readonly status: number;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}

/** A page that says what went wrong, whom it concerns and what still works. */
export function problemSheet(
  problem: ProblemSeen,
  visit: Visit,
  page?: Page<Record<string, unknown>>,
): Sheet {
  const { say, language } = visit.wording;
  const { title, what } = wordsFor(problem, visit, page);
  const failed = problem.status >= 500;
  return {
    documentTitle: title,
    body: (
      <div class={failed ? 'problem problem-failed' : 'problem'}>
        <h1>
          {failed && <Mark status="error" size={30} />}
          {title}
        </h1>
        <p class="lede">{what}</p>
        {problem.code !== undefined && problem.status !== 404 && (
          <p class="note">{say.error.code(problem.code)}</p>
        )}
        <p class="links">
          {failed && (
            <a href={pageUrl(language, visit.address.path, queryOf(visit.address.query))}>
              {say.error.tryAgain}
            </a>
          )}
          {problem.status === 422 && visit.address.query.size > 0 && (
            <a href={pageUrl(language, visit.address.path)}>{say.error.withoutConditions}</a>
          )}
          {title === say.error.signIn && <a href={pageUrl(language, '/sign-in')}>{say.error.signInLink}</a>}
          <a href={pageUrl(language, '/')}>{say.error.home}</a>
        </p>
      </div>
    ),
  };
}

function wordsFor(
  { status, detail }: ProblemSeen,
  visit: Visit,
  page?: Page<Record<string, unknown>>,
): { title: string; what: string } {
  const { error } = visit.wording.say;
  const gone = page?.gone?.(visit);
  if (gone && status >= 400 && status < 500 && status !== 429) return { title: gone.title, what: gone.why };
  if (status === 404 || status === 410) return { title: error.notFound, what: error.notFoundWhat };
  if (status === 401 || (status === 403 && visit.viewer?.signedIn !== true)) {
    return { title: error.signIn, what: error.signInWhat };
  }
  if (status === 403) return { title: error.forbidden, what: error.forbiddenWhat };
  if (status === 503 || status === 502 || status === 504 || status === 429) {
    return { title: error.unavailable, what: error.unavailableWhat };
  }
  if (status >= 400 && status < 500) return { title: error.badRequest, what: detail ?? error.notFoundWhat };
  return { title: error.broken, what: error.brokenWhat };
}
