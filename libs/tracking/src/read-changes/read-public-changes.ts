import type { Clock, Topic } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type { NamedTopic, PublicChange, PublicChangeRepository, State, StateRepository } from '#persistence';

/** As many as readers of feeds look at; the record itself has the rest. */
const NEWEST = 50;

export interface ChangesReading {
  readonly state: State;
  /** Null: the whole State. */
  readonly topic: NamedTopic | null;
  readonly changes: readonly PublicChange[];
}

/** What was published lately about a State or a part of it, for readers of feeds. */
export class ReadPublicChanges {
  constructor(
    private readonly states: StateRepository,
    private readonly changes: PublicChangeRepository,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws UserError `state.unknown`, `feed.unknown` */
  async read(iso3: string, topic: Topic | null): Promise<ChangesReading> {
    const state = await this.states.getState(iso3);
    if (topic === null) return { state, topic, changes: await this.changes.listChanges(state.id, NEWEST) };
    const named = await this.changes.findTopic(state.id, topic);
    if (!named)
      throw new UserError(
        'not_found',
        'feed.unknown',
        `${state.iso3} has no ${topic.kind} "${topic.key}"; its pages name those there are.`,
      );
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const changes = await this.changes.listChanges(state.id, NEWEST, { topic: named, today });
    return { state, topic: named, changes };
  }
}
