/** Who assesses. The three are kept apart: none speaks for another, and no grade is made of two of them. */
export const ASSESSORS = ['state', 'ombudsperson', 'committee'] as const;
export type Assessor = (typeof ASSESSORS)[number];

/** What a body says of a recommendation is public at once; the ombudsperson's may stay confidential, or become public later. */
export const OPENNESSES = ['published', 'confidential'] as const;
export type Openness = (typeof OPENNESSES)[number];
