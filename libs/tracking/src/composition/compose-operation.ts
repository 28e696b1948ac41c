import type { Clock } from '#domain';
import type { Mailer } from '#mail';
import {
  AuditRepository,
  DeadLetterRepository,
  MailRhythmRepository,
  NoticeRepository,
  OperationRepository,
  PeopleRepository,
  StateRepository,
  SweepRepository,
  WatchTroubleRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';
import type { JobDispatcher } from '#queue';

import type { RunSweep } from '../run-sweep/run-sweep.js';
import { AskSweep } from '../watch/ask-sweep.js';
import { ReadOperation } from '../watch/read-operation.js';
import { WatchTheWatch } from '../watch/watch-the-watch.js';

/** What whoever runs the installation sees and does. */
export interface OperationUseCases {
  readonly askSweep: AskSweep;
  readonly readOperation: ReadOperation;
  readonly watchTheWatch: WatchTheWatch;
}

export function composeOperation(
  record: RecordDatabase,
  clock: Clock,
  { mailer, dispatcher }: { readonly mailer: Mailer; readonly dispatcher: JobDispatcher },
  runSweep: RunSweep,
  settings: {
    readonly publicUrl: string;
    readonly mailFrom: string;
    readonly worker: string;
    readonly operatorEmail?: string | null;
    readonly closeAtOnce: boolean;
  },
): OperationUseCases {
  const states = new StateRepository(record);
  const troubles = new WatchTroubleRepository(record);
  return {
    askSweep: new AskSweep(
      record,
      { people: new PeopleRepository(record), audit: new AuditRepository(record) },
      runSweep,
      dispatcher,
      clock,
      settings,
    ),
    readOperation: new ReadOperation(
      record,
      {
        states,
        troubles,
        operation: new OperationRepository(record),
        letters: new DeadLetterRepository(record),
      },
      dispatcher,
      clock,
    ),
    watchTheWatch: new WatchTheWatch(
      record,
      {
        states,
        sweeps: new SweepRepository(record),
        notices: new NoticeRepository(record),
        rhythms: new MailRhythmRepository(record),
        troubles,
      },
      mailer,
      clock,
      { ...settings, operatorEmail: settings.operatorEmail ?? null },
    ),
  };
}
