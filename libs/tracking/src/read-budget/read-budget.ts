import type { CivilDate } from '#domain';
import type { PublicBudgetRecord, PublicBudgetRepository, State } from '#persistence';

import type { ReadPublicRecord } from '../read-public-record/read-public-record.js';
import type { IndicatorReading } from '../read-public-record/readings.js';

export interface BudgetReading {
  readonly today: CivilDate;
  /** Published cells of the indicators of the track. */
  readonly published: IndicatorReading;
  readonly record: PublicBudgetRecord;
  /** The indicator that counts registered victims, with its published cells; null where the State names none. */
  readonly victims: IndicatorReading | null;
}

/** A State's budget as everybody may read it: published cells, amounts by month, prices, and the published count of victims. */
export class ReadBudget {
  constructor(
    private readonly publicRecord: ReadPublicRecord,
    private readonly budgets: PublicBudgetRepository,
  ) {}

  async read(state: State): Promise<BudgetReading> {
    const record = await this.budgets.read(state.id);
    const counting = record.indicators.find(({ countsVictims }) => countsVictims);
    return {
      today: this.publicRecord.today(state),
      published: await this.publicRecord.readTrack(state, 'budget'),
      record,
      victims: counting ? await this.publicRecord.getIndicator(state, counting.code) : null,
    };
  }
}
