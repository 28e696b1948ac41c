import { DEAD_LETTER_STATES } from '#domain';
import type { DeadLetterRepository, FoundAct, State } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** A mail that was set aside stands with the dead letters again. One that was sent again has left the house. */
export class UndoDeadLetter implements Undoable {
  readonly kind = 'dead_letter';
  readonly actions = ['dead_letter.set_aside', 'dead_letter.replayed', 'dead_letter.taken_up'] as const;

  constructor(private readonly letters: DeadLetterRepository) {}

  lock(_state: State, id: number) {
    return Promise.resolve({ subjectKind: 'message' as const, subjectId: String(id), part: null });
  }

  async restore(state: State, id: number, { action, before }: FoundAct): Promise<Restored> {
    if (action !== 'dead_letter.set_aside' || (await this.letters.takeUpAgain(state.id, id)) === null)
      throw movedOn();
    const stood = DEAD_LETTER_STATES.find((one) => one === before?.['deadLetter']);
    return { before: { deadLetter: 'set_aside' }, after: stood ? { deadLetter: stood } : null };
  }
}
