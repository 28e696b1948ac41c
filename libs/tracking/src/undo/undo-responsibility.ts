import type { CivilDate } from '#domain';
import type { FoundAct, InstitutionChangeRepository, State } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** A responsibility that was ended goes on as before. Assigning one and changing it are ended and changed by acts of their own. */
export class UndoResponsibility implements Undoable {
  readonly kind = 'responsibility';
  readonly actions = ['responsibility.ended', 'responsibility.changed', 'responsibility.assigned'] as const;

  constructor(private readonly institutions: InstitutionChangeRepository) {}

  async lock(state: State, id: number) {
    const found = await this.institutions.lockResponsibility(state.id, id);
    const part = found?.institution ? { field: 'institution', value: found.institution } : null;
    return found && { subjectKind: 'recommendation' as const, subjectId: found.publicId, part };
  }

  async restore(state: State, id: number, { action, before, after }: FoundAct): Promise<Restored> {
    const found = await this.institutions.lockResponsibility(state.id, id);
    const same = found?.endsOn === after?.['endsOn'] && found?.role === after?.['role'];
    if (!found || action !== 'responsibility.ended' || !same) throw movedOn();
    const endsOn = dayIn(before);
    await this.institutions.endResponsibility(state.id, id, endsOn);
    const { institution, role } = found;
    return { before: { institution, role, endsOn: found.endsOn }, after: { institution, role, endsOn } };
  }
}

function dayIn(fields: FoundAct['before']): CivilDate | null {
  const day = fields?.['endsOn'];
  return typeof day === 'string' ? day : null;
}
