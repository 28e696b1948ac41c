import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { ExternalIdentityRepository, SignInChallengeRepository } from '#persistence';

import type { SecretBox } from '../secret/secret-box.js';
import { hashOfToken, newToken } from '../session/token.js';
import type { Departure, Issuer } from './issuer.js';

/** Long enough to type a password and a code at the issuer. */
const DEPARTED_FOR_MS = 10 * 60_000;
const OWNER = 'oidc';

/** Signs people in by the organisation's own sign-in. It never creates anybody: whoever comes was invited before. */
export class OidcSignIn {
  constructor(
    private readonly issuer: Issuer | null,
    private readonly identities: ExternalIdentityRepository,
    private readonly challenges: SignInChallengeRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Host of the issuer, for the button; null where none is configured. */
  get name(): string | null {
    return this.issuer?.host ?? null;
  }

  /** Where to send the browser, and the token that binds its return to the same browser. */
  async depart(): Promise<{
    readonly location: string;
    readonly token: string;
    readonly forSeconds: number;
  }> {
    const { location, ...departure } = await this.configured().depart();
    const token = newToken();
    const now = this.clock.now();
    await this.challenges.saveChallenge({
      tokenHash: hashOfToken(token),
      purpose: 'oidc',
      personId: null,
      payload: { sealed: this.box.seal(JSON.stringify(departure), OWNER) },
      now,
      expiresAt: now + DEPARTED_FOR_MS,
    });
    return { location, token, forSeconds: DEPARTED_FOR_MS / 1000 };
  }

  /** Who has come back. The first time an address that the issuer has checked finds the person; afterwards the subject does. */
  async arrive(query: string, token: string): Promise<number> {
    const issuer = this.configured();
    const taken = await this.challenges.takeChallenge(hashOfToken(token), 'oidc', this.clock.now());
    if (!taken)
      throw new UserError(
        'forbidden',
        'sign_in.oidc_refused',
        'This sign-in was not begun in this browser, or its ten minutes are over. Begin again.',
      );
    const { sealed } = taken.payload as { readonly sealed: string };
    const departure = JSON.parse(this.box.open(sealed, OWNER)) as Departure;
    const { issuer: iss, subject, verifiedEmail } = await issuer.arrive(query, departure);
    const known = await this.identities.findLinkedPerson(iss, subject);
    if (known !== null) return known;
    const invited =
      verifiedEmail === null
        ? null
        : await this.identities.linkByEmail(iss, subject, verifiedEmail, this.clock.now());
    if (invited !== null) return invited;
    throw new UserError(
      'forbidden',
      'sign_in.oidc_unknown',
      'Nobody was invited under the mail address that your organisation gives for you. Ask the secretariat for an invitation.',
    );
  }

  private configured(): Issuer {
    if (this.issuer) return this.issuer;
    throw new UserError(
      'not_found',
      'sign_in.oidc_absent',
      "No organisation's own sign-in is configured here.",
    );
  }
}
