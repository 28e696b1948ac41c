import type { CivilDate } from '#domain';
import type { ActionRepository, FoundAct, State } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** Done, taken up again, given up: what an institution does about a recommendation. */
export class UndoAction implements Undoable {
  readonly kind = 'action';
  readonly actions = ['action.done', 'action.reopened', 'action.cancelled'] as const;

  constructor(private readonly recorded: ActionRepository) {}

  async lock(state: State, id: number) {
    const found = await this.recorded.lockAction(state.id, id);
    const part = { field: 'action', value: String(id) };
    return found && { subjectKind: 'recommendation' as const, subjectId: found.recommendation, part };
  }

  async restore(state: State, id: number, { action, before, after }: FoundAct): Promise<Restored> {
    const found = await this.recorded.lockAction(state.id, id);
    if (!found) throw movedOn();
    if (action === 'action.cancelled') {
      if (found.cancelledOn === null) throw movedOn();
      await this.recorded.takeUpCancelled(state.id, id);
      return { before: { action: id }, after: { action: id, title: found.title } };
    }
    const doneOn = dayIn(before);
    if (found.cancelledOn !== null || found.doneOn !== dayIn(after)) throw movedOn();
    await this.recorded.finishAction(state.id, id, doneOn);
    return { before: { action: id, doneOn: found.doneOn }, after: { action: id, doneOn } };
  }
}

function dayIn(fields: FoundAct['before']): CivilDate | null {
  const day = fields?.['doneOn'];
  return typeof day === 'string' ? day : null;
}
