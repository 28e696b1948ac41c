import type { Clock } from '#domain';
import { UserError } from '#domain';
import type { RecordDatabase, SecondFactorRepository } from '#persistence';

import type { Passkeys } from '../passkey/passkeys.js';
import type { Proof, Sessions } from '../session/sessions.js';
import type { Visitor } from '../session/visitor.js';
import type { Visitors } from '../session/visitors.js';
import type { SignIns, SignedIn } from '../sign-in/sign-ins.js';
import type { FactorAnswer, SecondFactors } from './second-factors.js';

/** A sign-in that was left half-way is begun anew after this. */
const HALF_OPEN_FOR_MS = 15 * 60_000;

/** Where a second factor, or a passkey alone, opens a session. */
export class SecondFactorSignIn {
  constructor(
    private readonly ground: {
      readonly record: RecordDatabase;
      readonly factors: SecondFactorRepository;
      readonly secondFactors: SecondFactors;
      readonly passkeys: Passkeys;
      readonly clock: Clock;
    },
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly signIns: SignIns,
  ) {}

  /** Which person a half-open session waits for. @throws UserError `second_factor.not_due` */
  async personOf(visitor: Visitor): Promise<number> {
    return (await this.halfOpen(visitor)).personId;
  }

  /** A passkey's options: of the person whose session is half-open, else of whoever comes. */
  async passkeyOptions(visitor: Visitor): Promise<object> {
    return this.ground.passkeys.signInOptions(isHalfOpen(visitor) ? await this.personOf(visitor) : null);
  }

  /** Ends the half-open session and opens a full one under a new token, so that a token known earlier opens nothing. */
  async complete(visitor: Visitor, answer: FactorAnswer, device = ''): Promise<SignedIn> {
    const { personId, proven, sessionId } = await this.halfOpen(visitor);
    const proof = await this.ground.secondFactors.prove(personId, answer);
    const session = await this.ground.record.runShared(async () => {
      if (!(await this.ground.factors.endHalfOpen(sessionId, this.ground.clock.now()))) throw notDue();
      return this.sessions.open({ personId, proven: [...proven, proof], device });
    });
    return {
      session,
      visitor: await this.visitors.visitor(personId, { kind: 'none' }),
      proven: [...proven, proof],
      secondFactorDue: false,
    };
  }

  /** A passkey proves possession, and by its finger or PIN a second thing: no password is asked for. */
  async byPasskey(visitor: Visitor, response: unknown, device = ''): Promise<SignedIn> {
    if (isHalfOpen(visitor)) return this.complete(visitor, { kind: 'passkey', response }, device);
    const personId = await this.ground.passkeys.verify(null, response);
    return this.signIns.begin({ personId, proven: ['passkey'], device });
  }

  /** Opens a session for a person whom an organisation's own sign-in has named; factors set up here are asked for as well. */
  byOrganisation(personId: number, device = ''): Promise<SignedIn> {
    return this.signIns.begin({ personId, proven: ['oidc'], device });
  }

  private async halfOpen({
    recognition,
  }: Visitor): Promise<{ personId: number; proven: Proof[]; sessionId: number }> {
    if (recognition.kind !== 'session' || !recognition.secondFactorDue) throw notDue();
    const { sessionId } = recognition;
    const opening = await this.ground.factors.findSessionOpening(sessionId);
    if (!opening || this.ground.clock.now() - opening.openedAt > HALF_OPEN_FOR_MS) throw notDue();
    return { personId: opening.personId, proven: opening.proven as Proof[], sessionId };
  }
}

function isHalfOpen({ recognition }: Visitor): boolean {
  return recognition.kind === 'session' && recognition.secondFactorDue;
}

function notDue(): UserError {
  return new UserError(
    'forbidden',
    'second_factor.not_due',
    'No sign-in waits for its second factor here, or its 15 minutes are over. Sign in again.',
  );
}
