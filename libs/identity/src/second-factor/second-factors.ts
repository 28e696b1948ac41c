import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { SecondFactorRepository } from '#persistence';

import type { AccountChange, AccountRecord, AccountSteward } from '../account/account-record.js';
import type { OneTimePasswordSetUp, OneTimePasswords } from '../one-time-password/one-time-passwords.js';
import type { Passkeys } from '../passkey/passkeys.js';
import type { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import type { Proof } from '../session/sessions.js';
import type { SecondFactorAttempts } from './attempts.js';

/** The first factor is added right after signing in: later, a session left open would be enough (ASVS 5, 7.5.1). */
const FRESH_FOR_MS = 15 * 60_000;

type Kind = 'one_time_password' | 'passkey';

/** What a person shows to prove a second time who they are. */
export type FactorAnswer =
  | { readonly kind: 'one_time_password' | 'recovery_code'; readonly code: string }
  /** A browser's answer, as it came. */
  | { readonly kind: 'passkey'; readonly response: unknown };

export interface FactorList {
  readonly oneTimePassword: boolean;
  readonly setUp: OneTimePasswordSetUp | null;
  /** Null where browsers offer none at this address. */
  readonly passkeysOffered: boolean;
  readonly passkeys: readonly {
    readonly id: number;
    readonly name: string;
    readonly createdAt: number;
    readonly lastUsedAt: number | null;
  }[];
  readonly recoveryCodesLeft: number;
}

/** A session that asks to change the factors of its owner. */
export interface FactorOwner {
  readonly personId: number;
  readonly sessionId: number;
}

/**
 * The second factors of a person: what there is, what changes it, and what it proves. A proof is used up before the change
 * begins, so that a change that fails gives nobody the same code twice.
 */
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly means: {
      readonly passwords: OneTimePasswords;
      readonly recoveryCodes: RecoveryCodes;
      readonly passkeys: Passkeys;
    },
    private readonly attempts: SecondFactorAttempts,
    private readonly accounts: AccountRecord,
    private readonly clock: Clock,
  ) {}

  async list(personId: number): Promise<FactorList> {
    const { email } = await this.accountName(personId);
    return {
      oneTimePassword: (await this.factors.listSecondFactors(personId)).includes('one_time_password'),
      setUp: await this.means.passwords.setUp(personId, email),
      passkeysOffered: this.means.passkeys.offered,
      passkeys: await this.means.passkeys.list(personId),
      recoveryCodesLeft: await this.factors.countRecoveryCodes(personId),
    };
  }

  listKinds(personId: number): Promise<Kind[]> {
    return this.factors.listSecondFactors(personId);
  }

  /**
   * Answers what was proven. The refusal is the same for a wrong code, a used one, and one too many.
   * @throws UserError `second_factor.refused`
   */
  async prove(personId: number, answer: FactorAnswer): Promise<Proof> {
    if (answer.kind === 'passkey') {
      await this.means.passkeys.verify(personId, answer.response);
      return 'passkey';
    }
    const { kind, code } = answer;
    const right = await this.attempts.check(personId, () =>
      kind === 'one_time_password'
        ? this.means.passwords.accept(personId, code)
        : this.means.recoveryCodes.use(personId, code),
    );
    if (right) return kind;
    throw refused();
  }

  async beginOneTimePassword(owner: FactorOwner, proof: FactorAnswer | null): Promise<void> {
    await this.mayAdd(owner, proof);
    await this.means.passwords.begin(owner.personId);
  }

  /** Answers the token that shows the recovery codes, where there are none yet. */
  async confirmOneTimePassword(personId: number, code: string): Promise<string | null> {
    return this.accounts.write({ personId }, added('one_time_password'), async () => {
      if (!(await this.means.passwords.confirm(personId, code)))
        throw new UserError(
          'forbidden',
          'second_factor.not_confirmed',
          'The code does not belong to this key. Look at the clock of your phone, and give the newest code.',
        );
      return this.firstRecoveryCodes(personId);
    });
  }

  async beginPasskey(personId: number): Promise<object> {
    const { email, name } = await this.accountName(personId);
    return this.means.passkeys.registrationOptions(personId, email, name);
  }

  /** For proving by a passkey that it is still the owner who changes something. */
  beginProof(personId: number): Promise<object> {
    return this.means.passkeys.signInOptions(personId);
  }

  async addPasskey(
    owner: FactorOwner,
    passkey: { readonly name: string; readonly answer: unknown },
    proof: FactorAnswer | null,
  ): Promise<string | null> {
    await this.mayAdd(owner, proof);
    const { personId } = owner;
    const verified = await this.means.passkeys.verifyRegistration(personId, passkey.name, passkey.answer);
    return this.accounts.write({ personId }, added('passkey'), async () => {
      await this.means.passkeys.save(verified);
      return this.firstRecoveryCodes(personId);
    });
  }

  async removeOneTimePassword(personId: number, proof: FactorAnswer): Promise<void> {
    await this.prove(personId, proof);
    if (!(await this.listKinds(personId)).includes('one_time_password')) return;
    await this.accounts.write({ personId }, removed('one_time_password'), async () => {
      await this.factors.removeOneTimePassword(personId);
      await this.forgetUselessCodes(personId);
    });
  }

  async removePasskey(personId: number, passkeyId: number, proof: FactorAnswer): Promise<void> {
    await this.prove(personId, proof);
    if (!(await this.means.passkeys.list(personId)).some(({ id }) => id === passkeyId)) return;
    await this.accounts.write({ personId }, removed('passkey'), async () => {
      await this.means.passkeys.remove(personId, passkeyId);
      await this.forgetUselessCodes(personId);
    });
  }

  /** New recovery codes in place of the earlier ones; answers the token that shows them. */
  async renewRecoveryCodes(personId: number, proof: FactorAnswer): Promise<string> {
    await this.prove(personId, proof);
    return this.accounts.write({ personId }, { action: 'recovery_codes.renewed' }, () =>
      this.means.recoveryCodes.issue(personId),
    );
  }

  showRecoveryCodes(personId: number, token: string): Promise<readonly string[] | null> {
    return this.means.recoveryCodes.show(personId, token);
  }

  /**
   * For a person who has lost every factor and every recovery code, by an operator who has made sure who asks: nothing of the earlier
   * proofs counts any more, and every session ends.
   */
  async resetAll(personId: number, by: 'command_line' | AccountSteward): Promise<void> {
    await this.accounts.write({ personId, by }, { action: 'second_factor.reset' }, () =>
      this.factors.removeEverything(personId, this.clock.now()),
    );
  }

  /** A further factor wants one that stands; the first wants a sign-in of these minutes. */
  private async mayAdd(owner: FactorOwner, proof: FactorAnswer | null): Promise<void> {
    if ((await this.listKinds(owner.personId)).length > 0) {
      if (!proof) throw refused();
      await this.prove(owner.personId, proof);
      return;
    }
    const opening = await this.factors.findSessionOpening(owner.sessionId);
    if (opening && this.clock.now() - opening.openedAt <= FRESH_FOR_MS) return;
    throw new UserError(
      'forbidden',
      'second_factor.not_fresh',
      'You signed in more than 15 minutes ago. Sign in again, then add the second factor.',
    );
  }

  /** Authenticator apps and browsers show it beside the name of the installation. */
  private async accountName(personId: number): Promise<{ readonly email: string; readonly name: string }> {
    return (await this.factors.findAccountName(personId)) ?? { email: '', name: '' };
  }

  private async firstRecoveryCodes(personId: number): Promise<string | null> {
    const left = await this.factors.countRecoveryCodes(personId);
    return left > 0 ? null : this.means.recoveryCodes.issue(personId);
  }

  /** Without a factor to stand in for, a recovery code opens nothing; a later factor gets new ones. */
  private async forgetUselessCodes(personId: number): Promise<void> {
    if ((await this.listKinds(personId)).length === 0) await this.factors.replaceRecoveryCodes(personId, []);
  }
}

function added(kind: Kind): AccountChange {
  return { action: 'second_factor.added', after: { kind } };
}

function removed(kind: Kind): AccountChange {
  return { action: 'second_factor.removed', before: { kind } };
}

function refused(): UserError {
  return new UserError(
    'forbidden',
    'second_factor.refused',
    'This did not prove who you are. Try again, or use another way.',
  );
}
