import type { Clock, ImportProblem } from '#domain';
import type { FileReading, ReadingOptions, RememberedMapping, Table } from '#ingest';
import type { Brought, MergedFigures, NamedInFiles, State } from '#persistence';

/** What is done with one kind of file. A further kind is a file beside the others and a line in `compose-imports.ts`. */
export interface ImportedKind {
  read(
    table: Table,
    vocabulary: NamedInFiles & { readonly iso3: string },
    options: ReadingOptions,
    remembered: ReadonlyMap<string, RememberedMapping>,
  ): StagedImport;
}

/** A file on its way in, inside of one transaction. */
export interface StagedImport {
  readonly reading: FileReading<unknown>;
  /** Reads the file to its end and compares it with what is on record. */
  stage(state: State): Promise<void>;
  /** Of the set, not of a single row; those of rules across figures among them. */
  problems(state: State): Promise<readonly ImportProblem[]>;
  counts(state: State): Promise<MergedFigures>;
  merge(state: State, brought: Brought, clock: Clock): Promise<void>;
}
