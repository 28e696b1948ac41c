import type { Clock } from '#domain';
import {
  CaseSeriesRepository,
  DataGapRepository,
  PublicBudgetRepository,
  PublicCalendarRepository,
  PublicChangeRepository,
  PublicDeadlineRepository,
  PublicFigureRepository,
  SearchRepository,
} from '#persistence';
import type { RecordDatabase, StateRepository } from '#persistence';

import { ReadBudget } from '../read-budget/read-budget.js';
import { ReadCalendar } from '../read-calendar/read-calendar.js';
import { ReadDeadlines } from '../read-calendar/read-deadlines.js';
import { ReadPublicChanges } from '../read-changes/read-public-changes.js';
import { ReadCaseSeries } from '../read-case-series/read-case-series.js';
import { ReadDataGaps } from '../read-data-gaps/read-data-gaps.js';
import type { ReadPublicRecord } from '../read-public-record/read-public-record.js';
import { SearchPublicRecord } from '../search-public-record/search-public-record.js';
import { composeComparison } from './compose-comparison.js';
import type { ComparisonUseCases } from './compose-comparison.js';

/** What is read of the record beside its recommendations. */
export interface ReadingUseCases extends ComparisonUseCases {
  readonly readBudget: ReadBudget;
  readonly readCalendar: ReadCalendar;
  readonly readDeadlines: ReadDeadlines;
  readonly readPublicChanges: ReadPublicChanges;
  readonly readCaseSeries: ReadCaseSeries;
  readonly readDataGaps: ReadDataGaps;
  readonly searchPublicRecord: SearchPublicRecord;
}

export function composeReading(
  record: RecordDatabase,
  states: StateRepository,
  readPublicRecord: ReadPublicRecord,
  clock: Clock,
): ReadingUseCases {
  const readDataGaps = new ReadDataGaps(new PublicFigureRepository(record), new DataGapRepository(record));
  return {
    ...composeComparison(record, readDataGaps, clock),
    readBudget: new ReadBudget(readPublicRecord, new PublicBudgetRepository(record)),
    readCalendar: new ReadCalendar(states, new PublicCalendarRepository(record), clock),
    readDeadlines: new ReadDeadlines(new PublicDeadlineRepository(record), clock),
    readPublicChanges: new ReadPublicChanges(states, new PublicChangeRepository(record), clock),
    readCaseSeries: new ReadCaseSeries(record, new CaseSeriesRepository(record)),
    readDataGaps,
    searchPublicRecord: new SearchPublicRecord(states, new SearchRepository(record)),
  };
}
