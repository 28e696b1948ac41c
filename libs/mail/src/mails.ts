import { composeAccessMail } from './access/compose-access-mail.js';
import { composeAuditHeads } from './audit-heads/compose-audit-heads.js';
import { composeDigest } from './digest/compose-digest.js';
import { composeHandOver } from './hand-over/compose-hand-over.js';
import { composeIncident } from './incident/compose-incident.js';
import { composeRequestMail } from './information-request/compose-request-mail.js';
import { composeNews } from './subscription/compose-news.js';
import { composeSubscription } from './subscription/compose-subscription.js';
import { composeSubmissionMail } from './submission/compose-submission-mail.js';

/** Every mail that is written. Another one is a file that composes it and a line here. */
export const MAILS = {
  digest: composeDigest,
  access: composeAccessMail,
  auditHeads: composeAuditHeads,
  handOver: composeHandOver,
  submission: composeSubmissionMail,
  requestAnswered: composeRequestMail,
  incident: composeIncident,
  subscription: composeSubscription,
  news: composeNews,
} as const;
