import type { Wording } from '../wording/wording.js';

/** Why something is changed: it stands in the history beside the change. */
export function ReasonField({ wording }: { readonly wording: Wording }) {
  const words = wording.say.institution;
  return (
    <label class="field">
      <span class="field-label">{words.reason}</span>
      <span class="field-hint">{words.reasonHint}</span>
      <textarea name="reason" rows={2} maxLength={500} required />
    </label>
  );
}
