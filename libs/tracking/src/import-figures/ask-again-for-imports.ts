import type { Clock } from '#domain';
import type { FigureUploadRepository, RecordDatabase, State } from '#persistence';
import type { JobDispatcher } from '#queue';

import type { UploadRefusal } from './upload-figures.js';

/** A worker that reads says so every second: of a file of which nobody has said anything for so long, the job was lost. */
const LEASE_MS = 3 * 60_000;
/** A file at which so many workers have died is no matter of chance. */
export const MOST_ATTEMPTS = 5;
const AT_ONCE = 100;

/**
 * Asks again for files that wait to be read and whose job was lost: its worker was killed, or the queue was emptied. The row is
 * the truth; asking for what is being done after all does nothing.
 */
export class AskAgainForImports {
  constructor(
    private readonly record: RecordDatabase,
    private readonly uploads: FigureUploadRepository,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  async ask(state: State): Promise<void> {
    const at = this.clock.now();
    const lost = await this.record.runState(state.id, async () => {
      const taken = await this.uploads.takeLost(state.id, { since: at - LEASE_MS, at, most: AT_ONCE });
      for (const { id } of taken.filter(({ attempts }) => attempts > MOST_ATTEMPTS))
        await this.uploads.finish(state.id, id, { outcome: null, refusal: GIVEN_UP, importId: null });
      return taken.filter(({ attempts }) => attempts <= MOST_ATTEMPTS);
    });
    for (const { id } of lost)
      await this.dispatcher.dispatch('figures.import', { state: state.iso3, upload: id });
  }
}

const GIVEN_UP: UploadRefusal = {
  code: 'import.given_up',
  given: String(MOST_ATTEMPTS),
  row: null,
  head: [],
};
