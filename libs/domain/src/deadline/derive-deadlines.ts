import type { CivilDate } from '../calendar/clock.js';
import { addDuration } from '../calendar/duration.js';
import type { FollowUpRequest } from '../document/parsed-document.js';
import type { Deadline } from './deadline.js';
import { ruleFor } from './follow-up-rule.js';
import type { DeadlinePurpose, FollowUpRule } from './follow-up-rule.js';

/** Where a date comes from. Only what a rule gave is derived anew when a rule changes. */
export type DeadlineOrigin =
  'printed_date' | 'printed_delay' | 'rule' | 'no_rule' | 'communicated' | 'entered';

/** What a document says about dates, and what decides them where it says nothing. */
export interface DatedDocument {
  readonly mechanism: string;
  readonly instrument: string;
  readonly adoptedOn: CivilDate | null;
  readonly nextReport: { readonly dueOn: CivilDate | null; readonly statement: string | null };
  readonly followUp: readonly FollowUpRequest[];
}

export interface DerivedDeadline {
  readonly purpose: DeadlinePurpose;
  /** Codes of the recommendations that it is for; empty for the next report. */
  readonly paragraphs: readonly string[];
  /** Its basis is put into words from what stands beside it. */
  readonly deadline: Deadline;
  readonly origin: DeadlineOrigin;
  readonly rule: FollowUpRule | null;
  /** The words of the document that asked for it. */
  readonly statement: string | null;
  readonly delay: string | null;
  /** The year that the rule's interval leads to, also where only the committee can set the date; never a countdown. */
  readonly year: number | null;
}

/**
 * Every date that a document sets: what it prints goes before any rule. A printed day is confirmed, and so is a printed delay
 * from a known day of adoption, because both are the committee's own words about this document. An interval of a treaty or of a
 * procedure is an estimate, a year. What only the committee can set awaits it.
 */
export function deriveDeadlines(
  document: DatedDocument,
  rules: readonly FollowUpRule[],
): readonly DerivedDeadline[] {
  const requests = document.followUp.flatMap(({ paragraphs, delay, dueOn, statement }) =>
    derive(document, rules, { purpose: 'follow_up', paragraphs, delay, dueOn, statement }),
  );
  const { dueOn, statement } = document.nextReport;
  const next = { purpose: 'next_report', paragraphs: [], delay: null, dueOn, statement } as const;
  return [...requests, ...derive(document, rules, next)];
}

interface Request extends FollowUpRequest {
  readonly purpose: DeadlinePurpose;
}

function derive(
  document: DatedDocument,
  rules: readonly FollowUpRule[],
  { dueOn, delay, ...request }: Omit<Request, 'statement'> & { readonly statement: string | null },
): readonly DerivedDeadline[] {
  const printed = { ...request, rule: null, delay, year: null };
  if (dueOn !== null)
    return [{ ...printed, origin: 'printed_date', deadline: { certainty: 'confirmed', dueOn, basis: '' } }];
  if (delay !== null && document.adoptedOn !== null) {
    const day = addDuration(document.adoptedOn, delay);
    return [
      { ...printed, origin: 'printed_delay', deadline: { certainty: 'confirmed', dueOn: day, basis: '' } },
    ];
  }
  const byRule = deriveByRule(document, rules, request.purpose);
  return byRule ? [{ ...byRule, ...request, delay }] : [];
}

/** The same from the rule alone that was valid when the document was adopted; null where the committee has no such procedure. */
export function deriveByRule(
  document: Pick<DatedDocument, 'mechanism' | 'instrument' | 'adoptedOn'>,
  rules: readonly FollowUpRule[],
  purpose: DeadlinePurpose,
): Pick<DerivedDeadline, 'deadline' | 'origin' | 'rule' | 'year'> | null {
  const { adoptedOn } = document;
  const rule = adoptedOn === null ? null : ruleFor(rules, document, purpose, adoptedOn);
  if (adoptedOn === null || rule === null)
    return {
      deadline: { certainty: 'awaiting_committee', basis: '' },
      origin: 'no_rule',
      rule: null,
      year: null,
    };
  if (rule.certainty === null) return null;
  const year = rule.offset === null ? null : Number(addDuration(adoptedOn, rule.offset).slice(0, 4));
  const deadline: Deadline =
    rule.certainty === 'estimated' && year !== null
      ? { certainty: 'estimated', year, basis: '' }
      : { certainty: 'awaiting_committee', basis: '' };
  return { deadline, origin: 'rule', rule, year };
}
