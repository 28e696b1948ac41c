import type { Clock } from '#domain';
import {
  ExternalIdentityRepository,
  PasskeyRepository,
  SecondFactorRepository,
  SignInChallengeRepository,
} from '#persistence';
import type { RecordDatabase } from '#persistence';

import type { AccountRecord } from '../account/account-record.js';
import { Issuer } from '../oidc/issuer.js';
import type { OidcSettings } from '../oidc/issuer.js';
import { OidcSignIn } from '../oidc/oidc-sign-in.js';
import { OneTimePasswords } from '../one-time-password/one-time-passwords.js';
import { Passkeys } from '../passkey/passkeys.js';
import { relyingPartyOf } from '../passkey/relying-party.js';
import { RecoveryCodes } from '../recovery-code/recovery-codes.js';
import { SecondFactorAttempts } from '../second-factor/attempts.js';
import { SecondFactorSignIn } from '../second-factor/second-factor-sign-in.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { SecretBox } from '../secret/secret-box.js';
import type { SecurityLog } from '../security-log/security-log.js';
import type { Sessions } from '../session/sessions.js';
import type { SignIns } from '../sign-in/sign-ins.js';
import type { Visitors } from '../session/visitors.js';

/** Where the organisation's own sign-in sends browsers back to. */
const OIDC_CALLBACK = '/sign-in/oidc/callback';

export interface SecondFactorGround {
  readonly record: RecordDatabase;
  readonly clock: Clock;
  readonly accounts: AccountRecord;
  readonly security: SecurityLog;
  readonly sessions: Sessions;
  readonly visitors: Visitors;
  readonly signIns: SignIns;
  readonly settings: {
    readonly publicUrl: string;
    readonly sessionSecret: string;
    readonly oidc?: OidcSettings | null;
  };
}

export interface ComposedSecondFactors {
  readonly secondFactors: SecondFactors;
  readonly secondFactorSignIn: SecondFactorSignIn;
  readonly passkeys: Passkeys;
  readonly oidcSignIn: OidcSignIn;
}

export function composeSecondFactors(ground: SecondFactorGround): ComposedSecondFactors {
  const { record, clock, accounts, settings } = ground;
  const factors = new SecondFactorRepository(record);
  const challenges = new SignInChallengeRepository(record);
  const challengeBox = new SecretBox(settings.sessionSecret, 'sign-in-challenge');
  const party = relyingPartyOf(settings.publicUrl);
  const passkeys = new Passkeys(new PasskeyRepository(record), challenges, party, clock);
  const secondFactors = new SecondFactors(
    factors,
    {
      passwords: new OneTimePasswords(
        factors,
        new SecretBox(settings.sessionSecret, 'one-time-password'),
        clock,
      ),
      recoveryCodes: new RecoveryCodes(factors, challenges, challengeBox, clock),
      passkeys,
    },
    new SecondFactorAttempts(factors, clock, ground.security),
    accounts,
    clock,
  );
  const issuer = settings.oidc
    ? new Issuer(settings.oidc, `${settings.publicUrl}${OIDC_CALLBACK}`, clock)
    : null;
  return {
    secondFactors,
    secondFactorSignIn: new SecondFactorSignIn(
      { record, factors, secondFactors, passkeys, clock },
      ground.sessions,
      ground.visitors,
      ground.signIns,
    ),
    passkeys,
    oidcSignIn: new OidcSignIn(
      issuer,
      new ExternalIdentityRepository(record),
      challenges,
      challengeBox,
      clock,
    ),
  };
}
