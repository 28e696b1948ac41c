import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { PasskeyRepository, SignInChallengeRepository, StoredPasskey } from '#persistence';

import { hashOfToken } from '../session/token.js';
import type { RelyingParty } from './relying-party.js';

/** A browser asks its owner for a finger or a PIN in this time, once. */
const CHALLENGE_FOR_MS = 5 * 60_000;
const NAME = 'Vigía';
/** EdDSA, ES256, RS256 by their COSE numbers (RFC 9053, RFC 8812). */
const ALGORITHMS = [-8, -7, -257];

type NewPasskey = Omit<StoredPasskey, 'id' | 'lastUsedAt'>;
type Purpose = 'passkey_registration' | 'passkey_sign_in';

/** Passkeys (WebAuthn 3). No attestation is asked for: whose make an authenticator is, is nobody's business here. */
export class Passkeys {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly challenges: SignInChallengeRepository,
    private readonly party: RelyingParty | null,
    private readonly clock: Clock,
  ) {}

  /** Whether browsers offer passkeys at this address. */
  get offered(): boolean {
    return this.party !== null;
  }

  list(personId: number): Promise<readonly StoredPasskey[]> {
    return this.passkeys.listPasskeys(personId);
  }

  async registrationOptions(
    personId: number,
    email: string,
    name: string,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: NAME,
      rpID: this.atHome().id,
      userName: email,
      userDisplayName: name,
      userID: new Uint8Array(Buffer.from(handleOf(personId))),
      timeout: CHALLENGE_FOR_MS,
      attestationType: 'none',
      excludeCredentials: (await this.list(personId)).map(descriptor),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    await this.remember(options.challenge, 'passkey_registration', personId);
    return options;
  }

  /** What a browser's answer registers; the challenge is used up, whatever becomes of it. */
  async verifyRegistration(personId: number, name: string, answer: unknown): Promise<NewPasskey> {
    const { id, origin } = this.atHome();
    const response = answer as RegistrationResponseJSON;
    const expectedChallenge = await this.take(response, 'passkey_registration', personId);
    const { verified, registrationInfo } = await refusing(() =>
      verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: false,
        supportedAlgorithmIDs: ALGORITHMS,
      }),
    );
    if (!verified) throw refused();
    const { credential } = registrationInfo;
    return {
      personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: credential.transports ?? [],
      name,
      createdAt: this.clock.now(),
    };
  }

  async save(passkey: NewPasskey): Promise<void> {
    if (!(await this.passkeys.savePasskey(passkey))) throw refused();
  }

  /** With a person: any passkey of that person, as a second factor. Without: whatever the browser offers, as the only one. */
  async signInOptions(personId: number | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await generateAuthenticationOptions({
      rpID: this.atHome().id,
      timeout: CHALLENGE_FOR_MS,
      allowCredentials: personId === null ? [] : (await this.list(personId)).map(descriptor),
      userVerification: personId === null ? 'required' : 'preferred',
    });
    await this.remember(options.challenge, 'passkey_sign_in', personId);
    return options;
  }

  /**
   * Whose passkey has signed. Alone it counts as two factors, so the authenticator must have asked for a finger or a PIN.
   * @throws UserError `second_factor.refused`
   */
  async verify(personId: number | null, answer: unknown): Promise<number> {
    const { id, origin } = this.atHome();
    const response = answer as AuthenticationResponseJSON;
    const expectedChallenge = await this.take(response, 'passkey_sign_in', personId);
    const passkey = await this.passkeys.findPasskey(textOf(response.id));
    if (!passkey || (personId !== null && passkey.personId !== personId)) throw refused();
    const { verified, authenticationInfo } = await refusing(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: personId === null,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.signCount,
        },
      }),
    );
    if (!verified) throw refused();
    if (!(await this.passkeys.markUsed(passkey, authenticationInfo.newCounter, this.clock.now())))
      throw refused();
    return passkey.personId;
  }

  remove(personId: number, passkeyId: number): Promise<boolean> {
    return this.passkeys.removePasskey(personId, passkeyId);
  }

  private atHome(): RelyingParty {
    if (this.party) return this.party;
    throw new UserError(
      'conflict',
      'passkey.address',
      'Browsers offer passkeys only at a host name over https, or at localhost. Set PUBLIC_URL to such an address.',
    );
  }

  private remember(challenge: string, purpose: Purpose, personId: number | null): Promise<void> {
    const now = this.clock.now();
    return this.challenges.saveChallenge({
      tokenHash: hashOfToken(challenge),
      purpose,
      personId,
      payload: {},
      now,
      expiresAt: now + CHALLENGE_FOR_MS,
    });
  }

  /** The challenge that the answer names, if this server gave it to that person, lately, and for the first time. */
  private async take(
    answer: { readonly response?: { readonly clientDataJSON?: unknown } },
    purpose: Purpose,
    personId: number | null,
  ): Promise<string> {
    const challenge = challengeIn(answer?.response?.clientDataJSON);
    const taken = await this.challenges.takeChallenge(hashOfToken(challenge), purpose, this.clock.now());
    if (!taken || taken.personId !== personId) throw refused();
    return challenge;
  }
}

/** An opaque name for the authenticator; not personal data (WebAuthn 3, 14.6.1). */
function handleOf(personId: number): string {
  return `person:${personId}`;
}

function descriptor({ credentialId, transports }: StoredPasskey): { id: string; transports: string[] } {
  return { id: credentialId, transports: [...transports] };
}

function challengeIn(clientData: unknown): string {
  try {
    const read: unknown = JSON.parse(Buffer.from(textOf(clientData), 'base64url').toString('utf8'));
    return textOf((read as { readonly challenge?: unknown } | null)?.challenge);
  } catch {
    return '';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The library throws its own errors for every answer that does not hold. */
async function refusing<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (cause) {
    throw refused(cause);
  }
}

function refused(cause?: unknown): UserError {
  return new UserError(
    'forbidden',
    'second_factor.refused',
    'This did not prove who you are. Try again, or use another way.',
    { cause },
  );
}
