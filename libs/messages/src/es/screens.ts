import type { screensEn } from '../en/screens.js';
import type { Translation } from '../language.js';
import { accessibilityEs } from './screens/accessibility.js';
import { assessmentEs } from './screens/assessment.js';
import { actionEs } from './screens/action.js';
import { apiTokenEs } from './screens/api-token.js';
import { accountEs } from './screens/account.js';
import { caseSeriesEs } from './screens/case-series.js';
import { chartEs } from './screens/chart.js';
import { classificationEs } from './screens/classification.js';
import { alertEs } from './screens/alert.js';
import { commentEs } from './screens/comment.js';
import { comparisonEs } from './screens/comparison.js';
import { comparabilityEs } from './screens/comparability.js';
import { mailRhythmEs } from './screens/mail-rhythm.js';
import { operationEs } from './screens/operation.js';
import { watchRuleEs } from './screens/watch-rule.js';
import { cycleEs } from './screens/cycle.js';
import { dataGapEs } from './screens/data-gap.js';
import { definitionEs } from './screens/definition.js';
import { deskEs } from './screens/desk.js';
import { offlineEs } from './screens/offline.js';
import { deviceEs } from './screens/device.js';
import { deadlinesEs } from './screens/deadlines.js';
import { dueEs } from './screens/due.js';
import { errorEs } from './screens/error.js';
import { figureImportEs } from './screens/figure-import.js';
import { helpLineEs } from './screens/help-line.js';
import { plainTextEs } from './screens/plain-text.js';
import { followEs } from './screens/follow.js';
import { feedEs } from './screens/feed.js';
import { figureEs } from './screens/figure.js';
import { historyEs } from './screens/history.js';
import { informationRequestEs } from './screens/information-request.js';
import { escalationEs } from './screens/escalation.js';
import { statementEs } from './screens/statement.js';
import { indicatorEs } from './screens/indicator.js';
import { intakeEs } from './screens/intake.js';
import { institutionEs } from './screens/institution.js';
import { layoutEs } from './screens/layout.js';
import { childrenEs } from './screens/children.js';
import { overviewEs } from './screens/overview.js';
import { peopleEs } from './screens/people.js';
import { recommendationEs } from './screens/recommendation.js';
import { savedViewEs } from './screens/saved-view.js';
import { searchEs } from './screens/search.js';
import { secondFactorEs } from './screens/second-factor.js';
import { securityEventEs } from './screens/security-event.js';
import { statusEs } from './screens/status.js';
import { uhriEs } from './screens/uhri.js';
import { undoEs } from './screens/undo.js';
import { submissionEs } from './screens/submission.js';

/** Todo lo que dice una página del tablero. */
export const screensEs: Translation<typeof screensEn> = {
  layout: layoutEs,
  action: actionEs,
  status: statusEs,
  submission: submissionEs,
  alert: alertEs,
  comparability: comparabilityEs,
  comment: commentEs,
  comparison: comparisonEs,
  mailRhythm: mailRhythmEs,
  operation: operationEs,
  watchRule: watchRuleEs,
  cycle: cycleEs,
  classification: classificationEs,
  desk: deskEs,
  device: deviceEs,
  offline: offlineEs,
  due: dueEs,
  deadlines: deadlinesEs,
  overview: overviewEs,
  children: childrenEs,
  recommendation: recommendationEs,
  informationRequest: informationRequestEs,
  statement: statementEs,
  escalation: escalationEs,
  indicator: indicatorEs,
  definition: definitionEs,
  institution: institutionEs,
  feed: feedEs,
  follow: followEs,
  helpLine: helpLineEs,
  plainText: plainTextEs,
  figure: figureEs,
  figureImport: figureImportEs,
  history: historyEs,
  intake: intakeEs,
  caseSeries: caseSeriesEs,
  chart: chartEs,
  people: peopleEs,
  savedView: savedViewEs,
  undo: undoEs,
  search: searchEs,
  secondFactor: secondFactorEs,
  securityEvent: securityEventEs,
  account: accountEs,
  error: errorEs,
  accessibility: accessibilityEs,
  apiToken: apiTokenEs,
  assessment: assessmentEs,
  uhri: uhriEs,
  dataGap: dataGapEs,
};
