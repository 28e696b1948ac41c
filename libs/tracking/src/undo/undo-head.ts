import type { FoundAct, MemberRepository, State } from '#persistence';
import { civilDayOf } from '#domain';
import type { Clock } from '#domain';

import { movedOn } from './undoable.js';
import type { Restored, Undoable } from './undoable.js';

/** Who heads an institution. */
export class UndoHead implements Undoable {
  readonly kind = 'membership';
  readonly actions = ['membership.head_marked'] as const;

  constructor(
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  async lock(state: State, id: number) {
    const found = await this.find(state, id);
    const institution = found?.institution?.code;
    const part = institution === undefined ? null : { field: 'institution', value: institution };
    return found && { subjectKind: 'person' as const, subjectId: String(found.personId), part };
  }

  async restore(state: State, id: number, { before, after }: FoundAct): Promise<Restored> {
    const found = await this.find(state, id);
    const head = before?.['head'];
    if (!found || typeof head !== 'boolean' || found.isHead !== after?.['head']) throw movedOn();
    await this.members.markHead(state.id, id, head);
    const institution = found.institution?.code ?? null;
    return { before: { institution, head: found.isHead }, after: { institution, head } };
  }

  private find(state: State, id: number) {
    return this.members.findMember(state.id, civilDayOf(this.clock.now(), state.timeZone), id);
  }
}
