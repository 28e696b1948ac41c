import type { AuditActor, Clock, UndoKind, UndoRefusal } from '#domain';
import { UserError, civilDayOf, undoRefusal } from '#domain';
import type { AuditRepository, RecordDatabase, State, UndoRepository } from '#persistence';

import type { Undoable } from './undoable.js';

const REFUSED: Readonly<Record<UndoRefusal, string>> = {
  nothing: 'There is nothing here that could be undone, or it was undone already.',
  not_yours: 'Somebody else did this: only they can undo it.',
  too_late: 'That was too long ago to be undone; others may have heard of it.',
};

/**
 * Undoes what a person did a moment ago, an act of its own in the trail: nothing that happened is taken out of it. The clock is the
 * server's.
 */
export class UndoAct {
  private readonly kinds: ReadonlyMap<UndoKind, Undoable>;

  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly undoing: UndoRepository; readonly audit: AuditRepository },
    kinds: readonly Undoable[],
    private readonly clock: Clock,
  ) {
    this.kinds = new Map(kinds.map((one) => [one.kind, one]));
  }

  /** @throws UserError `undo.nothing`, `.not_yours`, `.too_late`, `.moved_on` or `.left_the_house`. */
  async undo(
    state: State,
    { kind, id }: { readonly kind: UndoKind; readonly id: number },
    by: { readonly personId: number; readonly actor: AuditActor },
  ): Promise<void> {
    const undoable = this.kinds.get(kind);
    if (!undoable) throw refused('nothing');
    await this.record.runState(state.id, async () => {
      const place = await undoable.lock(state, id);
      const { actions } = undoable;
      const act = place && (await this.rows.undoing.findNewest(state.id, { ...place, actions }));
      const at = this.clock.now();
      const refusal = undoRefusal(act, { personId: by.personId, at });
      if (refusal !== null || !place || !act) throw refused(refusal ?? 'nothing');
      const on = civilDayOf(at, state.timeZone);
      const restored = await undoable.restore(state, id, act, { ...by, at, on });
      await this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: by.actor,
        action: 'change.undone',
        subjectKind: place.subjectKind,
        subjectId: place.subjectId,
        before: restored.before,
        after: { ...restored.after, undone: act.action },
        happenedAt: at,
      });
    });
  }
}

function refused(refusal: UndoRefusal): UserError {
  return new UserError('conflict', `undo.${refusal}`, REFUSED[refusal]);
}
