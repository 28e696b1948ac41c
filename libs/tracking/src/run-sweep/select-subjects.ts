import type { CivilDate } from '#domain';
import type { State, SweepMarkRepository, SweepRepository } from '#persistence';

import { groundOf, institutionsOf } from './sweep-ground.js';
import type { SweepRules } from './sweep-pages.js';
import type { Expected } from './sweep-tally.js';

/** Whose answer can have changed: its day has come, something about it changed, or something that all are judged by. */
export class SelectSubjects {
  constructor(
    private readonly marks: SweepMarkRepository,
    private readonly sweeps: SweepRepository,
  ) {}

  /** Takes the marks: whoever asks looks at everything that is answered, in the same transaction. */
  async take(state: State, on: CivilDate, rules: SweepRules): Promise<Expected> {
    const { marks, sweeps } = this;
    const institutions = await marks.listInstitutions(state.id, on);
    const changed = institutionsOf(
      await marks.saveGround(state.id, groundOf(state, on, rules, institutions)),
    );
    const marked = await marks.take(state.id);
    // What is known of the next day to look was found on a later day.
    if (changed === null || marked.everything || (await sweeps.isBehind(state.id, on))) return null;
    const around = changed.length > 0 ? await marks.listSubjectsOf(state.id, changed) : [];
    return new Set([...marked.ids, ...around, ...(await marks.listDue(state.id, on))]);
  }

  /** Whether taking would answer anything. Writes nothing. */
  async isAnything(state: State, on: CivilDate, rules: () => Promise<SweepRules>): Promise<boolean> {
    if (await this.marks.isAnythingDue(state.id, on)) return true;
    const institutions = await this.marks.listInstitutions(state.id, on);
    const ground = groundOf(state, on, await rules(), institutions);
    return (await this.marks.listChangedGround(state.id, ground)).length > 0;
  }
}
