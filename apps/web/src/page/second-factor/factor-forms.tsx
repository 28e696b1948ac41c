import type { ComponentChildren } from 'preact';

import { Failed } from '../../form/form-problem.js';
import type { Wording } from '../../wording/wording.js';

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Passkeys stand in for it once script runs; else the browser wants it filled. */
  readonly optional?: boolean;
  readonly digits?: boolean;
}

export function CodeField({ id, label, hint, optional = false, digits = false }: CodeFieldProps) {
  return (
    <label class="field" for={id}>
      <span class="field-label">{label}</span>
      {hint !== '' && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        name="code"
        type="text"
        inputMode={digits ? 'numeric' : undefined}
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={100}
        required={!optional}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
      />
    </label>
  );
}

interface PasskeyFormProps {
  readonly action: string;
  /** Where the script gets a proof from an existing passkey, and options for a new one. */
  readonly proofOptions?: string | undefined;
  readonly newOptions?: string;
  readonly wording: Wording;
  readonly children: ComponentChildren;
}

/** A form that a passkey may fill; `passkey-forms.ts` wakes it up by its data attributes. */
export function PasskeyForm({ action, proofOptions, newOptions, wording, children }: PasskeyFormProps) {
  const passkey = proofOptions !== undefined || newOptions !== undefined;
  return (
    <form
      class="act"
      method="post"
      action={action}
      data-passkey={passkey ? '' : undefined}
      data-proof-options={proofOptions}
      data-new-options={newOptions}
    >
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="proof" value="" />
      {newOptions !== undefined && <input type="hidden" name="answer" value="" />}
      {children}
      {passkey && <Failed hidden>{wording.say.secondFactor.problems['passkey.stopped']}</Failed>}
    </form>
  );
}
