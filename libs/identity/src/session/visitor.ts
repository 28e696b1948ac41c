import type { Role } from '#domain';
import type { HeldMembership, Institution } from '#persistence';

/** One role in one State, on the day of the visit. */
export type VisitorMembership = HeldMembership;

/** How the visitor was recognised. A session whose second factor is still due proves nothing yet. */
export type Recognition =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly sessionId: number; readonly secondFactorDue: boolean }
  | { readonly kind: 'api_token'; readonly tokenId: number; readonly permissions: readonly string[] };

/** Who is looking: a person with the roles that person holds, or the public. */
export interface Visitor {
  readonly personId: number | null;
  readonly name: string | null;
  readonly recognition: Recognition;
  readonly memberships: readonly VisitorMembership[];
  /** Whether the person has set up a passkey or an authenticator app. */
  readonly hasSecondFactor: boolean;
  /** The first membership, whose desk opens after signing in. */
  readonly role: Role;
  readonly state: string | null;
  readonly institution: Institution | null;
}

export const THE_PUBLIC: Visitor = {
  personId: null,
  name: null,
  recognition: { kind: 'none' },
  memberships: [],
  hasSecondFactor: false,
  role: 'public',
  state: null,
  institution: null,
};
