import type { Clock } from '#domain';
import type { Mailer } from '#mail';
import {
  AuditHeadMailRepository,
  AuditTrailRepository,
  ContentCheckRepository,
  LedgerCheckRepository,
  RecommendationRepository,
  StateRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { MailAuditHeads } from '../audit/mail-audit-heads.js';
import { ReadAuditHeads } from '../audit/read-audit-heads.js';
import { ReadHistory } from '../audit/read-history.js';
import { VerifyContents } from '../audit/verify-contents.js';
import { VerifyRecord } from '../audit/verify-record.js';

/** What was done by whom, the heads of its chain, and whether the record is what it was. */
export interface AuditUseCases {
  readonly readHistory: ReadHistory;
  readonly readAuditHeads: ReadAuditHeads;
  readonly mailAuditHeads: MailAuditHeads;
  readonly verifyRecord: VerifyRecord;
}

export function composeAudit(
  record: RecordDatabase,
  clock: Clock,
  mailer: Mailer,
  settings: {
    readonly publicUrl: string;
    readonly mailFrom: string;
    readonly worker: string;
    readonly operatorEmail?: string | null;
  },
): AuditUseCases {
  const states = new StateRepository(record);
  const trail = new AuditTrailRepository(record);
  return {
    readHistory: new ReadHistory(record, states, trail, new RecommendationRepository(record), clock),
    readAuditHeads: new ReadAuditHeads(states, trail),
    mailAuditHeads: new MailAuditHeads(
      record,
      { states, trail, mails: new AuditHeadMailRepository(record) },
      mailer,
      clock,
      { ...settings, operatorEmail: settings.operatorEmail ?? null },
    ),
    verifyRecord: new VerifyRecord(
      record,
      { states, trail, ledger: new LedgerCheckRepository(record) },
      new VerifyContents(record, new ContentCheckRepository(record)),
    ),
  };
}
