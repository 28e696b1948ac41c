import { UserError } from '#domain';
import type { AuditActor, AuditedFields, Clock } from '#domain';
import { UHRI_CHANGES } from '#persistence';
import type {
  AuditRepository,
  RecordDatabase,
  State,
  UhriCounts,
  UhriImport,
  UhriImportRepository,
} from '#persistence';

import { RETENTION_RULES } from '../retention/retention-rules.js';
import type { Registrar } from '../take-in-document/take-in-document.js';
import type { StageExport, UhriFile } from './stage-export.js';

/** What became of an import that was decided on at once. */
export interface UhriOutcome {
  readonly outcome: 'saved' | 'unchanged' | 'not_saved';
  readonly counts: UhriCounts;
}

interface Author {
  readonly personId: number | null;
  readonly actor: AuditActor;
}

const COMMAND_LINE: Author = { personId: null, actor: 'command_line' };

/** An export of the Universal Human Rights Index: staged, compared, looked at, then saved in one transaction or discarded. */
export class ImportUhri {
  constructor(
    private readonly record: RecordDatabase,
    private readonly imports: UhriImportRepository,
    private readonly staging: StageExport,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Reads an upload; nothing of it is on record before it is saved. Answers the number of the import. */
  open(state: State, file: UhriFile, by: Registrar): Promise<number> {
    return this.staging.stage(state, file, by.personId, (id) =>
      this.append(state, id, authorOf(by), 'uhri.opened', { after: { language: file.language } }),
    );
  }

  /**
   * Puts an import on record.
   * @param seen the counts that the person had before them
   * @throws UserError `uhri.moved` where the record has changed since, `uhri.unchanged` where there is nothing to save,
   * `uhri.closed`, `uhri.unknown`
   */
  save(state: State, id: number, seen: string, by: Registrar): Promise<void> {
    return this.record.runState(state.id, async () => {
      await this.imports.lockSaving(state.id);
      const found = await this.findOpen(state, id);
      const counts = await this.imports.count(importOf(state, found));
      if (!hasChanges(counts))
        throw new UserError(
          'conflict',
          'uhri.unchanged',
          'The record says the same already: there is nothing to save.',
        );
      if (seen !== seenAs(counts))
        throw new UserError(
          'conflict',
          'uhri.moved',
          'The record has changed since this difference was shown. Look at it again before you save it.',
        );
      await this.write(state, found, counts, authorOf(by));
    });
  }

  /** @throws UserError `uhri.closed`, `uhri.unknown` */
  discard(state: State, id: number, by: Registrar): Promise<void> {
    return this.record.runState(state.id, async () => {
      const found = await this.findOpen(state, id);
      await this.imports.close(state.id, id, {
        state: 'discarded',
        counts: null,
        closedAt: this.clock.now(),
      });
      await this.append(state, id, authorOf(by), 'uhri.discarded', { before: { language: found.language } });
    });
  }

  /**
   * Stages a file, shows how it differs, and saves it where `decide` says so. Where it is not saved, or says nothing new, nothing of
   * it stays.
   */
  async run(
    state: State,
    file: UhriFile,
    decide: (found: UhriImport, counts: UhriCounts) => Promise<boolean>,
  ): Promise<UhriOutcome> {
    const id = await this.staging.stage(state, file, null, () => Promise.resolve());
    try {
      const { found, counts } = await this.record.runState(state.id, () => this.look(state, id));
      if (!(await decide(found, counts)) || !hasChanges(counts)) {
        await this.record.runState(state.id, () => this.imports.forget(state.id, id));
        return { outcome: hasChanges(counts) ? 'not_saved' : 'unchanged', counts };
      }
      return await this.record.runState(state.id, async () => {
        await this.imports.lockSaving(state.id);
        const now = await this.look(state, id);
        if (seenAs(now.counts) !== seenAs(counts))
          throw new UserError(
            'conflict',
            'uhri.moved',
            'The record changed while the difference was shown. Run the command again.',
          );
        await this.write(state, now.found, now.counts, COMMAND_LINE);
        return { outcome: 'saved', counts };
      });
    } catch (error) {
      await this.record.runState(state.id, () => this.imports.forget(state.id, id)).catch(() => undefined);
      throw error;
    }
  }

  private async look(state: State, id: number): Promise<{ found: UhriImport; counts: UhriCounts }> {
    const found = await this.findOpen(state, id);
    return { found, counts: await this.imports.count(importOf(state, found)) };
  }

  /** All of it, or nothing: what changed, its history, the end of the import and who did it. */
  private async write(state: State, found: UhriImport, counts: UhriCounts, by: Author): Promise<void> {
    const now = this.clock.now();
    await this.imports.save(importOf(state, found), now);
    await this.imports.close(state.id, found.id, { state: 'saved', counts, closedAt: now });
    await this.append(state, found.id, by, 'uhri.saved', {
      after: {
        language: found.language,
        newAnnotations: counts.new,
        changedAnnotations: counts.changed,
        absentAnnotations: counts.absent,
        unchangedAnnotations: counts.unchanged,
        rejectedRows: counts.rejected + found.tally.unlisted,
      },
    });
  }

  private async findOpen(state: State, id: number): Promise<UhriImport> {
    const found = await this.imports.find(state.id, id, true);
    if (found === null || found.state === 'reading') throw unknownImport();
    if (found.state === 'open' && !this.staging.isExpired(found.openedAt, RETENTION_RULES.uhri_import.days))
      return found;
    throw new UserError(
      'conflict',
      'uhri.closed',
      'This import was saved or discarded, or has waited for too long. Upload the export again.',
    );
  }

  private append(
    state: State,
    id: number,
    { personId, actor }: Author,
    action: 'uhri.opened' | 'uhri.saved' | 'uhri.discarded',
    fields: { readonly before?: AuditedFields; readonly after?: AuditedFields },
  ): Promise<void> {
    return this.audit.append(state.id, {
      personId,
      actor,
      action,
      subjectKind: 'uhri_import',
      subjectId: String(id),
      ...fields,
      happenedAt: this.clock.now(),
    });
  }
}

/** The counts as a form carries them: what a person has seen is what is saved. */
export function seenAs(counts: UhriCounts): string {
  return UHRI_CHANGES.map((change) => counts[change]).join('.');
}

export function hasChanges(counts: UhriCounts): boolean {
  return counts.new + counts.changed + counts.absent > 0;
}

export function unknownImport(): UserError {
  return new UserError('not_found', 'uhri.unknown', 'There is no such import for this State.');
}

export function importOf(
  state: State,
  { id, language }: UhriImport,
): { readonly stateId: number; readonly id: number; readonly language: UhriImport['language'] } {
  return { stateId: state.id, id, language };
}

function authorOf({ personId, role }: Registrar): Author {
  return { personId, actor: role };
}
