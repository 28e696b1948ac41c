import type { IntakeView } from '#contracts';

import { Choice, Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';
import { Lines } from './lines.js';

type Paragraph = IntakeView['paragraphs'][number];

interface Props {
  readonly intake: IntakeView;
  readonly paragraph: Paragraph;
  readonly wording: Wording;
}

/** The lines of a paragraph on the left, how they are read on the right. */
export function ParagraphComparison({ intake, paragraph, wording }: Props) {
  const { preview } = wording.say.intake;
  const { number, headings, excerpt, written, recommendations, corrected, warnings } = paragraph;
  return (
    <article class="comparison" id={`paragraph-${number}`} aria-label={preview.paragraph(number)}>
      <div class="comparison-source" lang={intake.language}>
        {excerpt === null ? (
          <p class="second" lang={wording.language}>
            {preview.noExcerpt}
          </p>
        ) : (
          <pre>{excerpt}</pre>
        )}
      </div>
      <div class="comparison-reading">
        <p class="comparison-place" lang={intake.language}>
          {headings.join(' › ')}
        </p>
        <p class="comparison-kind">
          <b>{preview.paragraph(number)}</b>
          {`: ${preview.kinds[written.kind] ?? written.kind}`}
          {written.verb !== null && `, ${preview.verbs[written.verb] ?? written.verb}`}
        </p>
        <p>
          {recommendations.length === 0
            ? preview.trackedNone
            : preview.tracked(recommendations.map(wording.code).join(', '))}
          {written.concernParagraph !== null && ` (${preview.answers(written.concernParagraph)})`}
        </p>
        {written.references !== '' && <Lines label={preview.references} text={written.references} />}
        {written.articles !== '' && <Lines label={preview.articles} text={written.articles} />}
        {warnings.map(({ code, message }) => (
          <p class="late-words" key={code}>
            {message}
          </p>
        ))}
        {corrected !== null && (
          <p class="second">
            {preview.corrected(corrected.by, wording.shortDate(corrected.on))}
            {corrected.reason !== null && ` ${corrected.reason}`}
          </p>
        )}
        {intake.intakeState === 'open' && (
          <CorrectionForm intake={intake} paragraph={paragraph} wording={wording} />
        )}
      </div>
    </article>
  );
}

function CorrectionForm({ intake, paragraph, wording }: Props) {
  const { preview } = wording.say.intake;
  const { number, written, corrected } = paragraph;
  const action = `/states/${encodeURIComponent(intake.state.iso3)}/intakes/${intake.id}/paragraphs/${number}`;
  return (
    <details class="change">
      <summary aria-label={preview.correctParagraph(number)}>{preview.correct}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <Choice name="kind" label={preview.kind} required>
          <Options words={preview.kinds} chosen={written.kind} />
        </Choice>
        <Choice name="verb" label={preview.verb}>
          <option value="">{preview.noVerb}</option>
          <Options words={preview.verbs} chosen={written.verb} />
        </Choice>
        <Choice name="chapeau" label={preview.chapeau}>
          <option value="">{preview.noChapeau}</option>
          <Options words={preview.chapeaux} chosen={written.chapeau} />
        </Choice>
        <Choice name="concernParagraph" label={preview.concern}>
          <option value="">{preview.empty}</option>
          {intake.paragraphs
            .filter((other) => other.written.kind === 'concern')
            .map((other) => (
              <option
                key={other.number}
                value={other.number}
                selected={other.number === written.concernParagraph}
              >
                {preview.paragraph(other.number)}
              </option>
            ))}
        </Choice>
        <label class="field">
          <span class="field-label">{preview.words}</span>
          <span class="field-hint">{preview.wordsHint}</span>
          <textarea name="words" rows={8} lang={intake.language} spellcheck={false}>
            {written.words}
          </textarea>
        </label>
        <label class="field">
          <span class="field-label">{preview.references}</span>
          <span class="field-hint">{preview.referencesHint}</span>
          <textarea name="references" rows={2} spellcheck={false}>
            {written.references}
          </textarea>
        </label>
        <label class="field">
          <span class="field-label">{preview.articles}</span>
          <span class="field-hint">{preview.articlesHint}</span>
          <textarea name="articles" rows={2} spellcheck={false}>
            {written.articles}
          </textarea>
        </label>
        <Field name="reason" label={preview.reason} required={false} longest={500} />
        <button class="button button-main" type="submit" name="act" value="keep">
          {preview.keep}
        </button>
        {corrected !== null && (
          <button class="button" type="submit" name="act" value="withdraw">
            {preview.withdraw}
          </button>
        )}
      </form>
    </details>
  );
}

interface OptionsProps {
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: string | null;
}

function Options({ words, chosen }: OptionsProps) {
  return (
    <>
      {Object.entries(words).map(([value, label]) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}
