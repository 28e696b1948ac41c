import type { CivilDate, ReferencePeriod } from '#domain';
import { UnexpectedError } from '#domain';
import type { State } from '#persistence';

import type { DemonstrationFile } from './demonstration-file.js';

export type Year = DemonstrationFile['indicators'][number]['series'][number]['observations'][number]['year'];

export interface DemonstrationPerson {
  readonly id: number;
  readonly role: DemonstrationFile['people'][number]['role'];
  /** Code. */
  readonly institution: string | null;
  readonly institutionId: number | null;
}

/** The demonstration on its way in: numbers of what is saved already, by its code in the file. */
export interface Loading {
  readonly state: State;
  readonly today: CivilDate;
  readonly file: DemonstrationFile;
  readonly institutions: Map<string, number>;
  /** By address. */
  readonly people: Map<string, DemonstrationPerson>;
  readonly sources: Map<string, number>;
  readonly indicators: Map<string, number>;
  readonly homes: Set<string>;
  /** The deadline of the document's next report. */
  readonly nextReportId: number;
}

export function yearOf({ today }: Loading, year: Year): number {
  return typeof year === 'number' ? year : Number(today.slice(0, 4)) - year.yearsAgo;
}

export function calendarYear(year: number): ReferencePeriod {
  return { startOn: `${year}-01-01`, endOn: `${year}-12-31` };
}

export function known<T>(ids: ReadonlyMap<string, T>, code: string): T {
  const id = ids.get(code);
  if (id === undefined)
    throw new UnexpectedError(
      'demonstration.code',
      `The demonstration names "${code}" and does not define it.`,
    );
  return id;
}
