import { leadsTo } from '#domain';
import type { CheckedPlace, ContentCheckRepository, RecordDatabase, State } from '#persistence';

const SUBMISSIONS_AT_ONCE = 200;

/**
 * Hashes every file of evidence again and replays every history of a submission. Each file is a transaction of its own: how much
 * was handed in decides how long it takes, and nobody waits for it.
 */
export class VerifyContents {
  constructor(
    private readonly record: RecordDatabase,
    private readonly contents: ContentCheckRepository,
  ) {}

  async check(state: State): Promise<readonly CheckedPlace[]> {
    return [
      { check: 'evidence_file_altered', place: await this.findAlteredFile(state) },
      { check: 'submission_not_where_its_history_leads', place: await this.findStrayed(state) },
    ];
  }

  private async findAlteredFile(state: State): Promise<string | null> {
    for (let after = 0; ;) {
      const file = await this.record.runState(state.id, () => this.contents.checkNextFile(state.id, after));
      if (file === null) return null;
      if (!file.whole) return `evidence file ${file.id}`;
      after = file.id;
    }
  }

  private async findStrayed(state: State): Promise<string | null> {
    for (let after = 0; ;) {
      const page = await this.record.runState(state.id, () =>
        this.contents.listHistories(state.id, { after, limit: SUBMISSIONS_AT_ONCE }),
      );
      const strayed = page.find((one) => !leadsTo(one, one.history, one.authorKind));
      if (strayed) return `submission ${strayed.id}`;
      if (page.length < SUBMISSIONS_AT_ONCE) return null;
      after = page.at(-1)?.id ?? after;
    }
  }
}
