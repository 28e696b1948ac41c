import type { ActionChoices, ActionView, InstitutionList } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { ReasonField } from '../../form/reason-field.js';
import type { Wording } from '../../wording/wording.js';

interface PlanFormProps {
  /** Where it is sent. */
  readonly at: string;
  /** The plan that is changed; null: a new one. */
  readonly action: ActionView | null;
  readonly choices: ActionChoices;
  /** Whom it may be planned for. */
  readonly institutions: InstitutionList;
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

const CRITERIA = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;

export function PlanForm({ at, action, choices, institutions, typed, wording }: PlanFormProps) {
  const { form: words, criteria, criteriaWhat, budgetLine } = wording.say.action;
  const { levels } = wording.say.institution;
  const asked = (name: string, kept: string | undefined): string | undefined => typed.get(name) ?? kept;
  const ticked = (name: string, value: string, kept: readonly string[]): boolean =>
    typed.size > 0 ? typed.getAll(name).includes(value) : kept.includes(value);
  const only = institutions.items.length === 1 ? institutions.items[0]?.code : undefined;
  const language = asked('language', action?.language) ?? wording.language;
  const level = asked('level', action?.level) ?? 'national';
  const text = (stretches: ActionView['title'] | undefined): string | undefined =>
    stretches?.map((stretch) => stretch.text).join('');
  return (
    <form class="act" method="post" action={at}>
      <input type="hidden" name="lang" value={wording.language} />
      {action && <input type="hidden" name="version" value={action.version} />}
      <InstitutionChoice
        name="institution"
        label={words.institution}
        none={words.choose}
        required
        chosen={asked('institution', action?.institution.code) ?? only}
        institutions={institutions}
      />
      <Field
        name="title"
        label={words.title}
        longest={300}
        autocomplete="off"
        value={asked('title', text(action?.title))}
      />
      <label class="field">
        <span class="field-label">{words.description}</span>
        <span class="field-hint">{words.descriptionHint}</span>
        <textarea name="description" rows={4} maxLength={2000}>
          {asked('description', text(action?.description))}
        </textarea>
      </label>
      <Choice name="language" label={words.language} required>
        {Object.entries(words.languages).map(([code, name]) => (
          <option key={code} value={code} selected={code === language}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="level" label={words.level} required>
        {Object.entries(levels).map(([code, name]) => (
          <option key={code} value={code} selected={code === level}>
            {name}
          </option>
        ))}
      </Choice>
      <DayField
        name="planned_start_on"
        label={words.start}
        value={asked('planned_start_on', action?.plannedStartOn) ?? choices.today}
      />
      <DayField
        name="planned_end_on"
        label={words.end}
        value={asked('planned_end_on', action?.plannedEndOn)}
      />
      <Boxes
        name="criteria"
        legend={words.smart}
        empty=""
        boxes={CRITERIA.map((one) => ({
          value: one,
          label: `${criteria[one] ?? one}. ${criteriaWhat[one] ?? ''}`,
          ticked: ticked('criteria', one, action?.criteria ?? []),
        }))}
      />
      <Boxes
        name="indicators"
        legend={words.indicators}
        empty={words.noChoices}
        boxes={choices.indicators.map(({ code, name }) => ({
          value: code,
          label: `${code} ${name}`,
          ticked: ticked('indicators', code, action?.indicators.map((one) => one.code) ?? []),
        }))}
      />
      <Boxes
        name="budget_lines"
        legend={words.budgetLines}
        empty={words.noChoices}
        boxes={choices.budgetLines.map(({ id, purpose, level: of, institution }) => ({
          value: String(id),
          label: budgetLine(
            wording.say.chart.budget.purposes[purpose] ?? purpose,
            levels[of] ?? of,
            institution ?? '',
          ),
          ticked: ticked('budget_lines', String(id), action?.budgetLines.map((one) => String(one.id)) ?? []),
        }))}
      />
      {action && <ReasonField wording={wording} />}
      <button class="button button-main" type="submit">
        {action ? words.changeButton : words.planButton}
      </button>
    </form>
  );
}

interface BoxesProps {
  readonly name: string;
  readonly legend: string;
  /** Said where there is nothing to tick. */
  readonly empty: string;
  readonly boxes: readonly { readonly value: string; readonly label: string; readonly ticked: boolean }[];
}

function Boxes({ name, legend, empty, boxes }: BoxesProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {boxes.length === 0 && <p class="quiet">{empty}</p>}
      {boxes.map(({ value, label, ticked }) => (
        <label key={value} class="choice">
          <input type="checkbox" name={name} value={value} checked={ticked} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
