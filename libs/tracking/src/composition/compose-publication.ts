import type { Clock } from '#domain';
import {
  CompletenessRepository,
  FigureStageRepository,
  PublishedRepository,
  StandInRepository,
  StateRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import { PublishFigures } from '../publish-figures/publish-figures.js';
import { ReadHeldPeriods } from '../publish-figures/read-held-periods.js';
import { RequestPublication } from '../publish-figures/request-publication.js';
import { RecordCompleteness } from '../record-completeness/record-completeness.js';

/** From accepted figures to what everybody reads, and how much of what was asked for that is. */
export interface PublicationUseCases {
  readonly publishFigures: PublishFigures;
  readonly requestPublication: RequestPublication;
  readonly readHeldPeriods: ReadHeldPeriods;
  readonly recordCompleteness: RecordCompleteness;
}

export function composePublication(
  record: RecordDatabase,
  clock: Clock,
  dispatcher: JobDispatcher,
  disclosureKey: string,
): PublicationUseCases {
  const standIns = new StandInRepository(record);
  return {
    publishFigures: new PublishFigures(
      record,
      new PublishedRepository(record),
      standIns,
      clock,
      disclosureKey,
    ),
    requestPublication: new RequestPublication(new StateRepository(record), dispatcher),
    readHeldPeriods: new ReadHeldPeriods(record, standIns),
    recordCompleteness: new RecordCompleteness(
      record,
      new CompletenessRepository(record),
      new FigureStageRepository(record),
      clock,
    ),
  };
}
