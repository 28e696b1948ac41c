import { DayField } from '../../form/day-field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import type { DefinitionFieldsProps } from './definition-fields-props.js';

/** Rows that the form takes, and how many of them stand there empty. */
const ROWS = 8;
const EMPTY = 2;

/** Who is asked beside the lead, each with the days of the periods that it is asked for. */
export function Reporters({ visit, action, institutions, old }: DefinitionFieldsProps) {
  const { form } = visit.wording.say.definition;
  const typed = visit.typedInto(action);
  const lead = old?.reporters.find(({ institution }) => institution === old.institution);
  const others = old?.reporters.filter((reporter) => reporter !== lead) ?? [];
  const typedRows = Array.from({ length: ROWS }, (_row, at) => at + 1).filter(
    (row) => (typed.get(`reporter_${row}`) ?? '') !== '',
  );
  const rows = Math.min(ROWS, Math.max(others.length + EMPTY, ...typedRows));
  return (
    <>
      <Days name="institution" labels={[form.leadFrom, form.leadUntil]} days={lead} />
      <p class="quiet">{form.alsoAsked}</p>
      {Array.from({ length: rows }, (_row, at) => (
        <div key={at} class="asked-reporter">
          <InstitutionChoice
            name={`reporter_${at + 1}`}
            label={form.reporter(at + 2)}
            none={form.noOther}
            chosen={others[at]?.institution}
            institutions={institutions}
          />
          <Days
            name={`reporter_${at + 1}`}
            labels={[form.reporterFrom, form.reporterUntil]}
            days={others[at]}
          />
        </div>
      ))}
    </>
  );
}

interface DaysProps {
  readonly name: string;
  readonly labels: readonly [from: string, until: string];
  readonly days: { readonly startsOn: string | null; readonly endsOn: string | null } | undefined;
}

function Days({ name, labels, days }: DaysProps) {
  const given = (day: string | null | undefined) => (day ? { value: day } : {});
  return (
    <div class="asked-days">
      <DayField name={`${name}_from`} label={labels[0]} required={false} {...given(days?.startsOn)} />
      <DayField name={`${name}_until`} label={labels[1]} required={false} {...given(days?.endsOn)} />
    </div>
  );
}

/** What the checks of the budget need to know: which purposes are asked for, and who counts the victims. */
export function Money({ visit, action, dimensions, old }: DefinitionFieldsProps) {
  const { form } = visit.wording.say.definition;
  const typed = visit.typedInto(action);
  const cameBack = [...typed.keys()].length > 0;
  const ticked = cameBack ? typed.getAll('purposes') : (old?.requiredPurposes ?? []);
  const counts = cameBack ? typed.has('counts_victims') : (old?.countsVictims ?? false);
  return (
    <fieldset class="choices">
      <legend>{form.purposes}</legend>
      <p class="quiet">{form.purposesLede}</p>
      {dimensions.purposes.map(({ code, name }) => (
        <label key={code} class="choice">
          <input type="checkbox" name="purposes" value={code} checked={ticked.includes(code)} />
          <span>{name}</span>
        </label>
      ))}
      <p class="quiet">{form.countsVictimsLede}</p>
      <label class="choice">
        <input type="checkbox" name="counts_victims" value="yes" checked={counts} />
        <span>{form.countsVictims}</span>
      </label>
    </fieldset>
  );
}
