import type { EvidenceRepository, State } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** Evidence that was withdrawn stands again. */
export class UndoEvidence implements Undoable {
  readonly kind = 'evidence';
  readonly actions = ['evidence.withdrawn'] as const;

  constructor(private readonly evidence: EvidenceRepository) {}

  async lock(state: State, id: number) {
    const found = await this.evidence.lockEvidence(state.id, id);
    const part = { field: 'evidence', value: String(id) };
    return found && { subjectKind: 'recommendation' as const, subjectId: found.recommendation, part };
  }

  async restore(state: State, id: number): Promise<Restored> {
    const found = await this.evidence.lockEvidence(state.id, id);
    if (!found || found.withdrawnOn === null) throw movedOn();
    await this.evidence.standAgain(state.id, id);
    return { before: { evidence: id }, after: { evidence: id, title: found.title } };
  }
}
