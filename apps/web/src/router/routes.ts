import { accessibilityPage } from '../page/accessibility/accessibility-page.js';
import { answerPage } from '../page/answer/answer-page.js';
import { budgetPage } from '../page/budget/budget-page.js';
import { docketPage } from '../page/docket/docket-page.js';
import { auditPage } from '../page/history/audit-page.js';
import { recommendationHistoryPage } from '../page/history/recommendation-history-page.js';
import { indicatorPage } from '../page/indicator/indicator-page.js';
import { indicatorsPage } from '../page/indicators/indicators-page.js';
import { overviewPage } from '../page/overview/overview-page.js';
import { prosecutionsPage } from '../page/prosecutions/prosecutions-page.js';
import { recommendationPage } from '../page/recommendation/recommendation-page.js';
import { recommendationsPage } from '../page/recommendations/recommendations-page.js';
import { signInPage } from '../page/sign-in/sign-in-page.js';
import { statesPage } from '../page/states/states-page.js';
import { statusesPage } from '../page/statuses/statuses-page.js';
import { watchPage } from '../page/watch/watch-page.js';
import { matchPath } from './match.js';
import { route } from './page.js';
import type { Route } from './page.js';

/** Every address of the dashboard, after its language: `/en/states/PER`. */
const ROUTES: readonly Route[] = [
  route('', statesPage),
  route('/states/:iso3', overviewPage),
  route('/states/:iso3/recommendations', recommendationsPage),
  route('/states/:iso3/recommendations/:id', recommendationPage),
  route('/states/:iso3/recommendations/:id/history', recommendationHistoryPage),
  route('/states/:iso3/indicators', indicatorsPage),
  route('/states/:iso3/indicators/:code', indicatorPage),
  route('/states/:iso3/budget', budgetPage),
  route('/states/:iso3/prosecutions', prosecutionsPage),
  route('/states/:iso3/docket', docketPage),
  route('/states/:iso3/audit', auditPage),
  route('/sign-in/:token', signInPage),
  route('/answer/:token', answerPage),
  route('/watch', watchPage),
  route('/how-statuses-are-set', statusesPage),
  route('/accessibility', accessibilityPage),
];

export function findRoute(
  path: string,
): { readonly route: Route; readonly parameters: Record<string, string> } | null {
  for (const candidate of ROUTES) {
    const parameters = matchPath(candidate.path, path === '/' ? '' : path);
    if (parameters) return { route: candidate, parameters };
  }
  return null;
}
