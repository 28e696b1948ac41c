import type { CompletenessRepository, RecordDatabase } from '#persistence';

/** Follows, beside the figures, how much of what was asked for came. The same figures write nothing. */
export class RecordCompleteness {
  constructor(
    private readonly record: RecordDatabase,
    private readonly completeness: CompletenessRepository,
  ) {}

  /** The same over everything, whatever changed since the last time. */
  runAll(stateId: number): Promise<number> {
    return this.record.runState(stateId, () => this.completeness.refreshAll(stateId));
  }

  /** Of what changed since the last time; answers how many rows changed. */
  run(stateId: number): Promise<number> {
    return this.record.runState(stateId, () => this.completeness.refresh(stateId));
  }
}
