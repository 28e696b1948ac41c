import type { DocumentDeadlineView, DocumentDetail } from '#contracts';

import { DueDate } from '../../due/due-date.js';
import { dueNote } from '../../due/due-words.js';
import { Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

interface DatesProps {
  readonly detail: DocumentDetail;
  readonly wording: Wording;
  /** The API decides; this only hides a form that it would refuse. */
  readonly mayChange: boolean;
}

/** Each date with its certainty, its reason and what it was before. */
export function DocumentDates({ detail, wording, mayChange }: DatesProps) {
  const words = wording.say.cycle;
  if (detail.deadlines.length === 0) return <p>{words.noDates}</p>;
  return (
    <>
      {detail.deadlines.map((deadline) => (
        <div class="document-date" key={deadline.id}>
          <h3>
            {[
              words.purposes[deadline.purpose] ?? deadline.purpose,
              deadline.paragraphs.length > 0 &&
                words.forParagraphs(deadline.paragraphs.map(wording.code).join(', ')),
            ]
              .filter(Boolean)
              .join(' ')}
          </h3>
          <p class="document-day">
            <DueDate due={deadline.due} wording={wording} />
          </p>
          <p class="note">
            {[dueNote(deadline.due, wording), deadline.rule && words.source(deadline.rule.source)]
              .filter(Boolean)
              .join(' ')}
          </p>
          <Earlier deadline={deadline} wording={wording} />
          {mayChange && <CommunicateForm deadline={deadline} detail={detail} wording={wording} />}
        </div>
      ))}
    </>
  );
}

interface EarlierProps {
  readonly deadline: DocumentDeadlineView;
  readonly wording: Wording;
}

/** The newest before first; what stands now is above. */
function Earlier({ deadline, wording }: EarlierProps) {
  const words = wording.say.cycle;
  const before = deadline.history.slice(0, -1).reverse();
  if (before.length === 0) return null;
  return (
    <table class="list stacked">
      <caption>{words.history}</caption>
      <thead>
        <tr>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.recorded}</th>
        </tr>
      </thead>
      <tbody>
        {before.map((line) => (
          <tr key={line.version}>
            <td class="day" data-label={words.date}>
              <DueDate due={line.due} wording={wording} />
            </td>
            <td data-label={words.why}>{dueNote(line.due, wording)}</td>
            <td data-label={words.where}>{words.origins[line.origin] ?? line.origin}</td>
            <td class="day" data-label={words.recorded}>
              {wording.shortDate(line.recordedOn)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CommunicateForm({ deadline, detail, wording }: EarlierProps & { readonly detail: DocumentDetail }) {
  const words = wording.say.cycle;
  return (
    <details class="change">
      <summary>{words.communicate}</summary>
      <form
        class="act"
        method="post"
        action={`/states/${encodeURIComponent(detail.state.iso3)}/deadlines/${deadline.id}/communicate`}
      >
        <input type="hidden" name="lang" value={wording.language} />
        <input type="hidden" name="document" value={detail.slug} />
        <p>{words.communicateWhat}</p>
        <Field name="dueOn" label={words.dueOn} hint={words.dueOnHint} longest={10} autocomplete="off" />
        <Field
          name="source"
          label={words.sourceField}
          hint={words.sourceHint}
          longest={300}
          autocomplete="off"
        />
        <Field name="reason" label={words.reason} hint={words.reasonHint} longest={500} autocomplete="off" />
        <button class="button button-main" type="submit">
          {words.communicateButton}
        </button>
      </form>
    </details>
  );
}
