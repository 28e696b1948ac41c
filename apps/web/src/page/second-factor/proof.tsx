import type { ComponentChildren } from 'preact';

import { CodeField, PasskeyForm } from './factor-forms.js';
import { proofOptionsFor } from './factor-section.js';
import type { FactorSectionProps } from './factor-section.js';

interface ProofProps extends FactorSectionProps {
  readonly id: string;
  readonly action: string;
  /** What a screen reader says of the button, where several say the same. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A change that asks first whether it is still the owner: a code, or a passkey. */
export function Proof({ id, action, label, factors, wording, children }: ProofProps) {
  const words = wording.say.secondFactor.account;
  const proofOptions = proofOptionsFor(factors);
  return (
    <details class="change">
      <summary aria-label={label}>{children}</summary>
      <PasskeyForm action={action} proofOptions={proofOptions} wording={wording}>
        <CodeField
          id={`proof-${id}`}
          label={words.proof}
          hint={proofOptions === undefined ? words.proofHint : words.proofOrPasskey}
          optional={proofOptions !== undefined}
        />
        <button class="button" type="submit" aria-label={label}>
          {children}
        </button>
      </PasskeyForm>
    </details>
  );
}
