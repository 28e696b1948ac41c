import type { HeldPeriod, RecordDatabase, StandInRepository } from '#persistence';

/** More than this is a matter of the register, not of one period after the other. */
const MOST = 50;

export interface HeldPeriods {
  readonly total: number;
  readonly items: readonly HeldPeriod[];
}

/** Accepted counts of persons whose published form is an older one, or none, and why: for those who decide on figures. */
export class ReadHeldPeriods {
  constructor(
    private readonly record: RecordDatabase,
    private readonly standIns: StandInRepository,
  ) {}

  read(stateId: number): Promise<HeldPeriods> {
    return this.record.runState(stateId, async () => {
      const { waiting, failed } = await this.standIns.countHeld(stateId);
      return { total: waiting + failed, items: await this.standIns.listHeld(stateId, MOST) };
    });
  }
}
