import * as vocabulary from './vocabulary-entity.js';
import * as people from './people-entity.js';
import * as signIn from './sign-in-entity.js';
import * as document from './document-entity.js';
import * as recommendation from './recommendation-entity.js';
import * as figure from './figure-entity.js';
import * as reporter from './reporter-entity.js';
import * as observation from './observation-entity.js';
import * as budget from './budget-entity.js';
import * as prosecution from './prosecution-entity.js';
import * as publication from './publication-entity.js';
import * as deadline from './deadline-entity.js';
import * as cycle from './cycle-entity.js';
import * as assessment from './assessment-entity.js';
import * as action from './action-entity.js';
import * as escalation from './escalation-entity.js';
import * as evidence from './evidence-entity.js';
import * as alert from './alert-entity.js';
import * as ledger from './ledger-entity.js';
import * as audit from './audit-entity.js';
import * as intake from './intake-entity.js';
import * as search from './search-entity.js';
import * as informationRequest from './information-request-entity.js';
import * as statement from './statement-entity.js';
import * as institution from './institution-entity.js';
import * as classification from './classification-entity.js';
import * as submission from './submission-entity.js';
import * as submissionFigure from './submission-figure-entity.js';
import * as securityEvent from './security-event-entity.js';
import * as uhri from './uhri-entity.js';
import * as figureImport from './import-entity.js';
import * as comparability from './comparability-entity.js';
import * as workCalendar from './work-calendar-entity.js';
import * as subscription from './subscription-entity.js';
import * as helpLine from './help-line-entity.js';
import * as plainText from './plain-text-entity.js';
import * as mailRhythm from './mail-rhythm-entity.js';
import * as comment from './comment-entity.js';
import * as savedView from './saved-view-entity.js';
import * as watchRule from './watch-rule-entity.js';
import * as watchTrouble from './watch-trouble-entity.js';

type Entity = new () => object;

/** Every table of the record, so that the schema can be compared with what the migrations made. Repositories use SQL. */
export const entities: readonly Entity[] = [
  vocabulary,
  people,
  signIn,
  document,
  recommendation,
  figure,
  reporter,
  observation,
  budget,
  prosecution,
  publication,
  deadline,
  cycle,
  assessment,
  action,
  evidence,
  alert,
  escalation,
  ledger,
  audit,
  intake,
  search,
  institution,
  informationRequest,
  statement,
  submission,
  submissionFigure,
  securityEvent,
  classification,
  uhri,
  figureImport,
  comparability,
  workCalendar,
  mailRhythm,
  savedView,
  comment,
  subscription,
  plainText,
  helpLine,
  watchRule,
  watchTrouble,
].flatMap((group) => Object.values<Entity>(group));
