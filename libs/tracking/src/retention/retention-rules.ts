export interface RetentionRule {
  /** Days after the last thing happened to it. */
  readonly days: number;
  readonly reason: string;
}

/** How long what speaks of persons is kept, and why no longer. `docs/privacy.md` prints this table; a test holds the two together. */
export const RETENTION_RULES = {
  message_body: {
    days: 180,
    reason:
      'A mail names a person and what that person owes. Half a year answers "what did you write to us?"; subject, recipient and outcome stay in the ledger.',
  },
  sign_in_attempt: {
    days: 30,
    reason:
      'Failed attempts slow down guessing, which is over in hours; a month lets an attack be looked into.',
  },
  sign_in_link: {
    days: 90,
    reason: 'A link that was used or has expired opens nothing; a quarter shows who was invited by whom.',
  },
  contribution_contact: {
    days: 180,
    reason:
      'The address of somebody who wrote from a public page serves the one answer and is deleted with it; half a year is the most that a review may take.',
  },
  subscription: {
    days: 7,
    reason:
      'An address that was left to hear of news and that nobody confirmed. Somebody else may have typed it in; a week is enough to open a mail. What was confirmed is kept until it is ended.',
  },
  session: {
    days: 90,
    reason:
      'An ended session opens nothing; a quarter lets a person ask from which devices the account was used.',
  },
  sign_in_challenge: {
    days: 90,
    reason: 'An expired challenge proves nothing; it is kept as long as the session it led to.',
  },
  security_event: {
    days: 180,
    reason:
      'Who came in how, and who was refused what: attacks are often found months later. Half a year is enough to look back; no address and no text is in it.',
  },
  uhri_import: {
    days: 7,
    reason:
      'An export of the Universal Human Rights Index that was uploaded and neither saved nor discarded. A week is enough to look at it; it can be uploaded again.',
  },
  figure_upload: {
    days: 7,
    reason:
      'A file of figures that was uploaded and neither saved nor discarded, and what reading it found. A week is enough to look at it; it can be uploaded again. What was saved stays on record, without the file.',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type Retained = keyof typeof RETENTION_RULES;
