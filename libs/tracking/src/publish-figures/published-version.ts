import type { KeptCube } from '#domain';

import type { PublishedPeriod } from './cube-periods.js';

/** A period from which figures were published, with the groups behind them. */
export interface PublishedVersion extends PublishedPeriod {
  readonly kept: KeptCube;
}
