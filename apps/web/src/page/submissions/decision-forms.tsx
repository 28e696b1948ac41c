import type { SubmissionDetail } from '#contracts';

import { pageUrl } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { bringsFigures } from './submission-words.js';
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
  const brings = bringsFigures(detail.figures);
  const confirming = brings && visit.address.query.get('confirm') === 'accept';
  const against = detail.steps.includes('take_down')
    ? { step: 'take_down', label: words.takeDown, what: words.takeDownWhat }
    : { step: 'return', label: contribution ? words.doNotPublish : words.return, what: null };
  return (
    <>
      {detail.steps.includes('accept') && brings && !confirming && (
        <div class="act">
          <p class="note">{words.acceptFiguresWhat}</p>
          <a
            class="button button-main"
            href={`${pageUrl(wording.language, at, { confirm: 'accept' })}#accept`}
          >
            {words.accept}
          </a>
        </div>
      )}
      {detail.steps.includes('accept') && (!brings || confirming) && (
        <form class="act" method="post" action={action}>
          {hidden('accept')}
          {confirming ? (
            <Confirmation detail={detail} visit={visit} />
          ) : (
            <p class="note">{contribution ? words.publishWhat : words.acceptWhat}</p>
          )}
          <button class="button button-main" type="submit">
            {confirming ? words.confirmAccept : contribution ? words.publish : words.accept}
          </button>
          {confirming && <a href={`${pageUrl(wording.language, at)}#decide`}>{words.notYet}</a>}
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

/** What cannot be undone is told beforehand: which figures go on record in place of which, and who gets them. */
function Confirmation({ detail, visit: { wording } }: Omit<DecisionFormsProps, 'at'>) {
  const words = wording.say.submission.detail;
  const rows = (detail.figures?.rows ?? []).filter(({ handedIn }) => handedIn !== null);
  const revised = rows.filter(({ accepted }) => accepted !== null).length;
  return (
    <>
      <h3 id="accept" tabIndex={-1}>
        {words.confirmTitle(rows.length)}
      </h3>
      <ul>
        <li>{words.confirmRecord(rows.length - revised, revised)}</li>
        <li>{words.confirmPublished}</li>
        <li>{words.confirmLocked}</li>
      </ul>
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
