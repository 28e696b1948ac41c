/** What points at one person. The order is that of the sentences that name them. */
export const PERSONAL_DATA_KINDS = [
  'child_name',
  'identity_document',
  'date_of_birth',
  'email',
  'phone',
  'case_number',
] as const;

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
