import { UserError } from '#domain';
import type { AuditActor, Clock, ImportKind } from '#domain';
import { findPersonalData, guessHead, openTable } from '#ingest';
import type { ReadingOptions } from '#ingest';
import { importEn } from '#messages';
import { sha256 } from '#persistence';
import type {
  AuditRepository,
  FigureImportRepository,
  FigureUpload,
  FigureUploadRepository,
  MergedFigures,
  RecordDatabase,
  State,
} from '#persistence';
import type { JobDispatcher } from '#queue';

import { refuseReasons } from './import-figures.js';
import type { ImportAsked, ImportFigures, ImportOutcome } from './import-figures.js';

/** Bytes up to which a file is read while its sender waits; a longer one is read by a worker. */
const LONG_BYTES = 1_000_000;
const PIECE_BYTES = 64 * 1024;
const TELL_EVERY_MS = 1_000;
const QUIET_TIMES = 10;
/** What is wrong with the asking and not with the file. */
const OF_THE_ASKING: ReadonlySet<string> = new Set(['import.upload_unknown', 'import.upload_busy']);

/** What a person says of a file that waits. */
export interface UploadSettings {
  readonly options: ReadingOptions;
  readonly override: string | null;
}

interface KeptSettings extends UploadSettings {
  /** Who asked for what is being done, and what the counts were that this person saw. */
  readonly personId: number;
  readonly actor: AuditActor;
  readonly seen: string | null;
}

/** Why the file as a whole cannot be used; `head` is the row that may head its columns. */
export interface UploadRefusal {
  readonly code: string;
  readonly given: string;
  readonly row: number | null;
  readonly head: readonly string[];
}

export interface UploadAuthor {
  readonly personId: number;
  readonly actor: AuditActor;
}

