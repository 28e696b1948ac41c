import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';

import type { Clock, Instant } from '#domain';
import { OperationalError, UserError } from '#domain';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the browser is sent away with, and what its return is held against. */
export interface Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Arrival {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the issuer says that it has checked the address. */
  readonly verifiedEmail: string | null;
}

const TIMEOUT_S = 10;
/** Issuers change their addresses and keys seldom, but they do. */
const KNOWN_FOR_MS = 60 * 60_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The organisation's own sign-in: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 9700). It is asked
 * for its addresses when somebody first wants to sign in, so that Vigía starts while the issuer is down.
 */
export class Issuer {
  private known: { readonly configuration: Configuration; readonly until: Instant } | null = null;

  constructor(
    private readonly settings: OidcSettings,
    private readonly redirectUri: string,
    private readonly clock: Clock,
  ) {}

  get host(): string {
    return new URL(this.settings.issuer).host;
  }

  async depart(): Promise<Departure & { readonly location: string }> {
    const configuration = await this.configuration();
    const departure = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const location = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope: 'openid email',
      state: departure.state,
      nonce: departure.nonce,
      code_challenge: await calculatePKCECodeChallenge(departure.verifier),
      code_challenge_method: 'S256',
    });
    return { ...departure, location: location.href };
  }

  /**
   * Exchanges the code and checks the ID token: signature, issuer, audience, times, nonce.
   * @throws UserError `sign_in.oidc_refused`, OperationalError `sign_in.oidc_unreachable`
   */
  async arrive(query: string, { state, nonce, verifier }: Departure): Promise<Arrival> {
    const configuration = await this.configuration();
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw refused();
      const { iss, sub } = claims;
      // Many issuers put the address into the answer of their user-info address only.
      const said =
        claims['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await fetchUserInfo(configuration, tokens.access_token, sub)
          : claims;
      const { email, email_verified: verified } = said as Readonly<Record<string, unknown>>;
      const verifiedEmail = verified === true && typeof email === 'string' ? email : null;
      return { issuer: iss, subject: sub, verifiedEmail };
    } catch (cause) {
      throw isOutage(cause) ? this.unreachable(cause) : refused(cause);
    }
  }

  private async configuration(): Promise<Configuration> {
    const now = this.clock.now();
    if (this.known && this.known.until > now) return this.known.configuration;
    const { issuer, clientId, clientSecret } = this.settings;
    const address = new URL(issuer);
    // An open line is for a trial on one machine; openid-client refuses it anywhere else.
    const open = address.protocol === 'http:' && LOOPBACK.has(address.hostname);
    try {
      const configuration = await discovery(address, clientId, clientSecret, undefined, {
        timeout: TIMEOUT_S,
        execute: [enableNonRepudiationChecks, ...(open ? [allowInsecureRequests] : [])],
      });
      this.known = { configuration, until: now + KNOWN_FOR_MS };
      return configuration;
    } catch (cause) {
      throw this.unreachable(cause);
    }
  }

  private unreachable(cause: unknown): OperationalError {
    return new OperationalError(
      'sign_in.oidc_unreachable',
      `The sign-in of ${this.host} does not answer, or answers what this installation cannot use. Try again later, or sign in with your password.`,
      { cause },
    );
  }
}

/** A line that broke, a time that ran out, or a server at fault; all else is an answer that does not hold. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  const broken = error instanceof TypeError && error.message === 'fetch failed';
  return broken || code === 'OAUTH_TIMEOUT' || (cause instanceof Response && cause.status >= 500);
}

function refused(cause?: unknown): UserError {
  return new UserError(
    'forbidden',
    'sign_in.oidc_refused',
    'The answer of your organisation does not hold, or is no longer fresh. Begin again.',
    { cause },
  );
}
