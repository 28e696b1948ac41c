import { UserError } from '#domain';
import type { Sessions } from '#identity';
import type {
  CredentialRepository,
  SecondFactorKind,
  SecondFactorRepository,
  State,
  StateRepository,
  StoredSession,
} from '#persistence';

export interface AccountReading {
  readonly name: string;
  readonly email: string;
  readonly language: 'en' | 'es';
  readonly hasPassword: boolean;
  readonly secondFactors: readonly SecondFactorKind[];
  readonly sessions: readonly StoredSession[];
  readonly states: readonly State[];
}

/** What a person may know about the own account. */
export class ReadAccount {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly factors: SecondFactorRepository,
    private readonly states: StateRepository,
    private readonly sessions: Sessions,
  ) {}

  async read(personId: number): Promise<AccountReading> {
    const person = await this.credentials.findByPerson(personId);
    if (!person) throw new UserError('not_found', 'person.unknown', 'This account is no longer kept.');
    return {
      name: person.name,
      email: person.email,
      language: person.language,
      hasPassword: person.passwordHash !== null,
      secondFactors: await this.factors.listSecondFactors(personId),
      sessions: await this.sessions.list(personId),
      states: await this.states.listStates(),
    };
  }
}
