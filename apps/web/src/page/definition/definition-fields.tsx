import type { ComponentChildren } from 'preact';

import type { IndicatorDefinitionView } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice, Field, TextField } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { Money, Reporters } from './asked-fields.js';
import type { DefinitionFieldsProps } from './definition-fields-props.js';
import { periodWords } from './period-words.js';

const HEADINGS = ['definition', 'rationale', 'method', 'source', 'limitations'] as const;
const PERIODS = [1, 3, 6, 12] as const;

/** The fields of an indicator, in four groups. */
export function DefinitionFields(props: DefinitionFieldsProps) {
  const { visit, dimensions, institutions, old, suggestedFor } = props;
  const { definition: words, indicator } = visit.wording.say;
  const form = words.form;
  const bound = old?.inUse.figures === true;
  return (
    <>
      {bound && <p class="note">{form.locked}</p>}
      <Group legend={form.what}>
        <Both name="name" labels={[form.nameEn, form.nameEs]} text={old?.name} longest={300} required />
        <Both name="unit" labels={[form.unitEn, form.unitEs]} text={old?.unit} longest={120} required />
        <Both
          name="population"
          labels={[form.populationEn, form.populationEs]}
          text={old?.population ?? undefined}
          longest={200}
          hint={form.optional}
        />
        <Options
          name="class"
          label={form.class}
          hint={form.classHint}
          chosen={old?.class}
          options={indicator.classes}
        />
        <Options
          name="track"
          label={form.track}
          chosen={old?.track}
          options={only(indicator.tracks, bound ? old.track : undefined)}
        />
        <Options
          name="value_type"
          label={form.valueType}
          chosen={old?.valueType ?? 'count'}
          options={only(words.valueTypes, bound ? old.valueType : undefined)}
        />
        <Field
          name="ratio_per"
          label={form.ratioPer}
          hint={form.ratioPerHint}
          required={false}
          longest={20}
          value={shown(old?.ratioPer)}
        />
        <Options
          name="figure_kind"
          label={words.figureKind}
          hint={form.kindHint}
          chosen={old?.figureKind ?? ''}
          none={bound && old.figureKind !== null ? undefined : words.noKind}
          options={only(words.kinds, bound ? (old.figureKind ?? undefined) : undefined)}
        />
      </Group>
      <Group legend={form.way}>
        <Options name="direction" label={form.direction} chosen={old?.direction} options={words.directions} />
        <Choice name="periodicity" label={words.periodicity} chosen={shown(old ? old.periodicityMonths : 12)}>
          <option value="">{words.periods.change}</option>
          {monthsOf(old?.periodicityMonths ?? null).map((months) => (
            <option key={months} value={String(months)}>
              {periodWords(months, words.periods)}
            </option>
          ))}
        </Choice>
        <Field
          name="baseline_value"
          label={form.baselineValue}
          required={false}
          longest={20}
          value={shown(old?.baseline?.value)}
        />
        <DayField name="baseline_on" label={form.baselineOn} required={false} {...given(old?.baseline?.on)} />
        <Field
          name="target_value"
          label={form.targetValue}
          required={false}
          longest={20}
          value={shown(old?.target?.value)}
        />
        <DayField name="target_on" label={form.targetOn} required={false} {...given(old?.target?.dueOn)} />
      </Group>
      <Group legend={form.who}>
        <InstitutionChoice
          name="institution"
          label={form.institution}
          none={form.nobody}
          chosen={old?.institution ?? undefined}
          institutions={institutions}
        />
        <Reporters {...props} />
        <Field
          name="required_for"
          label={form.requiredFor}
          hint={form.requiredForHint}
          required={false}
          longest={1_000}
          value={old ? namesOf(old, true) : (suggestedFor ?? '')}
        />
        <Field
          name="useful_for"
          label={form.usefulFor}
          required={false}
          longest={1_000}
          value={old ? namesOf(old, false) : ''}
        />
      </Group>
      <Dimensions {...props} dimensions={dimensions} />
      <Money {...props} />
      <Group legend={form.sheetTitle} lede={form.sheetLede}>
        {HEADINGS.map((heading) => (
          <>
            <TextField
              key={`${heading}_en`}
              name={`${heading}_en`}
              label={form.inEnglish(words.sheet[heading])}
              longest={1_000}
              value={old?.sheet[heading]?.en}
            />
            <TextField
              key={`${heading}_es`}
              name={`${heading}_es`}
              label={form.inSpanish(words.sheet[heading])}
              longest={1_000}
              value={old?.sheet[heading]?.es}
            />
          </>
        ))}
      </Group>
    </>
  );
}

function Dimensions({ visit, action, dimensions, old }: DefinitionFieldsProps) {
  const { form } = visit.wording.say.definition;
  const typed = visit.typedInto(action);
  const cameBack = [...typed.keys()].length > 0;
  const ticked = cameBack ? typed.getAll('dimensions') : (old?.requiredDimensions ?? []);
  const bound = dimensions.items.filter(({ code }) => old?.inUse.dimensions.includes(code));
  return (
    <fieldset class="choices">
      <legend>{form.dimensions}</legend>
      {bound.length > 0 && (
        <p class="quiet">{form.lockedDimensions(bound.map(({ name }) => name).join(', '))}</p>
      )}
      {dimensions.items.map(({ code, name }) => (
        <label key={code} class="choice">
          <input type="checkbox" name="dimensions" value={code} checked={ticked.includes(code)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface GroupProps {
  readonly legend: string;
  readonly lede?: string;
  readonly children: ComponentChildren;
}

function Group({ legend, lede, children }: GroupProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {lede !== undefined && <p class="quiet">{lede}</p>}
      {children}
    </fieldset>
  );
}

interface BothProps {
  readonly name: string;
  readonly labels: readonly [en: string, es: string];
  readonly text: { readonly en: string; readonly es: string } | undefined;
  readonly longest: number;
  readonly required?: boolean;
  readonly hint?: string;
}

function Both({ name, labels, text, longest, required = false, hint }: BothProps) {
  const shared = { required, longest, autocomplete: 'off', ...(hint === undefined ? {} : { hint }) };
  return (
    <>
      <Field {...shared} name={`${name}_en`} label={labels[0]} value={text?.en ?? ''} />
      <Field {...shared} name={`${name}_es`} label={labels[1]} value={text?.es ?? ''} />
    </>
  );
}

interface OptionsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly chosen: string | undefined;
  /** Words for none; without them one has to be chosen. */
  readonly none?: string | undefined;
  readonly options: Readonly<Record<string, string>>;
}

function Options({ name, label, hint, chosen, none, options }: OptionsProps) {
  return (
    <Choice name={name} label={label} chosen={chosen} {...(hint === undefined ? {} : { hint })}>
      {none !== undefined && <option value="">{none}</option>}
      {Object.entries(options).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Choice>
  );
}

/** The one that cannot change any more, or all of them. */
function only(options: Readonly<Record<string, string>>, kept: string | undefined): Record<string, string> {
  return kept === undefined ? { ...options } : { [kept]: options[kept] ?? kept };
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

export function given(day: string | undefined): { value?: string } {
  return day === undefined ? {} : { value: day };
}

function namesOf({ recommendations }: IndicatorDefinitionView, required: boolean): string {
  return recommendations
    .filter((one) => one.required === required)
    .map(({ id }) => id)
    .join(', ');
}

function monthsOf(own: number | null): number[] {
  return [...new Set([...PERIODS, ...(own === null ? [] : [own])])].sort((one, other) => one - other);
}
