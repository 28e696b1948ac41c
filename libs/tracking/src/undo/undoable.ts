import type { AuditAction, AuditActor, AuditedFields, CivilDate, Instant, UndoKind } from '#domain';
import { UserError } from '#domain';
import type { ActedOn, FoundAct, State } from '#persistence';

/** Who undoes, and when. */
export interface Undoing {
  readonly personId: number;
  readonly actor: AuditActor;
  readonly at: Instant;
  readonly on: CivilDate;
}

/** One kind of thing whose acts can be undone. */
export interface Undoable {
  readonly kind: UndoKind;
  readonly actions: readonly AuditAction[];
  /** Holds the thing until the transaction ends, and says where its acts stand; null where there is none. */
  lock(state: State, id: number): Promise<Omit<ActedOn, 'actions'> | null>;
  /**
   * Puts it back to exactly where it stood before the act.
   * @throws UserError `undo.moved_on` or `.left_the_house`.
   */
  restore(state: State, id: number, act: FoundAct, by: Undoing): Promise<Restored>;
}

/** What changed by it, as the audit says it. */
export interface Restored {
  readonly before: AuditedFields | null;
  readonly after: AuditedFields | null;
}

/** Something else has come of the act since. */
export function movedOn(): UserError {
  return new UserError(
    'conflict',
    'undo.moved_on',
    'Something else was done with it since: it is not undone. Read it again.',
  );
}

/** Others have heard of it. */
export function leftTheHouse(): UserError {
  return new UserError(
    'conflict',
    'undo.left_the_house',
    'Others have it already, by mail or in the public record: it cannot be undone.',
  );
}
