import { accessibilityEn } from './screens/accessibility.js';
import { apiTokenEn } from './screens/api-token.js';
import { accountEn } from './screens/account.js';
import { chartEn } from './screens/chart.js';
import { dueEn } from './screens/due.js';
import { errorEn } from './screens/error.js';
import { historyEn } from './screens/history.js';
import { indicatorEn } from './screens/indicator.js';
import { layoutEn } from './screens/layout.js';
import { overviewEn } from './screens/overview.js';
import { peopleEn } from './screens/people.js';
import { recommendationEn } from './screens/recommendation.js';
import { secondFactorEn } from './screens/second-factor.js';
import { securityEventEn } from './screens/security-event.js';
import { statusEn } from './screens/status.js';

/** Everything that a page of the dashboard says. */
export const screensEn = {
  layout: layoutEn,
  status: statusEn,
  due: dueEn,
  overview: overviewEn,
  recommendation: recommendationEn,
  indicator: indicatorEn,
  history: historyEn,
  chart: chartEn,
  people: peopleEn,
  secondFactor: secondFactorEn,
  securityEvent: securityEventEn,
  account: accountEn,
  error: errorEn,
  accessibility: accessibilityEn,
  apiToken: apiTokenEn,
};