/** A file of figures on its way through the dashboard: kept, read, looked at, then saved whole or discarded. */
export class UploadFigures {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly uploads: FigureUploadRepository;
      readonly imports: FigureImportRepository;
      readonly audit: AuditRepository;
    },
    private readonly importing: ImportFigures,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file and reads it; nothing of it is on record before it is saved. Answers the number of the upload. */
  async open(
    state: State,
    file: { readonly kind: ImportKind; readonly name: string; readonly bytes: Uint8Array },
    settings: UploadSettings,
    by: UploadAuthor,
  ): Promise<number> {
    refuseReasons(settings);
    const mark = sha256(file.bytes);
    const id = await this.record.runState(state.id, async () => {
      const added = await this.repositories.uploads.add(state.id, {
        kind: file.kind,
        fileName: file.name.slice(0, 200),
        sha256: mark,
        content: file.bytes,
        settings: { ...settings, ...by, seen: null } satisfies KeptSettings,
        uploadedBy: by.personId,
        uploadedAt: this.clock.now(),
      });
      await this.append(state, added, by, 'figures.uploaded', { kind: file.kind, sha256: mark });
      return added;
    });
    await this.go(state, id, file.bytes.length);
    return id;
  }

  /** Reads a file and puts it on record in one go, or shows what that would do. */
  async importAtOnce(
    state: State,
    file: { readonly name: string; readonly bytes: Uint8Array },
    asked: ImportAsked,
    by: UploadAuthor,
  ): Promise<ImportOutcome> {
    const bytes = pieces(file.bytes, { read: 0 });
    const outcome = await this.importing.run(state, { name: file.name, bytes }, asked, by);
    if (outcome.outcome === 'saved') await this.publish(state);
    return outcome;
  }

  /** Reads a file again, with what was said of it now. @throws UserError `import.upload_unknown`, `import.upload_busy` */
  async readAgain(state: State, id: number, settings: UploadSettings, by: UploadAuthor): Promise<void> {
    refuseReasons(settings);
    const upload = await this.record.runState(state.id, async () => {
      const found = await this.begin(state, id, 'checking', { ...settings, ...by, seen: null });
      await this.append(state, id, by, 'figures.read_again', found);
      return found;
    });
    await this.go(state, id, upload.byteCount);
  }

  /**
   * Puts a file on record, whole or not at all.
   * @param seen the counts that the person had before them
   * @throws UserError `import.upload_unknown`, `import.upload_busy`
   */
  async save(state: State, id: number, seen: string, by: UploadAuthor): Promise<void> {
    const begin = async (): Promise<FigureUpload> => {
      const found = await this.find(state, id);
      return this.begin(state, id, 'saving', { ...settingsOf(found), ...by, seen });
    };
    const { byteCount } = await this.record.runState(state.id, () => this.find(state, id));
    if (byteCount <= LONG_BYTES) return this.work(state, id, begin);
    await this.record.runState(state.id, begin);
    await this.go(state, id, byteCount);
  }

  /** @throws UserError `import.upload_unknown` */
  discard(state: State, id: number, by: UploadAuthor): Promise<void> {
    return this.record.runState(state.id, async () => {
      const found = await this.find(state, id);
      if (found.uploadState === 'saved') throw unknownUpload();
      await this.repositories.uploads.discard(state.id, id);
      await this.append(state, id, by, 'figures.discarded', found);
    });
  }

  /**
   * Does what was last asked for of an upload. Twice does nothing the second time.
   * @param begin runs first, in the same transaction
   */
  async work(state: State, id: number, begin?: () => Promise<unknown>): Promise<void> {
    const { uploads, imports } = this.repositories;
    const progress = { read: 0 };
    // Set outside of the transaction, so that others see how far it is. Of a short file nobody asks, unless it has to wait.
    let told = 0;
    const telling = setInterval(() => {
      told += 1;
      if (progress.read <= LONG_BYTES && told < QUIET_TIMES) return;
      void this.record
        .runState(state.id, () => uploads.tellRead(state.id, id, progress.read, this.clock.now()))
        .catch(() => undefined);
    }, TELL_EVERY_MS);
    try {
      const outcome = await this.record.runState(state.id, async () => {
        await imports.hold(state.id);
        await begin?.();
        const upload = await uploads.find(state.id, id);
        if (upload?.uploadState !== 'checking' && upload?.uploadState !== 'saving') return null;
        const found = await this.run(state, upload, progress);
        await uploads.finish(state.id, id, { outcome: found, refusal: null, importId: found.id });
        return found;
      });
      if (outcome?.outcome === 'saved') await this.publish(state);
    } catch (error) {
      if (!(error instanceof UserError) || OF_THE_ASKING.has(error.code)) throw error;
      await this.refuse(state, id, error);
    } finally {
      clearInterval(telling);
    }
  }

  private async run(state: State, upload: FigureUpload, progress: { read: number }): Promise<ImportOutcome> {
    const { options, override, personId, actor, seen } = settingsOf(upload);
    const content = await this.repositories.uploads.content(state.id, upload.id);
    const saving = upload.uploadState === 'saving';
    const outcome = await this.importing.run(
      state,
      { name: upload.fileName, bytes: pieces(content, progress) },
      { kind: upload.kind, dryRun: !saving, options, override },
      { personId, actor },
    );
    if (saving && outcome.outcome !== 'refused' && seenAs(outcome.counts) !== seen)
      throw new UserError('conflict', 'import.moved', importEn.refusals.moved(''));
    return outcome;
  }

  /** Only a wake-up call: what was saved is published before the next sweep too. */
  private publish(state: State): Promise<void> {
    return this.dispatcher.dispatch('figures.publish', { state: state.iso3 }).catch(() => undefined);
  }

  private refuse(state: State, id: number, error: UserError): Promise<void> {
    const { uploads } = this.repositories;
    return this.record.runState(state.id, async () => {
      const upload = await uploads.find(state.id, id);
      if (!upload) return;
      const refusal: UploadRefusal = {
        code: error.code,
        given: String(error.details['given'] ?? ''),
        row: typeof error.details['row'] === 'number' ? error.details['row'] : null,
        head: error.code.startsWith('import.') ? await this.headOf(state, upload) : [],
      };
      await uploads.finish(state.id, id, { outcome: null, refusal, importId: null });
    });
  }

  private async headOf(state: State, upload: FigureUpload): Promise<readonly string[]> {
    const content = await this.repositories.uploads.content(state.id, upload.id);
    const table = await openTable(pieces(content, { read: 0 }), settingsOf(upload).options.sheet);
    return guessHead(table.sample).map((cell) => (findPersonalData(cell).length > 0 ? '' : cell));
  }

  private async go(state: State, id: number, bytes: number): Promise<void> {
    if (bytes <= LONG_BYTES) return this.work(state, id);
    await this.dispatcher
      .dispatch('figures.import', { state: state.iso3, upload: id })
      .catch(() => this.work(state, id));
  }

  private async begin(
    state: State,
    id: number,
    to: 'checking' | 'saving',
    settings: KeptSettings,
  ): Promise<FigureUpload> {
    const found = await this.find(state, id);
    if (!(await this.repositories.uploads.begin(state.id, id, { to, settings, at: this.clock.now() })))
      throw new UserError(
        'conflict',
        'import.upload_busy',
        'This file is being read, or was saved. Look at it again.',
      );
    return found;
  }

  private async find(state: State, id: number): Promise<FigureUpload> {
    const found = await this.repositories.uploads.find(state.id, id);
    if (!found) throw unknownUpload();
    return found;
  }

  private append(
    state: State,
    id: number,
    { personId, actor }: UploadAuthor,
    action: 'figures.uploaded' | 'figures.read_again' | 'figures.discarded',
    file: Pick<FigureUpload, 'kind' | 'sha256'>,
  ): Promise<void> {
    const fields = { importKind: file.kind, fileMark: file.sha256.slice(0, 16) };
    return this.repositories.audit.append(state.id, {
      personId,
      actor,
      action,
      subjectKind: 'figure_upload',
      subjectId: String(id),
      ...(action === 'figures.discarded' ? { before: fields, after: null } : { before: null, after: fields }),
      happenedAt: this.clock.now(),
    });
  }
}

/** The counts as a form carries them: what a person has seen is what is saved. */
export function seenAs({ added, revised, unchanged }: MergedFigures): string {
  return [added, revised, unchanged].join('.');
}

export function settingsOf({ settings }: Pick<FigureUpload, 'settings'>): KeptSettings {
  return settings as KeptSettings;
}

export function unknownUpload(): UserError {
  return new UserError(
    'not_found',
    'import.upload_unknown',
    'No such file waits for this State: it was saved or discarded, or has waited for too long.',
  );
}

async function* pieces(
  content: Uint8Array,
  progress: { read: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let from = 0; from < content.length; from += PIECE_BYTES) {
    yield await Promise.resolve(content.subarray(from, from + PIECE_BYTES));
    progress.read = Math.min(content.length, from + PIECE_BYTES);
  }
}
