import type { SubmissionDetail } from '#contracts';

import type { Visit } from '../../router/page.js';
import { TextArea } from './text-area.js';

interface DecisionFormsProps {
  readonly detail: SubmissionDetail;
  readonly at: string;
  readonly visit: Visit;
}

/** The version that was read goes along: whoever decides on something else than it is now is told so. */
export function DecisionForms({ detail, at, visit }: DecisionFormsProps) {
  const { wording, typedInto } = visit;
  const words = wording.say.submission.detail;
  const contribution = detail.obligation === null;
  const action = `${at}/decision`;
  const hidden = (step: string) => (
    <>
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="version" value={detail.version} />
      <input type="hidden" name="step" value={step} />
    </>
  );
  const brings = detail.figures?.rows.some(({ handedIn }) => handedIn !== null) ?? false;
  const against = detail.steps.includes('take_down')
    ? { step: 'take_down', label: words.takeDown, what: words.takeDownWhat }
    : { step: 'return', label: contribution ? words.doNotPublish : words.return, what: null };
  return (
    <>
      {detail.steps.includes('accept') && (
        <form class="act" method="post" action={action}>
          {hidden('accept')}
          <p class="note">
            {contribution ? words.publishWhat : brings ? words.acceptFiguresWhat : words.acceptWhat}
          </p>
          <button class="button button-main" type="submit">
            {contribution ? words.publish : words.accept}
          </button>
        </form>
      )}
      <form class="act" method="post" action={action}>
        {hidden(against.step)}
        {against.what !== null && <p class="note">{against.what}</p>}
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          longest={500}
          required
          value={typedInto(action).get('reason') ?? ''}
        />
        <button class="button" type="submit">
          {against.label}
        </button>
      </form>
    </>
  );
}

export function UnlockForm({ at, visit }: Omit<DecisionFormsProps, 'detail'>) {
  const { wording, typedInto } = visit;
  const words = wording.say.submission.detail;
  const action = `${at}/unlock`;
  return (
    <details class="change">
      <summary>{words.unlock}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <p class="note">{words.unlockWhat}</p>
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          longest={500}
          required
          value={typedInto(action).get('reason') ?? ''}
        />
        <button class="button" type="submit">
          {words.unlock}
        </button>
      </form>
    </details>
  );
}
