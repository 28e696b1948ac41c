import type { Clock, Instant } from '#domain';
import type { DueLink, LinkCheckRepository, RecordDatabase, State } from '#persistence';

import type { LinkProbe } from './link-probe.js';

/** A link is asked once a day; a little less, so that the hour does not wander. */
const ASK_AGAIN_AFTER_MS = 23 * 3_600_000;
const PAGE = 50;
/** Links that are asked at once: few, for they may all lead to one small server. */
const AT_ONCE = 4;

export interface LinkTally {
  readonly asked: number;
  readonly broken: number;
}

/** Asks the links of evidence whether they still answer. What is broken is shown as such since when, and never deleted. */
export class CheckLinks {
  constructor(
    private readonly record: RecordDatabase,
    private readonly links: LinkCheckRepository,
    private readonly probe: LinkProbe,
    private readonly clock: Clock,
    /** Whether the operator lets it. */
    private readonly isOn = true,
  ) {}

  isDue(state: State): Promise<boolean> {
    if (!this.asks(state)) return Promise.resolve(false);
    return this.record.runState(state.id, () => this.links.hasDue(state.id, this.notSince()));
  }

  /** Each answer is kept as it comes: an interrupted run is continued by the next. */
  async check(state: State): Promise<LinkTally> {
    if (!this.asks(state)) return { asked: 0, broken: 0 };
    const notSince = this.notSince();
    let after = 0;
    let asked = 0;
    let broken = 0;
    for (;;) {
      const page = await this.record.runState(state.id, () =>
        this.links.listDue(state.id, notSince, { after, limit: PAGE }),
      );
      const waiting = [...page];
      const worker = async (): Promise<void> => {
        for (let link = waiting.shift(); link !== undefined; link = waiting.shift())
          if (!(await this.ask(state, link))) broken += 1;
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      asked += page.length;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return { asked, broken };
      after = last.evidenceId;
    }
  }

  /** Trying Vigía out must not call anybody's server: links of a demonstration are asked of nobody. */
  private asks({ demonstration }: State): boolean {
    return this.isOn && !demonstration;
  }

  private async ask(state: State, { evidenceId, url }: DueLink): Promise<boolean> {
    const answer = await this.probe.ask(url);
    await this.record.runState(state.id, () =>
      this.links.saveCheck(state.id, evidenceId, { ...answer, checkedAt: this.clock.now() }),
    );
    return answer.outcome === 'reachable';
  }

  private notSince(): Instant {
    return this.clock.now() - ASK_AGAIN_AFTER_MS;
  }
}
