import { budgetCutCheck } from './budget-cut-check.js';
import { budgetExecutionCheck } from './budget-execution-check.js';
import { budgetPurposeCheck } from './budget-purpose-check.js';
import { actionLateCheck } from './action-late-check.js';
import { evidenceExpiredCheck } from './evidence-expired-check.js';
import type { Check } from './check.js';
import { informationRequestCheck } from './information-request-check.js';
import { mailBouncingCheck } from './mail-bouncing-check.js';
import { snoozeEndingCheck } from './snooze-ending-check.js';
import { validationBrokenCheck } from './validation-broken-check.js';
import { deadlineCheck } from './deadline-check.js';
import { disaggregationGapCheck } from './disaggregation-gap-check.js';
import { figureStaleCheck } from './figure-stale-check.js';
import { nobodyResponsibleCheck } from './nobody-responsible-check.js';
import { offPathCheck } from './off-path-check.js';
import { prosecutionConversionCheck } from './prosecution-conversion-check.js';
import { prosecutionOutcomeCheck } from './prosecution-outcome-check.js';
import { regressionCheck } from './regression-check.js';
import { sourcesDisagreeCheck } from './sources-disagree-check.js';
import { prosecutionStageCheck } from './prosecution-stage-check.js';

/** Every kind of check. A new one is its file, its rule's name, and a line here. */
export const CHECKS: readonly Check[] = [
  deadlineCheck,
  figureStaleCheck,
  offPathCheck,
  regressionCheck,
  disaggregationGapCheck,
  budgetExecutionCheck,
  budgetCutCheck,
  budgetPurposeCheck,
  prosecutionOutcomeCheck,
  prosecutionConversionCheck,
  prosecutionStageCheck,
  nobodyResponsibleCheck,
  actionLateCheck,
  evidenceExpiredCheck,
  sourcesDisagreeCheck,
  validationBrokenCheck,
  mailBouncingCheck,
  snoozeEndingCheck,
  informationRequestCheck,
];
