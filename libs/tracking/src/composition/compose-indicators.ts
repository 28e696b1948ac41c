import type { Clock } from '#domain';
import {
  AuditRepository,
  IndicatorRepository,
  InstitutionChangeRepository,
  ReporterRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { DefineIndicator } from '../define-indicators/define-indicator.js';
import { readLibraries } from '../define-indicators/indicator-library.js';
import { LoadLibrary } from '../define-indicators/load-library.js';

/** What indicators a State has, from a library or of its own. */
export interface IndicatorUseCases {
  readonly defineIndicator: DefineIndicator;
  readonly loadLibrary: LoadLibrary;
}

export function composeIndicators(
  record: RecordDatabase,
  dispatcher: JobDispatcher,
  clock: Clock,
): IndicatorUseCases {
  const rows = {
    indicators: new IndicatorRepository(record),
    institutions: new InstitutionChangeRepository(record),
    reporters: new ReporterRepository(record),
    audit: new AuditRepository(record),
  };
  return {
    defineIndicator: new DefineIndicator(record, rows, dispatcher, clock),
    loadLibrary: new LoadLibrary(record, rows, () => readLibraries(), clock),
  };
}
