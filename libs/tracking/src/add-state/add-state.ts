import type { Clock } from '#domain';
import { UserError, isKnownZone } from '#domain';
import type { AuditRepository, Bilingual, RecordDatabase, State, StateRepository } from '#persistence';

/** Begins to follow a State. */
export class AddState {
  constructor(
    private readonly record: RecordDatabase,
    private readonly states: StateRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `state.iso3`, `state.time_zone` or `state.known`. */
  async add(state: {
    readonly iso3: string;
    readonly name: Bilingual;
    readonly timeZone: string;
  }): Promise<State> {
    if (!/^[A-Z]{3}$/.test(state.iso3))
      throw new UserError(
        'invalid_input',
        'state.iso3',
        `A State is named by the three capital letters of ISO 3166-1, such as PER, not "${state.iso3}".`,
      );
    if (!isKnownZone(state.timeZone))
      throw new UserError(
        'invalid_input',
        'state.time_zone',
        `"${state.timeZone}" is no time zone of the IANA database; write it as America/Lima.`,
      );
    return this.record.runShared(async () => {
      if (await this.states.findState(state.iso3))
        throw new UserError('conflict', 'state.known', `${state.iso3} is followed here already.`);
      const saved = await this.states.saveState({ ...state, demonstration: false });
      await this.audit.appendForNewState(saved.id, {
        personId: null,
        actor: 'command_line',
        action: 'state.added',
        subjectKind: 'state',
        subjectId: saved.iso3,
        after: { name: saved.name, timeZone: saved.timeZone },
        happenedAt: this.clock.now(),
      });
      return saved;
    });
  }
}
