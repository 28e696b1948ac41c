import type { CivilDate, Clock } from '#domain';
import type {
  PublishedStatement,
  RecordDatabase,
  State,
  StatementDraft,
  StatementFilter,
  StatementRepository,
} from '#persistence';

import { todayOf } from '../record-action/answering.js';
import { unknownStatement } from './make-statement.js';

/** More are not being written at once. */
const MOST_DRAFTS = 50;

/** Statements as everybody reads them, and drafts as the office reads them that writes them. */
export class ReadStatements {
  constructor(
    private readonly record: RecordDatabase,
    private readonly statements: StatementRepository,
    private readonly clock: Clock,
  ) {}

  async list(
    state: State,
    filter: StatementFilter,
  ): Promise<{ readonly today: CivilDate; readonly statements: PublishedStatement[] }> {
    return {
      today: todayOf(this.clock, state),
      statements: await this.statements.listPublished(state.id, filter),
    };
  }

  /**
   * The version that stands, and those before it, the newest first. Of one that was withdrawn there are none before it.
   * @throws UserError `statement.unknown`, also where nothing of it is public.
   */
  async read(
    state: State,
    id: number,
  ): Promise<{
    readonly today: CivilDate;
    readonly statement: PublishedStatement;
    readonly earlier: PublishedStatement[];
  }> {
    const [statement, ...earlier] = await this.statements.readPublished(state.id, id);
    if (!statement) throw unknownStatement();
    return { today: todayOf(this.clock, state), statement, earlier };
  }

  listDrafts(state: State): Promise<{ readonly today: CivilDate; readonly drafts: StatementDraft[] }> {
    return this.record.runState(state.id, async () => ({
      today: todayOf(this.clock, state),
      drafts: await this.statements.listDrafts(state.id, MOST_DRAFTS),
    }));
  }

  /** @throws UserError `statement.unknown`. */
  readDraft(
    state: State,
    id: number,
  ): Promise<{ readonly today: CivilDate; readonly draft: StatementDraft }> {
    return this.record.runState(state.id, async () => {
      const draft = await this.statements.findDraft(state.id, id);
      if (!draft) throw unknownStatement();
      return { today: todayOf(this.clock, state), draft };
    });
  }
}
