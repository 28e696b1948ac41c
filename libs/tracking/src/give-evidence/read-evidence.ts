import type { CivilDate, Clock } from '#domain';
import { UserError } from '#domain';
import type {
  EvidenceEntry,
  EvidenceFileRepository,
  EvidenceFilter,
  EvidenceRepository,
  RecordDatabase,
  State,
} from '#persistence';

import { todayOf } from '../record-action/answering.js';

/** A file on its way out, a piece at a time. */
export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface EvidenceReading {
  readonly today: CivilDate;
  readonly entries: readonly EvidenceEntry[];
}

/** What is public for everybody; all of it for those who answer for it or watch over it. */
export class ReadEvidence {
  constructor(
    private readonly record: RecordDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly files: EvidenceFileRepository,
    private readonly clock: Clock,
  ) {}

  async listPublished(state: State, filter: EvidenceFilter): Promise<EvidenceReading> {
    return {
      today: todayOf(this.clock, state),
      entries: await this.evidence.listPublished(state.id, filter),
    };
  }

  /** Public and private. `filter.institution` confines whoever acts for one only. */
  async listKept(state: State, filter: EvidenceFilter): Promise<EvidenceReading> {
    return {
      today: todayOf(this.clock, state),
      entries: await this.record.runState(state.id, () => this.evidence.listKept(state.id, filter)),
    };
  }

  /** @throws UserError `evidence.unknown`: what is private is not even said to be there. */
  async openPublished(state: State, id: number): Promise<OpenedFile> {
    const entry = await this.evidence.findPublished(state.id, id);
    return opened(entry, (position) => this.files.readPublished(state.id, id, position));
  }

  /** @throws UserError `evidence.unknown`, also for another institution's. */
  async openKept(state: State, id: number, ownInstitution: string | null): Promise<OpenedFile> {
    const entry = await this.record.runState(state.id, () => this.evidence.lockEvidence(state.id, id));
    const mine = ownInstitution === null || entry?.institution.code === ownInstitution;
    return opened(mine ? entry : null, (position) => this.files.readKept(state.id, id, position));
  }
}

function opened(
  entry: EvidenceEntry | null,
  read: (position: number) => Promise<Uint8Array | null>,
): OpenedFile {
  if (!entry?.file) throw new UserError('not_found', 'evidence.unknown', 'There is no such file.');
  return { ...entry.file, chunks: chunksOf(read) };
}

/** Each piece in a transaction of its own: a slow reader holds no connection. */
async function* chunksOf(read: (position: number) => Promise<Uint8Array | null>): AsyncIterable<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const chunk = await read(position);
    if (chunk === null) return;
    yield chunk;
  }
}
