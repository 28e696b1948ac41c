import type { IntakeView } from '#contracts';

import { Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

interface Props {
  readonly intake: IntakeView;
  readonly wording: Wording;
}

/** What is read of the document itself, and the form to correct it. */
export function FactsReading({ intake, wording }: Props) {
  const { preview } = wording.say.intake;
  const { facts, factsCorrected } = intake;
  const shown: readonly (readonly [string, string])[] = [
    [preview.symbol, facts.symbol],
    [preview.titleField, facts.title],
    [preview.reportConsidered, facts.reportConsidered],
    [preview.consideredOn, facts.consideredOn],
    [preview.adoptedOn, facts.adoptedOn],
    [preview.nextReportOn, facts.nextReportOn],
    [preview.nextReportStatement, facts.nextReportStatement],
    [preview.followUp, facts.followUp],
    [preview.importance, facts.importance],
  ];
  return (
    <>
      <dl class="facts">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value === '' ? (
                <span class="second">{preview.empty}</span>
              ) : (
                <span class="comparison-lines">{value}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {factsCorrected !== null && (
        <p class="second">
          {preview.corrected(factsCorrected.by, wording.shortDate(factsCorrected.on))}
          {factsCorrected.reason !== null && ` ${factsCorrected.reason}`}
        </p>
      )}
      {intake.intakeState === 'open' && <FactsForm intake={intake} wording={wording} />}
    </>
  );
}

function FactsForm({ intake, wording }: Props) {
  const { preview } = wording.say.intake;
  const { facts, factsCorrected } = intake;
  const action = `/states/${encodeURIComponent(intake.state.iso3)}/intakes/${intake.id}/document`;
  return (
    <details class="change" id="document">
      <summary aria-label={preview.correctFacts}>{preview.correct}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <Field name="symbol" label={preview.symbol} value={facts.symbol} required={false} longest={100} />
        <Area name="title" label={preview.titleField} value={facts.title} rows={3} />
        <Area
          name="reportConsidered"
          label={preview.reportConsidered}
          hint={preview.reportConsideredHint}
          value={facts.reportConsidered}
          rows={2}
        />
        <Area
          name="consideredOn"
          label={preview.consideredOn}
          hint={preview.consideredOnHint}
          value={facts.consideredOn}
          rows={2}
        />
        <Field
          name="adoptedOn"
          label={preview.adoptedOn}
          hint={preview.dayHint}
          value={facts.adoptedOn}
          required={false}
          longest={10}
        />
        <Field
          name="nextReportOn"
          label={preview.nextReportOn}
          hint={preview.dayHint}
          value={facts.nextReportOn}
          required={false}
          longest={10}
        />
        <Area
          name="nextReportStatement"
          label={preview.nextReportStatement}
          value={facts.nextReportStatement}
          rows={3}
        />
        <Area
          name="followUp"
          label={preview.followUp}
          hint={preview.followUpHint}
          value={facts.followUp}
          rows={2}
        />
        <Field
          name="importance"
          label={preview.importance}
          hint={preview.importanceHint}
          value={facts.importance}
          required={false}
          longest={500}
        />
        <Area
          name="outline"
          label={preview.outline}
          hint={preview.outlineHint}
          value={facts.outline}
          rows={12}
        />
        <Field name="reason" label={preview.reason} required={false} longest={500} />
        <button class="button button-main" type="submit" name="act" value="keep">
          {preview.keep}
        </button>
        {factsCorrected !== null && (
          <button class="button" type="submit" name="act" value="withdraw">
            {preview.withdraw}
          </button>
        )}
      </form>
    </details>
  );
}

interface AreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
}

function Area({ name, label, hint, value, rows }: AreaProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && <span class="field-hint">{hint}</span>}
      <textarea name={name} rows={rows} spellcheck={false}>
        {value}
      </textarea>
    </label>
  );
}
