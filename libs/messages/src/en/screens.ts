import { accessibilityEn } from './screens/accessibility.js';
import { assessmentEn } from './screens/assessment.js';
import { actionEn } from './screens/action.js';
import { apiTokenEn } from './screens/api-token.js';
import { accountEn } from './screens/account.js';
import { caseSeriesEn } from './screens/case-series.js';
import { chartEn } from './screens/chart.js';
import { classificationEn } from './screens/classification.js';
import { alertEn } from './screens/alert.js';
import { commentEn } from './screens/comment.js';
import { comparisonEn } from './screens/comparison.js';
import { comparabilityEn } from './screens/comparability.js';
import { mailRhythmEn } from './screens/mail-rhythm.js';
import { operationEn } from './screens/operation.js';
import { watchRuleEn } from './screens/watch-rule.js';
import { cycleEn } from './screens/cycle.js';
import { dataGapEn } from './screens/data-gap.js';
import { definitionEn } from './screens/definition.js';
import { deskEn } from './screens/desk.js';
import { offlineEn } from './screens/offline.js';
import { deviceEn } from './screens/device.js';
import { deadlinesEn } from './screens/deadlines.js';
import { dueEn } from './screens/due.js';
import { errorEn } from './screens/error.js';
import { figureImportEn } from './screens/figure-import.js';
import { helpLineEn } from './screens/help-line.js';
import { plainTextEn } from './screens/plain-text.js';
import { followEn } from './screens/follow.js';
import { feedEn } from './screens/feed.js';
import { figureEn } from './screens/figure.js';
import { historyEn } from './screens/history.js';
import { informationRequestEn } from './screens/information-request.js';
import { escalationEn } from './screens/escalation.js';
import { statementEn } from './screens/statement.js';
import { indicatorEn } from './screens/indicator.js';
import { intakeEn } from './screens/intake.js';
import { institutionEn } from './screens/institution.js';
import { layoutEn } from './screens/layout.js';
import { childrenEn } from './screens/children.js';
import { overviewEn } from './screens/overview.js';
import { peopleEn } from './screens/people.js';
import { recommendationEn } from './screens/recommendation.js';
import { savedViewEn } from './screens/saved-view.js';
import { searchEn } from './screens/search.js';
import { secondFactorEn } from './screens/second-factor.js';
import { securityEventEn } from './screens/security-event.js';
import { statusEn } from './screens/status.js';
import { uhriEn } from './screens/uhri.js';
import { undoEn } from './screens/undo.js';
import { submissionEn } from './screens/submission.js';

/** Everything that a page of the dashboard says. */
export const screensEn = {
  layout: layoutEn,
  action: actionEn,
  status: statusEn,
  submission: submissionEn,
  alert: alertEn,
  comparability: comparabilityEn,
  comment: commentEn,
  comparison: comparisonEn,
  mailRhythm: mailRhythmEn,
  operation: operationEn,
  watchRule: watchRuleEn,
  cycle: cycleEn,
  classification: classificationEn,
  desk: deskEn,
  device: deviceEn,
  offline: offlineEn,
  due: dueEn,
  deadlines: deadlinesEn,
  overview: overviewEn,
  children: childrenEn,
  recommendation: recommendationEn,
  informationRequest: informationRequestEn,
  statement: statementEn,
  escalation: escalationEn,
  indicator: indicatorEn,
  definition: definitionEn,
  institution: institutionEn,
  feed: feedEn,
  follow: followEn,
  helpLine: helpLineEn,
  plainText: plainTextEn,
  figure: figureEn,
  figureImport: figureImportEn,
  history: historyEn,
  intake: intakeEn,
  caseSeries: caseSeriesEn,
  chart: chartEn,
  people: peopleEn,
  savedView: savedViewEn,
  undo: undoEn,
  search: searchEn,
  secondFactor: secondFactorEn,
  securityEvent: securityEventEn,
  account: accountEn,
  error: errorEn,
  accessibility: accessibilityEn,
  apiToken: apiTokenEn,
  assessment: assessmentEn,
  uhri: uhriEn,
  dataGap: dataGapEn,
};
