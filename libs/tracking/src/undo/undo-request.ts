import type { InformationRequestRepository, FoundAct, State } from '#persistence';

import { movedOn } from './undoable.js';
import type { Restored, Undoable, Undoing } from './undoable.js';

const EVENTS = {
  'information_request.answered': 'answered',
  'information_request.closed': 'closed',
  'information_request.withdrawn': 'withdrawn',
} as const;

/** Answering, closing and withdrawing a formal request. What was asked or published has left the house. */
export class UndoRequest implements Undoable {
  readonly kind = 'information_request';
  readonly actions = [
    'information_request.answered',
    'information_request.closed',
    'information_request.withdrawn',
    'information_request.published',
  ] as const;

  constructor(private readonly requests: InformationRequestRepository) {}

  async lock(state: State, id: number) {
    const found = await this.requests.lockRequest(state.id, id);
    const part = { field: 'request', value: String(id) };
    return (
      found && { subjectKind: 'recommendation' as const, subjectId: found.recommendation.publicId, part }
    );
  }

  async restore(state: State, id: number, { action }: FoundAct, by: Undoing): Promise<Restored> {
    const found = await this.requests.lockRequest(state.id, id);
    const event = Object.hasOwn(EVENTS, action) ? EVENTS[action as keyof typeof EVENTS] : null;
    if (!found || event === null || found.later !== null) throw movedOn();
    if (!(await this.requests.undoNewestEvent(state.id, id, event, by.at))) throw movedOn();
    return { before: { request: id }, after: { request: id, institution: found.institution.code } };
  }
}
