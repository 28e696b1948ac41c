import type { CivilDate } from '../calendar/clock.js';

/** A document of a committee as the opening of a reporting cycle. */
export interface CycleDocument {
  readonly documentId: number;
  readonly mechanism: string;
  readonly instrument: string;
  readonly adoptedOn: CivilDate | null;
  /** Symbols of the reports that it considered. */
  readonly reports: readonly string[];
  /** Day on which the newest of these reports was received, where it is known. */
  readonly reportReceivedOn: CivilDate | null;
}

/**
 * How a later document takes an earlier one up. `superseded`: of the same committee on the same instrument. `reported_within`: on
 * the treaty within whose reports the instrument is reported on (OPSC, art. 12(2)): it goes on, but it does not replace.
 */
export type Continuation = 'superseded' | 'reported_within';

export interface ReportingCycle {
  readonly documentId: number;
  /** One more than the highest among the earlier cycles that it goes on from: counted here, not by the committee. */
  readonly number: number;
  readonly closedOn: CivilDate | null;
  /** Symbol of the report that closed it; null where only the later document is known to have. */
  readonly closedBy: string | null;
  readonly continuedBy: number | null;
  readonly continuation: Continuation | null;
  /** The newest earlier document on each instrument that it goes on from: their items are looked for in this one. */
  readonly goesOnFrom: readonly number[];
}

/**
 * Puts the documents of one State in sequence. A later document on the same instrument goes on from an earlier one before any on
 * the treaty within whose reports it is reported on. The first report after it closes a cycle on the day it was received; where
 * that day is not known, the adoption of what was said about it does. A document without a day of adoption stands by itself.
 */
export function sequenceCycles(
  documents: readonly CycleDocument[],
  reportedWithin: ReadonlyMap<string, string>,
): readonly ReportingCycle[] {
  const numbers = new Map<number, number>();
  const ordered = [...documents].sort(
    (left, right) =>
      (left.adoptedOn ?? '').localeCompare(right.adoptedOn ?? '') || left.documentId - right.documentId,
  );
  return ordered.map((document) => {
    const earlier = ordered.filter((other) => continuationOf(other, document, reportedWithin) !== null);
    const number = 1 + Math.max(0, ...earlier.map((other) => numbers.get(other.documentId) ?? 0));
    numbers.set(document.documentId, number);
    const later = ordered.filter((other) => continuationOf(document, other, reportedWithin) !== null);
    const closing = later[0] ?? null;
    const next = later.find((other) => other.instrument === document.instrument) ?? closing;
    const newest = new Map(earlier.map((other) => [other.instrument, other.documentId]));
    return {
      documentId: document.documentId,
      number,
      closedOn: closing ? (closing.reportReceivedOn ?? closing.adoptedOn) : null,
      closedBy: closing?.reportReceivedOn ? (closing.reports.at(-1) ?? null) : null,
      continuedBy: next?.documentId ?? null,
      continuation: next ? continuationOf(document, next, reportedWithin) : null,
      goesOnFrom: [...newest.values()],
    };
  });
}

/** A report that was there before the earlier document was adopted cannot answer it. */
function continuationOf(
  earlier: CycleDocument,
  later: CycleDocument,
  reportedWithin: ReadonlyMap<string, string>,
): Continuation | null {
  if (earlier.mechanism !== later.mechanism || earlier.adoptedOn === null || later.adoptedOn === null)
    return null;
  if (later.adoptedOn <= earlier.adoptedOn) return null;
  if (earlier.instrument === later.instrument) return 'superseded';
  if (reportedWithin.get(earlier.instrument) !== later.instrument) return null;
  const answered = later.reportReceivedOn === null || later.reportReceivedOn > earlier.adoptedOn;
  return answered ? 'reported_within' : null;
}
