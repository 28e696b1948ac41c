import { UserError } from '#domain';
import type { CredentialRepository } from '#persistence';

import type { SignInAttempts } from '../attempt/sign-in-attempts.js';
import type { PasswordHasher } from '../password/password-hasher.js';
import type { KnownDevices } from './known-devices.js';
import type { SignIns, SignedIn } from './sign-ins.js';

export interface PasswordProof {
  readonly email: string;
  readonly password: string;
  /** Where the request came from. */
  readonly address: string;
  /** The browser's own name for itself. */
  readonly device: string;
  /** The mark of a browser that signed in before, if it brought one. */
  readonly deviceMark: string | undefined;
}

export interface SignedInByPassword extends SignedIn {
  /** To be kept by the browser. */
  readonly deviceMark: string;
}

/** An address as it is counted and compared: people write theirs with capitals and spaces. */
export function accountNameOf(email: string): string {
  return email.trim().toLowerCase();
}

/** E-mail address and password. Who is not known is told the same, after the same work (ASVS 5, 6.3.8). */
export class PasswordSignIn {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly hasher: PasswordHasher,
    private readonly attempts: SignInAttempts,
    private readonly devices: KnownDevices,
    private readonly signIns: SignIns,
  ) {}

  /** @throws UserError `sign_in.wait`, `sign_in.wrong` or `sign_in.no_role`. */
  async signIn(proof: PasswordProof): Promise<SignedInByPassword> {
    const account = accountNameOf(proof.email);
    const known = this.devices.recognise(proof.deviceMark, account);
    const attempt =
      known === null
        ? await this.attempts.fromAnywhere(account, proof.address)
        : await this.attempts.fromKnownDevice(account, known);
    if (!attempt)
      throw new UserError(
        'forbidden',
        'sign_in.wait',
        'There were too many attempts. Wait before the next one, or have a link sent to your address.',
      );
    const found = await this.credentials.findByEmail(account);
    const hash = found?.passwordHash ?? null;
    const right = await this.hasher.verify(hash, proof.password);
    if (!found || hash === null || !right || found.endedAt !== null)
      throw new UserError(
        'forbidden',
        'sign_in.wrong',
        'Address and password do not belong together. Both may be mistyped.',
      );
    await attempt.succeeded();
    if (this.hasher.isWeaker(hash))
      await this.credentials.replaceHash(found.personId, hash, await this.hasher.hash(proof.password));
    const signedIn = await this.signIns.begin({
      personId: found.personId,
      proven: ['password'],
      device: proof.device,
    });
    return { ...signedIn, deviceMark: this.devices.mark(account) };
  }
}
