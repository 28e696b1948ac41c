import type { CivilDate, Clock, Role } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import type { AuditRepository, PeopleRepository, RecordDatabase, State } from '#persistence';
import type { JobDispatcher } from '#queue';

import type { RunSweep, SweepOutcome } from '../run-sweep/run-sweep.js';

/** So far ahead a day may be looked at. */
const MOST_DAYS_AHEAD = 5 * 366;

export interface SweepPreview {
  readonly today: CivilDate;
  readonly on: CivilDate;
  readonly outcome: SweepOutcome;
  readonly names: ReadonlyMap<number, string>;
}

/** A sweep at a person's word: really, by a worker; or dry, which shows what one would bring and writes nothing. */
export class AskSweep {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly people: PeopleRepository; readonly audit: AuditRepository },
    private readonly runSweep: RunSweep,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
    private readonly options: { readonly worker: string },
  ) {}

  today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }

  /** Sweeps the State's day again, also where that is done; the day is swept as every other is. */
  async ask(state: State, by: { readonly personId: number; readonly role: Role }): Promise<CivilDate> {
    const now = this.clock.now();
    const on = civilDayOf(now, state.timeZone);
    await this.record.runState(state.id, () =>
      this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'sweep.asked',
        subjectKind: 'state',
        subjectId: state.iso3,
        after: { sweptOn: on },
        happenedAt: now,
      }),
    );
    await this.dispatcher.dispatch('sweep.run', { state: state.iso3, on, again: true });
    return on;
  }

  /**
   * @param on null: today. Another day only of a State that is a demonstration: a look ahead at a real one would be taken for a promise.
   * @throws UserError `sweep.day_of_demonstration` or `sweep.day`.
   */
  async preview(state: State, on: CivilDate | null): Promise<SweepPreview> {
    const today = this.today(state);
    const day = on ?? today;
    if (day !== today && !state.demonstration)
      throw new UserError(
        'invalid_input',
        'sweep.day_of_demonstration',
        'on: another day than today can be looked at in the demonstration only.',
      );
    if (day < today || day > addDays(today, MOST_DAYS_AHEAD))
      throw new UserError(
        'invalid_input',
        'sweep.day',
        'on: expected today, or a day of the next five years.',
      );
    const outcome = await this.runSweep.run(state, { on: day, dryRun: true, worker: this.options.worker });
    const ids = outcome.decisions.flatMap(({ notices }) => notices.flatMap((one) => one.recipientId ?? []));
    const people = await this.record.runState(state.id, () => this.rows.people.listPeople([...new Set(ids)]));
    return { today, on: day, outcome, names: new Map([...people].map(([id, { name }]) => [id, name])) };
  }
}
