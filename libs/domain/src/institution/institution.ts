/** Kinds of people in one installation. */
export type Role =
  'public' | 'contributor' | 'focal_point' | 'monitoring_body' | 'ombudsperson' | 'secretariat' | 'operator';

export type ResponsibilityRole = 'lead' | 'support';

/** Someone who can receive a notice. `language` chooses the words of the mail. */
export interface Recipient {
  readonly personId: number;
  readonly institutionId: number | null;
  readonly role: Role;
  readonly language: 'en' | 'es';
  /** False once the address is known to fail for good. */
  readonly reachable: boolean;
  /** Heads the institution: hears of what its focal points leave unanswered. */
  readonly isHead: boolean;
}
