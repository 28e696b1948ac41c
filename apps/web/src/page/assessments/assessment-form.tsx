import type { AssessmentScaleList, ItemAssessments } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { recommendationPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import type { ASSESSORS } from './three-assessments.js';

interface AssessmentFormProps {
  readonly assessor: (typeof ASSESSORS)[number];
  readonly reading: ItemAssessments;
  readonly scales: AssessmentScaleList;
  readonly visit: Visit;
  /** Numbers of those that could be superseded. */
  readonly standing: readonly number[];
}

/** What one of the three says; a committee's words come from a document. */
export function AssessmentForm({ assessor, reading, scales, visit, standing }: AssessmentFormProps) {
  const { wording } = visit;
  const words = wording.say.assessment.form;
  const action = `${recommendationPath(reading.state.iso3, reading.recommendation.id)}/assessments`;
  const sent = visit.typedInto(action);
  const typed = sent.get('assessor') === assessor ? sent : new URLSearchParams();
  const committee = assessor === 'committee';
  return (
    <details class="change" open={typed.size > 0}>
      <summary>{words[assessor]}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <input type="hidden" name="assessor" value={assessor} />
        {committee && <p class="note">{words.committeeHint}</p>}
        <Grades
          assessor={assessor}
          reading={reading}
          scales={scales}
          visit={visit}
          chosen={typed.get('grade')}
        />
        <DayField
          name="assessed_on"
          label={committee ? words.documentDay : words.day}
          value={typed.get('assessed_on') ?? (committee ? '' : reading.today)}
          until={reading.today}
        />
        {committee && (
          <>
            <Field
              name="symbol"
              label={words.symbol}
              hint={words.symbolHint}
              autocomplete="off"
              longest={120}
              value={typed.get('symbol') ?? ''}
            />
            <Field
              name="paragraph"
              label={words.paragraph}
              autocomplete="off"
              longest={60}
              value={typed.get('paragraph') ?? ''}
            />
          </>
        )}
        <label class="field">
          <span class="field-label">{committee ? words.quote : words.text}</span>
          <textarea name="text" rows={5} maxLength={4000} required>
            {typed.get('text') ?? ''}
          </textarea>
        </label>
        <Choice name="language" label={words.language}>
          {(['en', 'es', 'fr'] as const).map((code) => (
            <option key={code} value={code} selected={code === (typed.get('language') ?? wording.language)}>
              {wording.say.recommendation.languageNames[code]}
            </option>
          ))}
        </Choice>
        {!committee && (
          <Field
            name="source"
            label={words.source}
            hint={words.sourceHint}
            required={false}
            autocomplete="off"
            longest={500}
            value={typed.get('source') ?? ''}
          />
        )}
        {assessor === 'ombudsperson' && (
          <Choice name="openness" label={words.openness}>
            {Object.entries(words.opennesses).map(([code, label]) => (
              <option key={code} value={code} selected={code === typed.get('openness')}>
                {label}
              </option>
            ))}
          </Choice>
        )}
        {standing.length > 0 && (
          <>
            <Choice name="supersedes" label={words.supersedes} hint={words.supersedesHint}>
              <option value="">{words.supersedesNone}</option>
              {standing.map((id) => (
                <option key={id} value={id} selected={String(id) === typed.get('supersedes')}>
                  {wording.say.assessment.number(String(id))}
                </option>
              ))}
            </Choice>
            <Field
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              required={false}
              autocomplete="off"
              longest={500}
              value={typed.get('reason') ?? ''}
            />
          </>
        )}
        <button class="button button-main" type="submit">
          {words.button}
        </button>
      </form>
    </details>
  );
}

interface GradesProps extends Omit<AssessmentFormProps, 'standing'> {
  readonly chosen: string | null;
}

function Grades({ assessor, reading, scales, visit: { wording }, chosen }: GradesProps) {
  const words = wording.say.assessment;
  const committee = assessor === 'committee';
  const offered = scales.items.filter(({ mechanism, validUntil }) =>
    mechanism === reading.mechanism ? committee || validUntil === null : mechanism === null && !committee,
  );
  if (offered.length === 0) return <p class="note">{words.form.noGrade}</p>;
  return (
    <Choice name="grade" label={words.form.grade} required>
      <option value="">{words.form.choose}</option>
      {offered.map((scale) => (
        <optgroup
          key={scale.code}
          label={scale.internal ? words.internal : `${scale.name}, ${scale.version}`}
        >
          {scale.grades.map(({ code, name }) => (
            <option key={code} value={`${scale.code}:${code}`} selected={chosen === `${scale.code}:${code}`}>
              {scale.internal ? name : `${code}: ${name}`}
            </option>
          ))}
        </optgroup>
      ))}
    </Choice>
  );
}
