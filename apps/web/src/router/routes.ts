import { calendarsPage } from '../page/calendars/calendars-page.js';
import { createdCalendarPage } from '../page/calendars/created-calendar-page.js';
import { accessibilityPage } from '../page/accessibility/accessibility-page.js';
import { accountPage } from '../page/account/account-page.js';
import { actionPage } from '../page/action/action-page.js';
import { actionsPage } from '../page/action/actions-page.js';
import { recommendationActionsPage } from '../page/action/recommendation-actions-page.js';
import {
  embedBudgetPage,
  embedIndicatorPage,
  embedPlacesPage,
  embedProsecutionsPage,
} from '../page/embed/embed-pages.js';
import { confirmPage } from '../page/follow/confirm-page.js';
import { followPage } from '../page/follow/follow-page.js';
import { unfollowPage } from '../page/follow/unfollow-page.js';
import { figureImportPage } from '../page/figure-imports/figure-import-page.js';
import { figureImportsPage } from '../page/figure-imports/figure-imports-page.js';
import { figureUploadPage } from '../page/figure-imports/figure-upload-page.js';
import { figureLinkPage } from '../page/figure-link/figure-link-page.js';
import { answerPage } from '../page/answer/answer-page.js';
import { mailRhythmPage } from '../page/mail-rhythm/mail-rhythm-page.js';
import { rhythmLinkPage } from '../page/mail-rhythm/rhythm-link-page.js';
import { apiTokensPage } from '../page/api-tokens/api-tokens-page.js';
import { createdTokenPage } from '../page/api-tokens/created-token-page.js';
import { assessmentsPage } from '../page/assessments/assessments-page.js';
import { itemAssessmentsPage } from '../page/assessments/item-assessments-page.js';
import { overridesPage } from '../page/assessments/overrides-page.js';
import { budgetPage } from '../page/budget/budget-page.js';
import { helpLinesPage } from '../page/help-line/help-lines-page.js';
import { childrenPage } from '../page/children/children-page.js';
import { definitionPage } from '../page/definition/definition-page.js';
import { libraryPage } from '../page/definition/library-page.js';
import { newIndicatorPage } from '../page/definition/new-indicator-page.js';
import { caseSeriesPage } from '../page/case-series/case-series-page.js';
import { dataGapsPage } from '../page/data-gaps/data-gaps-page.js';
import { documentPage } from '../page/documents/document-page.js';
import { documentsPage } from '../page/documents/documents-page.js';
import { alertPage } from '../page/alert/alert-page.js';
import { alertsPage } from '../page/alert/alerts-page.js';
import { cycleItemsPage } from '../page/monitoring/cycle-items-page.js';
import { duePage } from '../page/monitoring/due-page.js';
import { monitoringPage } from '../page/monitoring/monitoring-page.js';
import { commentsPage } from '../page/comments/comments-page.js';
import { viewsPage } from '../page/views/views-page.js';
import { deadlinesPage } from '../page/deadlines/deadlines-page.js';
import { deskPage } from '../page/desk/desk-page.js';
import { docketPage } from '../page/docket/docket-page.js';
import { escalationsPage } from '../page/docket/escalations-page.js';
import { auditPage } from '../page/history/audit-page.js';
import { recommendationHistoryPage } from '../page/history/recommendation-history-page.js';
import { comparabilityPage } from '../page/comparability/comparability-page.js';
import { indicatorPage } from '../page/indicator/indicator-page.js';
import { indicatorsPage } from '../page/indicators/indicators-page.js';
import { intakePage } from '../page/intake/intake-page.js';
import { intakesPage } from '../page/intake/intakes-page.js';
import { focalPointsPage } from '../page/institution/focal-points-page.js';
import { institutionPage } from '../page/institution/institution-page.js';
import { institutionsPage } from '../page/institution/institutions-page.js';
import { nobodyPage } from '../page/institution/nobody-page.js';
import { offlinePage } from '../page/offline/offline-page.js';
import { overviewPage } from '../page/overview/overview-page.js';
import { peoplePage } from '../page/people/people-page.js';
import { prosecutionsPage } from '../page/prosecutions/prosecutions-page.js';
import { recommendationPage } from '../page/recommendation/recommendation-page.js';
import { recommendationsPage } from '../page/recommendations/recommendations-page.js';
import { searchPage } from '../page/search/search-page.js';
import { securityEventsPage } from '../page/security-events/security-events-page.js';
import { secondFactorSignInPage } from '../page/second-factor/second-factor-sign-in-page.js';
import { secondFactorsPage } from '../page/second-factor/second-factors-page.js';
import { recoverPage } from '../page/recover/recover-page.js';
import { setPasswordPage } from '../page/set-password/set-password-page.js';
import { signInLinkPage } from '../page/sign-in/sign-in-link-page.js';
import { signInPage } from '../page/sign-in/sign-in-page.js';
import { statesPage } from '../page/states/states-page.js';
import { statusesPage } from '../page/statuses/statuses-page.js';
import { transmissionsPage } from '../page/transmissions/transmissions-page.js';
import { askPage } from '../page/requests/ask-page.js';
import { requestPage } from '../page/requests/request-page.js';
import { requestsPage } from '../page/requests/requests-page.js';
import { draftPage, newStatementPage } from '../page/statements/draft-pages.js';
import { statementPage } from '../page/statements/statement-page.js';
import { statementsPage } from '../page/statements/statements-page.js';
import { suggestionsPage } from '../page/suggestions/suggestions-page.js';
import { contributionsPage } from '../page/submissions/contributions-page.js';
import { reviewsPage } from '../page/submissions/reviews-page.js';
import { submissionPage } from '../page/submissions/submission-page.js';
import { submissionsPage } from '../page/submissions/submissions-page.js';
import { answerObligationPage, contributePage } from '../page/submissions/write-page.js';
import { successionsPage } from '../page/successions/successions-page.js';
import { uhriAnnotationsPage } from '../page/uhri/uhri-annotations-page.js';
import { uhriImportPage } from '../page/uhri/uhri-import-page.js';
import { uhriImportsPage } from '../page/uhri/uhri-imports-page.js';
import { deadLettersPage } from '../page/watch/dead-letters-page.js';
import { sweepPage } from '../page/watch/sweep-page.js';
import { watchPage } from '../page/watch/watch-page.js';
import { watchRulesPage } from '../page/watch-rule/watch-rules-page.js';
import { OFFLINE_PATH } from './address.js';
import { matchPath } from './match.js';
import { route } from './page.js';
import type { Route } from './page.js';

