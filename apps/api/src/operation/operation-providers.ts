import type { Provider } from '@nestjs/common';

import { AskSweep, DeadLetters, ReadOperation, ReadWatch, WatchTheWatch } from '#tracking';
import type { Tracking } from '#tracking';

/** What the operator's room and its machines are given. */
export function operationProviders(tracking: Tracking): Provider[] {
  return [
    { provide: AskSweep, useValue: tracking.askSweep },
    { provide: DeadLetters, useValue: tracking.deadLetters },
    { provide: ReadOperation, useValue: tracking.readOperation },
    { provide: ReadWatch, useValue: tracking.readWatch },
    { provide: WatchTheWatch, useValue: tracking.watchTheWatch },
  ];
}
