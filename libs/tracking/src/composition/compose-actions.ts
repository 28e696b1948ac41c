import type { Clock } from '#domain';
import {
  ActionReadingRepository,
  ActionRepository,
  AuditRepository,
  EvidenceFileRepository,
  EvidenceRepository,
  InstitutionChangeRepository,
  LinkCheckRepository,
  SearchRepository,
  SubmissionRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import { CheckLinks } from '../check-links/check-links.js';
import { LinkProbe } from '../check-links/link-probe.js';
import { GiveEvidence } from '../give-evidence/give-evidence.js';
import { ReadEvidence } from '../give-evidence/read-evidence.js';
import { ReadActions } from '../record-action/read-actions.js';
import { RecordAction } from '../record-action/record-action.js';

/** What institutions do, and what proves it. */
export interface ActionUseCases {
  readonly recordAction: RecordAction;
  readonly readActions: ReadActions;
  readonly giveEvidence: GiveEvidence;
  readonly readEvidence: ReadEvidence;
  readonly checkLinks: CheckLinks;
}

export function composeActions(
  record: RecordDatabase,
  clock: Clock,
  { linkChecks = true }: { readonly linkChecks?: boolean },
): ActionUseCases {
  const actions = new ActionRepository(record);
  const evidence = new EvidenceRepository(record);
  const submissions = new SubmissionRepository(record);
  const files = new EvidenceFileRepository(record);
  const institutions = new InstitutionChangeRepository(record);
  const audit = new AuditRepository(record);
  return {
    recordAction: new RecordAction(record, { actions, institutions, audit }, clock),
    readActions: new ReadActions(new ActionReadingRepository(record), new SearchRepository(record), clock),
    giveEvidence: new GiveEvidence(
      record,
      { evidence, files, actions, submissions, institutions, audit },
      clock,
    ),
    readEvidence: new ReadEvidence(record, evidence, files, clock),
    checkLinks: new CheckLinks(record, new LinkCheckRepository(record), new LinkProbe(), clock, linkChecks),
  };
}
