import type { SecondFactorsView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export interface FactorSectionProps {
  readonly factors: SecondFactorsView;
  readonly wording: Wording;
}

export function hasFactor({ oneTimePassword, passkeys }: SecondFactorsView): boolean {
  return oneTimePassword || passkeys.length > 0;
}

/** Where the script lets an existing passkey prove that it is still the owner; undefined without a passkey. */
export function proofOptionsFor({ passkeys, passkeysOffered }: SecondFactorsView): string | undefined {
  return passkeysOffered && passkeys.length > 0 ? '/api/v1/account/proof-options' : undefined;
}
