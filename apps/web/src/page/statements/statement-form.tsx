import type { RecommendationList, StatementDraftView, StatementView } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field, TextField } from '../../form/field.js';
import type { Visit } from '../../router/page.js';
import { TextArea } from '../submissions/text-area.js';

const LONGEST = 20_000;

export interface StatementFormProps {
  readonly visit: Visit;
  readonly action: string;
  readonly button: string;
  /** What goes along: what it corrects, or the writing that was read. */
  readonly hidden: Readonly<Record<string, number>>;
  readonly today: string;
  /** What it begins with: the draft, or what is corrected. */
  readonly from: StatementDraftView | StatementView | null;
  readonly isCorrection: boolean;
  readonly choices: RecommendationList;
  /** Id of the recommendation from which one came here. */
  readonly about?: string | null;
}

/** What is written of a statement. */
export function StatementForm(props: StatementFormProps) {
  const { visit, action, button, hidden, today, from, isCorrection } = props;
  const { wording } = visit;
  const words = wording.say.statement.form;
  const typed = visit.typedInto(action);
  const first = from?.texts.find(({ language }) => language === from.writtenIn);
  const other = from?.texts.find(({ language }) => language !== from.writtenIn);
  return (
    <ActForm visit={visit} action={action} button={button} keep={{ by: 'person' }}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isCorrection && (
        <TextField
          name="correction"
          label={words.correction}
          hint={words.correctionHint}
          required
          longest={1000}
          value={from !== null && 'writing' in from ? (from.correction ?? '') : ''}
        />
      )}
      <Choice name="language" label={words.language} chosen={from?.writtenIn ?? wording.language}>
        {Object.entries(wording.say.statement.page.languages).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Field
        name="statement_title"
        label={words.statementTitle}
        autocomplete="off"
        longest={200}
        value={first?.title ?? ''}
      />
      <TextArea
        name="statement_text"
        label={words.text}
        hint={words.textHint}
        rows={12}
        longest={LONGEST}
        required
        value={typed.get('statement_text') ?? first?.text ?? ''}
      />
      <DayField name="dated_on" label={words.datedOn} value={from?.datedOn ?? today} until={today} />
      <details
        class="change"
        open={other !== undefined || (typed.get('other_title') ?? '') !== '' || typed.has('other_text')}
      >
        <summary>{words.other}</summary>
        <p class="note">{words.otherWhat}</p>
        <Field
          name="other_title"
          label={words.otherTitle}
          autocomplete="off"
          longest={200}
          required={false}
          value={other?.title ?? ''}
        />
        <TextArea
          name="other_text"
          label={words.otherText}
          rows={8}
          longest={LONGEST}
          value={typed.get('other_text') ?? other?.text ?? ''}
        />
      </details>
      <AboutField {...props} typed={typed} />
    </ActForm>
  );
}

/** Recommendations to tick; where the State has more than the list holds, also a field for the others. */
function AboutField({
  visit: { wording },
  from,
  about,
  choices,
  typed,
}: StatementFormProps & { readonly typed: URLSearchParams }) {
  const words = wording.say.statement.form;
  const kept = [...(from?.recommendations.map(({ id }) => id) ?? []), ...(about ? [about] : [])];
  const cameBack = typed.size > 0;
  const ticked = new Set(cameBack ? typed.getAll('recommendations') : kept);
  const listed = new Set(choices.items.map(({ id }) => id));
  const unlisted = cameBack ? (typed.get('others') ?? '') : kept.filter((id) => !listed.has(id)).join('\n');
  return (
    <>
      <details class="change" open={ticked.size > 0}>
        <summary>
          {words.about}
          {ticked.size > 0 && <span class="second">{words.ticked(ticked.size)}</span>}
        </summary>
        <fieldset class="choices">
          <legend>{words.aboutHint}</legend>
          {choices.items.map(({ id, code, title }) => (
            <label key={id} class="choice">
              <input type="checkbox" name="recommendations" value={id} checked={ticked.has(id)} />
              <span>{`${wording.code(code)} ${title}`}</span>
            </label>
          ))}
        </fieldset>
      </details>
      {(choices.nextCursor !== null || unlisted !== '') && (
        <TextField
          name="others"
          label={words.others}
          hint={words.othersHint}
          longest={10_000}
          value={unlisted}
        />
      )}
    </>
  );
}
