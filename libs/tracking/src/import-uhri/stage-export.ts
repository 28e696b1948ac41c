import { UserError } from '#domain';
import type { Clock, UhriLanguage } from '#domain';
import { readUhriExport } from '#ingest';
import type { RecordDatabase, StagedUhriRow, State, UhriImportRepository, UhriReadTally } from '#persistence';

export interface UhriFile {
  readonly name: string;
  readonly language: UhriLanguage;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const DAY_MS = 86_400_000;

/** Staged together; the second bound keeps a piece of long texts from growing. */
const PIECE_ROWS = 500;
const PIECE_CHARACTERS = 2_000_000;
/** A file of which more is wrong is not looked through row by row. */
const MOST_REJECTED = 5_000;
const MOST_NAMES = 30;

interface Counted {
  read: number;
  annotations: number;
  otherStates: number;
  unknownCountries: number;
  repeated: number;
  rejected: number;
  unlisted: number;
  readonly unknownNames: Set<string>;
  firstRejection: string | null;
}

/** Reads an export into rows that wait beside the record until a person has looked at them. */
export class StageExport {
  constructor(
    private readonly record: RecordDatabase,
    private readonly imports: UhriImportRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Stages the file, piece by piece, so that no connection waits for a slow sender and memory stays level, and has the last step
   * done in the transaction that opens the import. Whatever fails, nothing of the file stays.
   * @throws UserError `uhri.json` and its like where the file cannot be read, `uhri.nothing` where no row is about the State
   */
  async stage(
    state: State,
    file: UhriFile,
    personId: number | null,
    opened: (id: number) => Promise<void>,
  ): Promise<number> {
    const now = this.clock.now();
    const id = await this.record.runState(state.id, () =>
      this.imports.begin(state.id, { fileName: file.name, language: file.language, personId }, now),
    );
    try {
      const counted = await this.readInto(state, id, file);
      if (counted.annotations === 0) throw nothingFound(state, counted);
      await this.record.runState(state.id, async () => {
        await this.imports.opened(state.id, id, tallyOf(counted));
        await opened(id);
      });
      return id;
    } catch (error) {
      // What cannot be taken back now is let go when the import expires.
      await this.record.runState(state.id, () => this.imports.forget(state.id, id)).catch(() => undefined);
      throw error;
    }
  }

  /** Whether an import that nobody has closed has waited too long. */
  isExpired(openedAt: number, days: number): boolean {
    return openedAt < this.clock.now() - days * DAY_MS;
  }

  private async readInto(state: State, id: number, file: UhriFile): Promise<Counted> {
    const counted: Counted = {
      read: 0,
      annotations: 0,
      otherStates: 0,
      unknownCountries: 0,
      repeated: 0,
      rejected: 0,
      unlisted: 0,
      unknownNames: new Set(),
      firstRejection: null,
    };
    let piece: StagedUhriRow[] = [];
    let characters = 0;
    const flush = async (): Promise<void> => {
      const rows = piece;
      piece = [];
      characters = 0;
      if (rows.length === 0) return;
      counted.repeated += await this.record.runState(state.id, () => this.imports.stage(state.id, id, rows));
    };
    for await (const row of readUhriExport(file.bytes, state.iso3)) {
      counted.read += 1;
      switch (row.kind) {
        case 'annotation':
          counted.annotations += 1;
          piece.push({ row: row.row, annotation: row.annotation });
          characters += row.annotation.text.length;
          break;
        case 'rejected':
          counted.rejected += 1;
          counted.firstRejection ??= `row ${row.row}, ${row.rejections[0]?.column ?? ''}`;
          if (counted.rejected > MOST_REJECTED) counted.unlisted += 1;
          else piece.push({ row: row.row, annotationId: row.annotationId, rejections: row.rejections });
          break;
        case 'other_state':
          counted.otherStates += 1;
          break;
        case 'unknown_country':
          counted.unknownCountries += 1;
          for (const name of row.names)
            if (counted.unknownNames.size < MOST_NAMES) counted.unknownNames.add(name.slice(0, 100));
      }
      if (piece.length >= PIECE_ROWS || characters >= PIECE_CHARACTERS) await flush();
    }
    await flush();
    return counted;
  }
}

function tallyOf({
  read,
  otherStates,
  unknownCountries,
  unknownNames,
  repeated,
  unlisted,
}: Counted): UhriReadTally {
  return { read, otherStates, unknownCountries, unknownNames: [...unknownNames].sort(), repeated, unlisted };
}

function nothingFound(state: State, counted: Counted): UserError {
  const { read, otherStates, unknownCountries, rejected, firstRejection } = counted;
  const first = firstRejection === null ? '' : ` (the first: ${firstRejection})`;
  return new UserError(
    'invalid_input',
    'uhri.nothing',
    `No row of this file can be taken in for ${state.name.en}: of ${read} rows ${otherStates} are about other States, ${unknownCountries} name no State that is known, and ${rejected} cannot be read${first}. An export of the Universal Human Rights Index with rows about ${state.name.en} is expected.`,
  );
}
