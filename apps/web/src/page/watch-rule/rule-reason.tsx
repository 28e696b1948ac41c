import { TextField } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

const LONGEST = 500;

/** Why a rule is changed. */
export function RuleReason({ wording }: { readonly wording: Wording }) {
  const words = wording.say.watchRule;
  return <TextField name="reason" label={words.reason} hint={words.reasonHint} longest={LONGEST} required />;
}

/** A reason as it was given, with who gave it. */
export function saidBy(reason: string, person: string | null, wording: Wording): string {
  return person === null ? reason : `${reason} (${wording.say.watchRule.by(person)})`;
}
