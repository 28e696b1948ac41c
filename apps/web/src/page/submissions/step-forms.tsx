import type { SubmissionDetail } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface StepFormsProps {
  readonly detail: SubmissionDetail;
  readonly at: string;
  readonly wording: Wording;
}

/** What an author can do besides writing, each a button with what it means. */
export function StepForms({ detail, at, wording }: StepFormsProps) {
  const words = wording.say.submission.detail;
  const steps = [
    { step: 'reopen', label: words.reopen, what: words.reopenWhat, main: true },
    { step: 'withdraw', label: words.withdraw, what: words.withdrawWhat, main: false },
  ] as const;
  return (
    <>
      {steps
        .filter(({ step }) => detail.steps.includes(step))
        .map(({ step, label, what, main }) => (
          <form key={step} class="act" method="post" action={`${at}/step`}>
            <input type="hidden" name="lang" value={wording.language} />
            <input type="hidden" name="version" value={detail.version} />
            <input type="hidden" name="step" value={step} />
            <p class="note">{what}</p>
            <button class={main ? 'button button-main' : 'button'} type="submit">
              {label}
            </button>
          </form>
        ))}
    </>
  );
}
