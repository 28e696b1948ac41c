/** How a matter stands that came up to the ombudsperson: nobody has answered yet, somebody has, or its cause is gone. */
export const ESCALATION_STANDS = ['open', 'answered', 'settled'] as const;
export type EscalationStands = (typeof ESCALATION_STANDS)[number];

/** What became of the mail that told the office; `none`: nobody was there to be told. */
export const TELLING_OUTCOMES = ['sent', 'waiting', 'in_doubt', 'refused', 'none'] as const;
export type TellingOutcome = (typeof TELLING_OUTCOMES)[number];
