import { UserError } from '#domain';
import type { SecondFactors } from '#identity';
import type { CredentialRepository } from '#persistence';

/** Lets a person in again who has lost every second factor; the password stays, and every session ends. */
export class ResetSecondFactors {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly factors: SecondFactors,
  ) {}

  /** @throws UserError `person.unknown`. Answers the person's name. */
  async reset(email: string): Promise<string> {
    const person = await this.credentials.findByEmail(email);
    if (!person)
      throw new UserError('not_found', 'person.unknown', 'Nobody here receives mail at this address.');
    await this.factors.resetAll(person.personId, 'command_line');
    return person.name;
  }
}
