import type { ChainFault } from '#domain';
import type { LedgerCheck, StateVerdict } from '#tracking';

const FAULTS: Readonly<Record<ChainFault, string>> = {
  altered: 'was changed after it was written',
  missing: 'is missing',
  reordered: 'stands in the place of another',
  inserted: 'was put in afterwards',
  head_differs: 'is not the one whose hash was kept: the audit was written anew up to here',
};

/** What is wrong with the row that is named before it. */
const CHECKS: Readonly<Record<LedgerCheck, string>> = {
  accepted_mail_without_delivery: 'counts as delivered, and no delivery of it is recorded',
  delivered_mail_still_waiting: 'was delivered and still waits to be sent',
  attempt_not_recorded: 'was tried more often, or less often, than attempts are recorded',
  message_id_twice: 'has a Message-ID that another mail has too',
  superseded_by_nothing: 'does not agree with itself about whether a newer mail took its place',
  notice_in_a_mail_that_gave_way: 'counts as sent in a mail that a newer one took the place of',
  notice_in_a_mail_that_is_gone: 'names a mail that is not there',
  notice_in_somebody_elses_mail: 'stands in a mail to another person',
  skipped_notice_with_a_mail: 'counts as not sent, and stands in a mail',
  finished_sweep_without_counts: 'is finished, and what it counted or when it began is missing or cannot be',
  alert_without_beginning: 'has no record of how it began',
  answer_without_audit: 'was answered by a person, and the audit has no entry of it',
  deadline_without_history: 'was moved, and what it was before is missing',
  audited_day_without_head: 'has audit entries, and the head that was kept of it is missing or another',
  audit_number_beyond_hash:
    'holds a number with more digits than the hash covers: it can be changed without changing the hash',
  evidence_file_altered: 'no longer has the bytes whose SHA-256 was kept when it came in',
  submission_not_where_its_history_leads: 'does not stand where its history, replayed, leads',
};

export interface Finding {
  readonly part: 'audit' | 'ledger';
  /** Code of what was done to the chain, or of the check that found it. */
  readonly code: ChainFault | LedgerCheck;
  readonly place: string;
  readonly says: string;
}

/** Everything that is wrong with a State's record: a sentence each, that says what and where. */
export function findingsOf({ chain, ledger }: StateVerdict): readonly Finding[] {
  const { fault, head } = chain;
  const audit: Finding[] =
    fault === null
      ? []
      : [
          {
            part: 'audit',
            code: fault.kind,
            place: `entry ${fault.position}`,
            says: `Entry ${fault.position} ${FAULTS[fault.kind]}. Good up to ${head.position}.`,
          },
        ];
  const found = ledger.flatMap(({ check, place }): Finding[] =>
    place === null
      ? []
      : [
          {
            part: 'ledger',
            code: check,
            place,
            says: `${capital(place)} ${CHECKS[check]}. It is the first.`,
          },
        ],
  );
  return [...audit, ...found];
}

/** The same verdict for programs: stable codes, with the sentence beside each. */
export function verdictAsJson(verdict: StateVerdict) {
  const { state, ok, chain, ledger } = verdict;
  return {
    state,
    ok,
    audit: { entries: chain.entries, goodUpTo: headLine(verdict) },
    ledger: { checks: ledger.length },
    findings: findingsOf(verdict),
  };
}

/** Lines for a person. */
export function verdictLines(verdict: StateVerdict): readonly string[] {
  const { state, chain, ledger } = verdict;
  const findings = findingsOf(verdict);
  const isFine = (part: Finding['part']): boolean => findings.every((finding) => finding.part !== part);
  return [
    ...(isFine('audit')
      ? [`ok    ${state} audit: ${chain.head.position} entries, ${headLine(verdict)}`]
      : []),
    ...(isFine('ledger') ? [`ok    ${state} ledger: ${ledger.length} checks`] : []),
    ...findings.map(({ part, says }) => `WRONG ${state} ${part}: ${says}`),
  ];
}

/** As `--head` takes it. */
function headLine({ state, chain }: StateVerdict): string {
  return `${state}:${chain.head.position}:${chain.head.hash}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
