import type { AuditAction, AuditedFields, Clock, ParsedDocument } from '#domain';
import { UserError } from '#domain';
import type { AuditRepository, IntakeRepository, RecordDatabase, State } from '#persistence';

import { followCorrections } from './follow-corrections.js';
import { slugOf } from './document-slug.js';
import { keyOf, readDocumentFile } from './read-document-file.js';
import type { SaveReading, Saving } from './save-reading.js';

export interface IngestOutcome {
  readonly parsed: ParsedDocument;
  readonly key: string;
  readonly slug: string;
  /**
   * `unchanged` when the same document is there already, `language_added` when it is there in another language; `dry_run` when
   * nothing was to be saved.
   */
  readonly outcome: 'saved' | 'unchanged' | 'language_added' | 'dry_run';
  readonly documentId: number | null;
  /** Places (`paragraph.14`) that were read as people had corrected them. */
  readonly corrected: readonly string[];
}

/** Takes a concluding-observations document in: all of it in one transaction, or nothing. */
export class IngestDocument {
  constructor(
    private readonly record: RecordDatabase,
    private readonly saving: SaveReading,
    private readonly intakes: IntakeRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What a document of a State that is not followed yet would become; nothing is looked up or saved.
   * @throws UserError when the file is no such document or is about another State.
   */
  async preview(
    iso3: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<IngestOutcome> {
    const { parsed, textSha256 } = await readDocumentFile(iso3, file);
    const key = keyOf(parsed, textSha256);
    return { parsed, key, slug: slugOf(key), outcome: 'dry_run', documentId: null, corrected: [] };
  }

  /**
   * Corrections that people left for this document hold here too.
   * @throws UserError when the file is no such document, is about another State, or was taken in before with another text: what
   * differs is then looked at in the dashboard.
   */
  async ingest(
    state: State,
    file: { readonly name: string; readonly bytes: Uint8Array },
    options: { readonly dryRun: boolean },
  ): Promise<IngestOutcome> {
    const { parsed: read, textSha256 } = await readDocumentFile(state.iso3, file);
    return this.record.runState(state.id, async () => {
      const kept = await this.intakes.listCorrections(state.id, keyOf(read, textSha256));
      const { reading: parsed, applied: corrected } = followCorrections(read, kept);
      const key = keyOf(parsed, textSha256);
      const common = { parsed, key, slug: slugOf(key), corrected };
      const reading = { key, textSha256, parsed, ingestedAt: this.clock.now() };
      const plan = await this.saving.plan(state, reading);
      // Words on record are never changed without somebody looking at what differs.
      if (plan.kind === 'amended' && !plan.sameText)
        throw new UserError(
          'conflict',
          'ingest.text_differs',
          `${key} was taken in before with another text. Upload it in the dashboard under “Take a document in” to see what differs, and save it there.`,
        );
      if (plan.kind === 'unchanged' || plan.kind === 'amended')
        return { ...common, outcome: 'unchanged', documentId: plan.documentId };
      if (options.dryRun) return { ...common, outcome: 'dry_run', documentId: null };

      const { documentId, followed } = await this.saving.save(state, reading, {
        actor: 'ingest',
        personId: null,
        reason: null,
      });
      await this.audit.append(state.id, {
        personId: null,
        actor: 'ingest',
        action: actionOf(plan),
        subjectKind: 'document',
        subjectId: common.slug,
        after: { ...afterOf(key, parsed), ...followed },
        happenedAt: this.clock.now(),
      });
      return { ...common, outcome: plan.kind === 'new' ? 'saved' : 'language_added', documentId };
    });
  }
}

/** What the audit calls a saving. */
export function actionOf({ kind }: Saving): AuditAction {
  const actions = {
    new: 'document.ingested',
    unchanged: 'document.ingested',
    amended: 'document.amended',
    language_added: 'document.language_added',
  } as const;
  return actions[kind];
}

export function afterOf(key: string, parsed: ParsedDocument): AuditedFields {
  return {
    key,
    language: parsed.language,
    recommendations: parsed.recommendations.length,
    warnings: parsed.warnings.length,
  };
}
