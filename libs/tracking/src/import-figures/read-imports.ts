import { civilDayOf } from '#domain';
import type { CivilDate, Clock } from '#domain';
import type {
  FigureImportRepository,
  FigureUpload,
  FigureUploadRepository,
  FigureVocabularyRepository,
  ImportPlace,
  ImportedFigure,
  ListedFigureImport,
  NamedInFiles,
  RecordDatabase,
  State,
} from '#persistence';

import { RETENTION_RULES } from '../retention/retention-rules.js';
import type { ImportOutcome } from './import-figures.js';
import { unknownImport } from './undo-import.js';
import { seenAs, settingsOf, unknownUpload } from './upload-figures.js';
import type { UploadRefusal, UploadSettings } from './upload-figures.js';

const DAY_MS = 86_400_000;
const MOST_WAITING = 20;

export interface FigureImportPage {
  readonly today: CivilDate;
  /** One more than asked for where there is a next page. */
  readonly imports: readonly ListedFigureImport[];
  readonly waiting: readonly FigureUpload[];
  readonly vocabulary: NamedInFiles;
}

export interface FigureImportReading {
  readonly today: CivilDate;
  readonly found: ListedFigureImport;
  readonly figures: readonly ImportedFigure[];
  readonly vocabulary: NamedInFiles;
}

export interface FigureUploadReading {
  readonly today: CivilDate;
  /** Last day on which it can be saved. */
  readonly until: CivilDate;
  readonly upload: FigureUpload;
  readonly settings: UploadSettings;
  readonly outcome: ImportOutcome | null;
  readonly refusal: UploadRefusal | null;
  /** To be sent with the confirmation; null where there is nothing to save. */
  readonly seen: string | null;
  readonly vocabulary: NamedInFiles;
}

/** Files of figures: those that wait, and those that were taken in. */
export class ReadImports {
  constructor(
    private readonly record: RecordDatabase,
    private readonly imports: FigureImportRepository,
    private readonly uploads: FigureUploadRepository,
    private readonly vocabulary: FigureVocabularyRepository,
    private readonly clock: Clock,
  ) {}

  list(state: State, below: number | null, limit: number): Promise<FigureImportPage> {
    return this.record.runState(state.id, async () => ({
      today: this.today(state),
      imports: await this.imports.list(state.id, below, limit + 1),
      waiting: await this.uploads.listWaiting(state.id, MOST_WAITING),
      vocabulary: await this.vocabulary.read(state.id),
    }));
  }

  /** @throws UserError `import.unknown` */
  read(state: State, id: number, after: ImportPlace | null, limit: number): Promise<FigureImportReading> {
    return this.record.runState(state.id, async () => {
      const found = await this.imports.read(state.id, id);
      if (!found) throw unknownImport(state, id);
      const figures = await this.imports.listFigures(state.id, found, after, limit + 1);
      return { today: this.today(state), found, figures, vocabulary: await this.vocabulary.read(state.id) };
    });
  }

  /** @throws UserError `import.upload_unknown` */
  readUpload(state: State, id: number): Promise<FigureUploadReading> {
    return this.record.runState(state.id, async () => {
      const upload = await this.uploads.find(state.id, id);
      if (!upload) throw unknownUpload();
      const outcome = upload.outcome as ImportOutcome | null;
      const fit = upload.uploadState === 'checked' && outcome?.outcome === 'dry_run';
      return {
        today: this.today(state),
        until: civilDayOf(upload.uploadedAt + RETENTION_RULES.figure_upload.days * DAY_MS, state.timeZone),
        upload,
        settings: settingsOf(upload),
        outcome,
        refusal: upload.refusal as UploadRefusal | null,
        seen: fit && outcome.counts.added + outcome.counts.revised > 0 ? seenAs(outcome.counts) : null,
        vocabulary: await this.vocabulary.read(state.id),
      };
    });
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}
