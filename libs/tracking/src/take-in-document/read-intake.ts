import { UserError, civilDayOf } from '#domain';
import type { CivilDate, Clock, ParsedDocument } from '#domain';
import { READABLE_ENDINGS, excerptByParagraph } from '#ingest';
import type {
  Intake,
  IntakeRepository,
  IntakeSummary,
  KeptCorrection,
  RecordDatabase,
  State,
} from '#persistence';

import { followCorrections } from '../ingest-document/follow-corrections.js';
import { keyOf } from '../ingest-document/read-document-file.js';
import type { SaveReading, Saving } from '../ingest-document/save-reading.js';

export interface IntakeReading {
  readonly intake: Intake;
  /** As the parser read it. */
  readonly read: ParsedDocument;
  /** With the corrections followed: what is saved. */
  readonly reading: ParsedDocument;
  readonly corrections: readonly KeptCorrection[];
  /** Corrections of places that this text does not have. */
  readonly unplaced: readonly string[];
  /** Lines of the file by paragraph number. */
  readonly excerpts: ReadonlyMap<number, string>;
  /** What saving would do now; null once the intake is closed. */
  readonly saving: Saving | null;
  readonly today: CivilDate;
}

export interface IntakePage {
  /** File endings that can be read. */
  readonly endings: readonly string[];
  readonly intakes: readonly IntakeSummary[];
  readonly next: number | null;
  readonly today: CivilDate;
}

/** Documents on their way in, with what saving them would do. */
export class ReadIntake {
  constructor(
    private readonly record: RecordDatabase,
    private readonly intakes: IntakeRepository,
    private readonly saving: SaveReading,
    private readonly clock: Clock,
  ) {}

  list(state: State, { limit, ...page }: Parameters<IntakeRepository['list']>[1]): Promise<IntakePage> {
    return this.record.runState(state.id, async () => {
      const found = await this.intakes.list(state.id, { ...page, limit: limit + 1 });
      const intakes = found.slice(0, limit);
      return {
        endings: READABLE_ENDINGS,
        intakes,
        next: found.length > limit ? (intakes.at(-1)?.id ?? null) : null,
        today: civilDayOf(this.clock.now(), state.timeZone),
      };
    });
  }

  /** @throws UserError `intake.unknown` */
  read(state: State, id: number): Promise<IntakeReading> {
    return this.record.runState(state.id, async () => {
      const intake = await this.intakes.find(state.id, id);
      if (intake === null) throw unknownIntake();
      const corrections = await this.intakes.listCorrections(state.id, intake.documentKey);
      const { reading, unplaced } = followCorrections(intake.reading, corrections);
      const key = keyOf(reading, intake.textSha256);
      const toSave = { key, textSha256: intake.textSha256, parsed: reading, ingestedAt: this.clock.now() };
      return {
        intake,
        read: intake.reading,
        reading,
        corrections,
        unplaced,
        excerpts: excerptByParagraph(
          intake.sourceText,
          reading.paragraphs.map(({ number }) => number),
        ),
        saving: intake.state === 'open' ? await this.saving.plan(state, toSave) : null,
        today: civilDayOf(this.clock.now(), state.timeZone),
      };
    });
  }
}

export function unknownIntake(): UserError {
  return new UserError(
    'not_found',
    'intake.unknown',
    'There is no such document on its way in for this State.',
  );
}
