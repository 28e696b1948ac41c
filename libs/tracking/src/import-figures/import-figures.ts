import { createHash } from 'node:crypto';

import { OVERRULABLE_PROBLEMS, ProblemList, UserError } from '#domain';
import type { AuditActor, Clock, ImportKind, ImportProblem } from '#domain';
import { findPersonalData, openTable } from '#ingest';
import type { ReadingOptions, RememberedMapping } from '#ingest';
import { importEn } from '#messages';
import type {
  AuditRepository,
  FigureImportRepository,
  FigureVocabularyRepository,
  MergedFigures,
  RecordDatabase,
  State,
} from '#persistence';

import type { ImportedKind, StagedImport } from './staged-import.js';

export interface FigureFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ImportAsked {
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly options: ReadingOptions;
  /** Why rules across figures do not hold here; null where they are to hold. */
  readonly override: string | null;
}

export interface ImportOutcome {
  readonly outcome: 'saved' | 'unchanged' | 'dry_run' | 'refused';
  /** Number of the import; null where nothing was saved. */
  readonly id: number | null;
  readonly sha256: string;
  readonly format: string;
  readonly rows: number;
  /** Rows about other States, or of indicators and units that were not asked for. */
  readonly skipped: number;
  readonly counts: MergedFigures;
  readonly overruled: number;
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  /** The row that heads the columns, and what each of them was taken for: a field, the code of a dimension, `ignore` or `unknown`. */
  readonly header: readonly string[];
  readonly uses: readonly string[];
  /** What a person said of the columns and categories. */
  readonly mapping: RememberedMapping;
  /** It was said of an earlier file with the same head, not of this one. */
  readonly remembered: boolean;
}

export interface ImportAuthor {
  readonly personId: number | null;
  readonly actor: AuditActor;
}

const SHORTEST_REASON = 10;

/** Takes a file of figures in, whole or not at all. The same file again writes nothing. */
export class ImportFigures {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly imports: FigureImportRepository;
      readonly vocabulary: FigureVocabularyRepository;
      readonly audit: AuditRepository;
    },
    private readonly kinds: Readonly<Record<ImportKind, ImportedKind>>,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `table.…` and `import.…` where the file as a whole, or what was said of it, cannot be used */
  async run(state: State, file: FigureFile, asked: ImportAsked, by: ImportAuthor): Promise<ImportOutcome> {
    refuseReasons(asked);
    const hash = createHash('sha256');
    const hashed = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
      for await (const chunk of file.bytes) {
        hash.update(chunk);
        yield chunk;
      }
    };
    const table = await openTable(hashed(), asked.options.sheet);
    return this.record.runState(state.id, async () => {
      const { imports, vocabulary } = this.repositories;
      await imports.hold(state.id);
      const known = { ...(await vocabulary.read(state.id)), iso3: state.iso3 };
      const staged = this.kinds[asked.kind].read(
        table,
        known,
        asked.options,
        await this.remembered(state, asked.kind),
      );
      await staged.stage(state);
      const { problems, overruled } = await problemsOf(state, staged, asked.override);
      const counts = await staged.counts(state);
      const found = {
        sha256: hash.digest('hex'),
        format: staged.reading.layout.format,
        rows: staged.reading.rows(),
        skipped: staged.reading.skipped(),
        counts,
        overruled,
        problems: problems.kept,
        problemCount: problems.count,
        ...mappingOf(staged.reading.layout, asked.options),
      };
      if (problems.count > 0) return { ...found, outcome: 'refused', id: null };
      if (counts.added + counts.revised + counts.unchanged === 0)
        throw new UserError('invalid_input', 'import.nothing', importEn.refusals.nothing(''));
      if (asked.dryRun) return { ...found, outcome: 'dry_run', id: null };
      if (counts.added + counts.revised === 0) return { ...found, outcome: 'unchanged', id: null };
      const id = await this.save(state, { name: file.name, found, staged }, asked, by);
      return { ...found, outcome: 'saved', id };
    });
  }

  private async remembered(state: State, kind: ImportKind): Promise<ReadonlyMap<string, RememberedMapping>> {
    const mappings = await this.repositories.imports.listMappings(state.id, kind);
    return new Map(mappings.map(({ fingerprint, mapping }) => [fingerprint, mapping as RememberedMapping]));
  }

  private async save(
    state: State,
    file: {
      readonly name: string;
      readonly found: Pick<ImportOutcome, 'sha256' | 'format' | 'rows' | 'counts' | 'overruled'>;
      readonly staged: StagedImport;
    },
    { kind, options, override }: ImportAsked,
    by: ImportAuthor,
  ): Promise<number> {
    const { imports, audit } = this.repositories;
    const { found, staged } = file;
    const at = this.clock.now();
    const { layout } = staged.reading;
    const id = await imports.add(state.id, {
      ...found.counts,
      kind,
      fileName: file.name.slice(0, 200),
      sha256: found.sha256,
      format: found.format,
      mapping: layout.mapping,
      rows: found.rows,
      reason: options.reason,
      overrideReason: found.overruled > 0 ? override : null,
      importedBy: by.personId,
      importedAt: at,
    });
    await staged.merge(state, { importId: id, at }, this.clock);
    const { columns, categories } = layout.mapping;
    if (Object.keys(columns).length + Object.keys(categories).length > 0)
      await imports.rememberMapping(state.id, kind, {
        fingerprint: layout.fingerprint,
        mapping: layout.mapping,
        at,
      });
    await audit.append(state.id, {
      personId: by.personId,
      actor: by.actor,
      action: 'figures.imported',
      subjectKind: 'figure_import',
      subjectId: String(id),
      before: null,
      after: {
        importKind: kind,
        addedFigures: found.counts.added,
        revisedFigures: found.counts.revised,
        fileMark: found.sha256.slice(0, 16),
      },
      reason: override ?? options.reason ?? undefined,
      happenedAt: at,
    });
    return id;
  }
}

