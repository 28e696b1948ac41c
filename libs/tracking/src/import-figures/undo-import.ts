import { UserError } from '#domain';
import type { Clock } from '#domain';
import type { AuditRepository, FigureImportRepository, RecordDatabase, State } from '#persistence';
import type { JobDispatcher } from '#queue';

import { refusePersonal } from './import-figures.js';
import type { ImportAuthor } from './import-figures.js';

const SHORTEST_REASON = 10;

/** Takes the figures of one file back out. They stay, as they stood, in a table that is only added to. */
export class UndoImport {
  constructor(
    private readonly record: RecordDatabase,
    private readonly imports: FigureImportRepository,
    private readonly audit: AuditRepository,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers how many figures left the record.
   * @throws UserError `import.unknown`, `import.undone`, `import.revised_since` which names the figures, `import.undo_unreasoned`
   */
  async undo(state: State, id: number, reason: string, by: ImportAuthor): Promise<number> {
    if (reason.trim().length < SHORTEST_REASON)
      throw new UserError(
        'invalid_input',
        'import.undo_unreasoned',
        'Say in at least ten characters why the import is undone.',
      );
    refusePersonal('--reason', reason);
    const undone = await this.record.runState(state.id, async () => {
      await this.imports.hold(state.id);
      const found = await this.imports.find(state.id, id);
      if (found === null) throw unknownImport(state, id);
      if (found.undoneAt !== null)
        throw new UserError('conflict', 'import.undone', `Import ${id} was undone already.`);
      const later = await this.imports.listLaterRevisions(state.id, found);
      if (later.length > 0)
        throw new UserError(
          'conflict',
          'import.revised_since',
          `Figures of import ${id} were revised since: ${later.map(({ figure, revision }) => `${figure} (revision ${revision})`).join('; ')}. Undo what revised them first.`,
        );
      const at = this.clock.now();
      const removed = await this.imports.undo(state.id, found, { personId: by.personId, reason, at });
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.actor,
        action: 'figures.undone',
        subjectKind: 'figure_import',
        subjectId: String(id),
        before: {
          importKind: found.kind,
          addedFigures: found.added,
          revisedFigures: found.revised,
          fileMark: found.sha256.slice(0, 16),
        },
        after: null,
        reason,
        happenedAt: at,
      });
      return removed;
    });
    // Only a wake-up call: what was undone leaves the public record before the next sweep too.
    await this.dispatcher.dispatch('figures.publish', { state: state.iso3 }).catch(() => undefined);
    return undone;
  }
}

export function unknownImport(state: State, id: number): UserError {
  return new UserError('not_found', 'import.unknown', `${state.name.en} has no import ${id}.`);
}
