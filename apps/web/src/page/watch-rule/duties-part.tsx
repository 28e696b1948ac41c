import type { WatchRulesView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import type { PartProps } from './part-props.js';
import { RuleReason } from './rule-reason.js';

type Duty = WatchRulesView['duties'][number];

const MONTHS_A_YEAR = 12;
const USUAL_WINDOW = '90';

/** What is owed again and again. */
export function DutiesPart(part: PartProps) {
  const { rules, visit, iso3 } = part;
  const { wording } = visit;
  const words = wording.say.watchRule.duties;
  return (
    <>
      <p>{words.lede}</p>
      {rules.duties.length === 0 && <p>{words.none}</p>}
      {rules.duties.map((duty) => (
        <article key={duty.id}>
          <h3>{duty.title[wording.language]}</h3>
          <p>
            <a href={pageUrl(wording.language, recommendationPath(iso3, duty.recommendation))}>
              {duty.recommendation}
            </a>
            {`, ${duty.institution ?? words.nobody}, ${rhythmOf(duty, wording)}.`}
            {` ${duty.coming.length === 0 ? words.ended : words.coming(duty.coming.map((day) => wording.date(day)).join('; '))}`}
          </p>
          {rules.mayChange && <DutyForm {...part} duty={duty} />}
        </article>
      ))}
      {rules.mayChange && <DutyForm {...part} duty={null} />}
    </>
  );
}

function rhythmOf({ everyMonths, until }: Duty, wording: Wording): string {
  const words = wording.say.watchRule.duties;
  const rhythm =
    everyMonths % MONTHS_A_YEAR === 0
      ? words.everyYears(everyMonths / MONTHS_A_YEAR)
      : words.everyMonths(everyMonths);
  return until === null ? rhythm : `${rhythm} ${words.until(wording.date(until))}`;
}

/** A new duty, or one that is changed. What was typed comes back to the new one, or to the one with its number. */
function DutyForm({ duty, visit, iso3, institutions }: PartProps & { readonly duty: Duty | null }) {
  const { wording } = visit;
  const words = wording.say.watchRule.duties;
  const action = statePath(iso3, duty === null ? '/watch-rules/duty' : `/watch-rules/duty-${duty.id}`);
  return (
    <FoldedForm
      visit={visit}
      action={action}
      summary={duty === null ? words.add : words.change}
      {...(duty === null ? {} : { label: words.changeLabel(duty.title[wording.language]) })}
      button={words.save}
      main={false}
    >
      <Field
        name="recommendation"
        label={words.recommendation}
        hint={words.recommendationHint}
        {...valueOf(duty?.recommendation)}
      />
      <InstitutionChoice
        name="institution"
        label={words.institution}
        none={words.nobody}
        institutions={institutions}
        chosen={duty?.institution ?? undefined}
      />
      <Field
        name="indicator"
        label={words.indicator}
        hint={words.indicatorHint}
        required={false}
        {...valueOf(duty?.indicator)}
      />
      <Choice name="kind" label={words.kind} chosen={duty?.kind}>
        {(['data_submission', 'report'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </Choice>
      <Field name="title_en" label={words.titleEn} {...valueOf(duty?.title.en)} />
      <Field name="title_es" label={words.titleEs} {...valueOf(duty?.title.es)} />
      <Choice name="required" label={words.required} chosen={duty?.required === false ? 'no' : 'yes'}>
        <option value="yes">{words.yes}</option>
        <option value="no">{words.no}</option>
      </Choice>
      <DayField
        name="firstDueOn"
        label={words.firstDueOn}
        hint={words.firstDueOnHint}
        {...valueOf(duty?.firstDueOn)}
      />
      <Field
        name="everyMonths"
        label={words.every}
        hint={words.everyHint}
        longest={3}
        value={String(duty?.everyMonths ?? MONTHS_A_YEAR)}
      />
      <DayField name="until" label={words.untilField} required={false} {...valueOf(duty?.until)} />
      <Field
        name="opensDaysBefore"
        label={words.opens}
        longest={3}
        value={duty === null ? USUAL_WINDOW : String(duty.opensDaysBefore)}
      />
      <DayField
        name="periodStartOn"
        label={words.periodStart}
        required={false}
        {...valueOf(duty?.firstPeriod?.startOn)}
      />
      <DayField
        name="periodEndOn"
        label={words.periodEnd}
        required={false}
        {...valueOf(duty?.firstPeriod?.endOn)}
      />
      <RuleReason wording={wording} />
    </FoldedForm>
  );
}

function valueOf(value: string | null | undefined): { value?: string } {
  return value === null || value === undefined ? {} : { value };
}
