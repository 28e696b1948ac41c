import type { Wording } from '../wording/wording.js';
import { TextField } from './field.js';

/** Why something is changed: it stands in the history beside the change. */
export function ReasonField({ wording }: { readonly wording: Wording }) {
  const words = wording.say.institution;
  return <TextField name="reason" label={words.reason} hint={words.reasonHint} required />;
}