function mappingOf(
  { header, uses, mapping }: StagedImport['reading']['layout'],
  { columns, categories }: ReadingOptions,
): Pick<ImportOutcome, 'header' | 'uses' | 'mapping' | 'remembered'> {
  const given = Object.keys({ ...columns, ...categories }).length > 0;
  return {
    header: [...header],
    uses: uses.map((use) => {
      if (use.kind === 'field') return use.field;
      if (use.kind === 'dimension') return use.dimension;
      return use.kind === 'ignored' ? 'ignore' : 'unknown';
    }),
    mapping,
    remembered: !given && Object.keys({ ...mapping.columns, ...mapping.categories }).length > 0,
  };
}

async function problemsOf(
  state: State,
  staged: StagedImport,
  override: string | null,
): Promise<{ readonly problems: ProblemList; readonly overruled: number }> {
  const ofSet = await staged.problems(state);
  const ofRows = staged.reading.problems();
  const problems = new ProblemList();
  for (const problem of ofRows.kept) problems.add(problem);
  problems.count = ofRows.count;
  const overruled = override === null ? [] : ofSet.filter(({ code }) => OVERRULABLE_PROBLEMS.has(code));
  for (const problem of ofSet) if (!overruled.includes(problem)) problems.add(problem);
  problems.kept.sort((left, right) => left.row - right.row);
  return { problems, overruled: overruled.length };
}

/** Reasons stay on record for good and are read by everybody who may read the history. */
export function refuseReasons({ override, options }: Pick<ImportAsked, 'override' | 'options'>): void {
  if (override !== null && override.trim().length < SHORTEST_REASON)
    throw new UserError(
      'invalid_input',
      'import.override_unreasoned',
      importEn.refusals.override_unreasoned(''),
    );
  refusePersonal('--override', override);
  refusePersonal('--reason', options.reason);
}

export function refusePersonal(field: string, text: string | null): void {
  if (text !== null && findPersonalData(text).length > 0)
    throw new UserError('invalid_input', 'import.personal_data', importEn.refusals.personal_data(field));
}
