import { SUCCESSION_KINDS } from '#domain';
import type { FoundAct, State, SuccessionRepository } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** The first verdict on a suggested pair: it is a suggestion again. A later one is changed by deciding again. */
export class UndoSuccession implements Undoable {
  readonly kind = 'succession';
  readonly actions = ['succession.confirmed', 'succession.rejected'] as const;

  constructor(private readonly successions: SuccessionRepository) {}

  async lock(state: State, id: number) {
    const found = await this.successions.findSuccession(state.id, id);
    const part = found?.later ? { field: 'later', value: found.later.publicId } : null;
    return found && { subjectKind: 'recommendation' as const, subjectId: found.earlier.publicId, part };
  }

  async restore(state: State, id: number, { before, after }: FoundAct): Promise<Restored> {
    const found = await this.successions.findSuccession(state.id, id);
    const later = found?.later?.publicId ?? null;
    if (!found || found.state !== after?.['state'] || later !== (after['later'] ?? null)) throw movedOn();
    const kind = SUCCESSION_KINDS.find((one) => one === before?.['kind']);
    if (before?.['state'] !== 'suggested' || kind === undefined) throw movedOn();
    await this.successions.suggestAgain(state.id, id, kind);
    const pair = { earlier: found.earlier.publicId, later };
    return { before: { ...pair, state: found.state }, after: { ...pair, state: 'suggested' } };
  }
}