/** Every address of the dashboard, after its language: `/en/states/PER`. */
export const ROUTES: readonly Route[] = [
  route('', statesPage),
  route('/states/:iso3', overviewPage),
  route('/states/:iso3/children', childrenPage),
  route('/states/:iso3/help-lines', helpLinesPage),
  route('/states/:iso3/recommendations', recommendationsPage),
  route('/states/:iso3/recommendations/:id', recommendationPage),
  route('/states/:iso3/recommendations/:id/history', recommendationHistoryPage),
  route('/states/:iso3/recommendations/:id/assessments', itemAssessmentsPage),
  route('/states/:iso3/recommendations/:id/ask', askPage),
  route('/states/:iso3/information-requests', requestsPage),
  route('/states/:iso3/information-requests/:id', requestPage),
  route('/states/:iso3/statements', statementsPage),
  route('/states/:iso3/statements/:id', statementPage),
  route('/states/:iso3/statement-drafts/new', newStatementPage),
  route('/states/:iso3/statement-drafts/:id', draftPage),
  route('/states/:iso3/assessments', assessmentsPage),
  route('/states/:iso3/overrides', overridesPage),
  route('/states/:iso3/recommendations/:id/actions', recommendationActionsPage),
  route('/states/:iso3/actions', actionsPage),
  route('/states/:iso3/actions/:id', actionPage),
  route('/states/:iso3/indicators', indicatorsPage),
  route('/states/:iso3/indicators/:code', indicatorPage),
  route('/states/:iso3/indicators/:code/definition', definitionPage),
  route('/states/:iso3/recommendations/:id/library', libraryPage),
  route('/states/:iso3/recommendations/:id/new-indicator', newIndicatorPage),
  route('/states/:iso3/indicators/:code/comparability', comparabilityPage),
  route('/states/:iso3/budget', budgetPage),
  route('/states/:iso3/data-gaps', dataGapsPage),
  route('/states/:iso3/deadlines', deadlinesPage),
  route('/states/:iso3/follow', followPage),
  route('/follow/:token', confirmPage),
  route('/unfollow/:token', unfollowPage),
  route('/states/:iso3/prosecutions', prosecutionsPage),
  route('/states/:iso3/case-series', caseSeriesPage),
  route('/states/:iso3/documents', documentsPage),
  route('/states/:iso3/documents/:slug', documentPage),
  route('/states/:iso3/documents/:slug/suggestions', suggestionsPage),
  route('/states/:iso3/successions', successionsPage),
  route('/states/:iso3/docket', docketPage),
  route('/states/:iso3/docket/escalations', escalationsPage),
  route('/states/:iso3/desk', deskPage),
  route('/states/:iso3/monitoring', monitoringPage),
  route('/states/:iso3/views', viewsPage),
  route('/states/:iso3/comments', commentsPage),
  route('/states/:iso3/monitoring/due', duePage),
  route('/states/:iso3/monitoring/cycles', cycleItemsPage),
  route('/states/:iso3/alerts', alertsPage),
  route('/states/:iso3/alerts/:id', alertPage),
  route('/states/:iso3/search', searchPage),
  route('/sign-in/second-factor', secondFactorSignInPage),
  route('/account/second-factor', secondFactorsPage),
  route('/states/:iso3/people', peoplePage),
  route('/states/:iso3/institutions', institutionsPage),
  route('/states/:iso3/institutions/:code', institutionPage),
  route('/states/:iso3/institutions/:code/focal-points', focalPointsPage),
  route('/states/:iso3/nobody-answers', nobodyPage),
  route('/states/:iso3/watch-rules', watchRulesPage),
  route('/states/:iso3/transmissions', transmissionsPage),
  route('/states/:iso3/recommendations/:id/contributions', contributionsPage),
  route('/states/:iso3/submissions', submissionsPage),
  route('/states/:iso3/submissions/new/obligation/:id', answerObligationPage),
  route('/states/:iso3/submissions/new/recommendation/:id', contributePage),
  route('/states/:iso3/submissions/:id', submissionPage),
  route('/states/:iso3/reviews', reviewsPage),
  route('/sign-in', signInPage),
  route('/sign-in/:token', signInLinkPage),
  route('/recover', recoverPage),
  route('/set-password/:token', setPasswordPage),
  route('/account', accountPage),
  route('/states/:iso3/imports/figures', figureImportsPage),
  route('/states/:iso3/imports/figures/uploads/:id', figureUploadPage),
  route('/states/:iso3/imports/figures/:id', figureImportPage),
  route('/states/:iso3/imports/uhri', uhriImportsPage),
  route('/states/:iso3/imports/uhri/:id', uhriImportPage),
  route('/states/:iso3/uhri', uhriAnnotationsPage),
  route('/states/:iso3/intakes', intakesPage),
  route('/states/:iso3/intakes/:id', intakePage),
  route('/states/:iso3/audit', auditPage),
  route('/answer/:token', answerPage),
  route('/figure/:token', figureLinkPage),
  route('/account/calendars', calendarsPage),
  route('/account/calendars/created', createdCalendarPage),
  route('/account/mail', mailRhythmPage),
  route('/mail-rhythm/:token', rhythmLinkPage),
  route('/account/tokens', apiTokensPage),
  route('/account/tokens/created', createdTokenPage),
  route('/watch', watchPage),
  route('/states/:iso3/dead-letters', deadLettersPage),
  route('/states/:iso3/sweep', sweepPage),
  route('/security-events', securityEventsPage),
  route('/embed/states/:iso3/indicators/:code', embedIndicatorPage),
  route('/embed/states/:iso3/indicators/:code/places', embedPlacesPage),
  route('/embed/states/:iso3/budget/:chart', embedBudgetPage),
  route('/embed/states/:iso3/prosecutions', embedProsecutionsPage),
  route('/how-statuses-are-set', statusesPage),
  route('/accessibility', accessibilityPage),
  route(OFFLINE_PATH, offlinePage),
];

/** Finds the page of a path. A State's code may be typed in any case, as the API takes it; pages know it in capitals. */
export function findRoute(
  path: string,
): { readonly route: Route; readonly parameters: Record<string, string> } | null {
  for (const candidate of ROUTES) {
    const parameters = matchPath(candidate.path, path === '/' ? '' : path);
    if (parameters) return { route: candidate, parameters: withStateCode(parameters) };
  }
  return null;
}

function withStateCode({ iso3, ...others }: Record<string, string>): Record<string, string> {
  return iso3 === undefined ? others : { iso3: iso3.toUpperCase(), ...others };
}
