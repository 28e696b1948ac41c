import { z } from 'zod';

import { ChangedIndicatorSchema, NewIndicatorSchema } from '#contracts';
import { SHEET_HEADINGS } from '#domain';

/** Institutions that the form can name beside the lead; programs can name more. */
const MOST_REPORTERS = 8;

const Line = z.string().trim().default('');
/** One box that is ticked comes as a text, several as a list, none not at all. */
const Several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat().filter((one) => one !== ''));
/** Codes as one writes them in a line: `20(a), 21`. */
const Codes = z
  .string()
  .max(6_000)
  .default('')
  .transform((line) => line.split(/[\s,;]+/).filter((part) => part !== ''));
/** Both marks are read: a form has no language of numbers of its own. */
const Decimal = Line.transform((typed) => (typed === '' ? null : Number(typed.replace(',', '.'))));

const SHEET_FIELDS = SHEET_HEADINGS.flatMap((heading) => [`${heading}_en`, `${heading}_es`] as const);

/** Who is asked beside the lead: so many rows as the form may have. */
const REPORTER_ROWS = Array.from({ length: MOST_REPORTERS }, (_row, at) => `reporter_${at + 1}` as const);
const REPORTER_FIELDS = ['institution', ...REPORTER_ROWS].flatMap((name) => [
  ...(name === 'institution' ? [] : [name]),
  `${name}_from`,
  `${name}_until`,
]);

/** Fields of both forms, as they are typed. */
export const DEFINITION_FIELDS = [
  ...['name_en', 'name_es', 'unit_en', 'unit_es', 'population_en', 'population_es', 'track', 'class'],
  ...['value_type', 'ratio_per', 'figure_kind', 'direction', 'periodicity', 'baseline_value', 'baseline_on'],
  ...['target_value', 'target_on', 'institution', 'dimensions', 'required_for', 'useful_for'],
  ...['purposes', 'counts_victims'],
  ...REPORTER_FIELDS,
  ...SHEET_FIELDS,
] as readonly string[];

const Typed = z.looseObject({
  name_en: Line,
  name_es: Line,
  unit_en: Line,
  unit_es: Line,
  population_en: Line,
  population_es: Line,
  track: Line,
  class: Line,
  value_type: Line,
  ratio_per: Decimal,
  figure_kind: Line,
  direction: Line,
  periodicity: Decimal,
  baseline_value: Decimal,
  baseline_on: Line,
  target_value: Decimal,
  target_on: Line,
  institution: Line,
  dimensions: Several,
  required_for: Codes,
  useful_for: Codes,
  purposes: Several,
  counts_victims: Line,
  ...(Object.fromEntries(SHEET_FIELDS.map((name) => [name, Line])) as Record<
    (typeof SHEET_FIELDS)[number],
    typeof Line
  >),
});

/** Given in both languages, or in none: half a text is refused by the schema of programs. */
const both = (en: string, es: string) => (en === '' && es === '' ? null : { en, es });
const orNull = (line: string) => (line === '' ? null : line);

function wishOf(form: z.infer<typeof Typed>) {
  return {
    track: form.track,
    class: form.class,
    name: { en: form.name_en, es: form.name_es },
    unit: { en: form.unit_en, es: form.unit_es },
    population: both(form.population_en, form.population_es),
    valueType: form.value_type,
    ratioPer: form.ratio_per,
    figureKind: orNull(form.figure_kind),
    direction: form.direction,
    periodicityMonths: form.periodicity,
    baseline:
      form.baseline_value === null && form.baseline_on === ''
        ? null
        : { value: form.baseline_value, on: form.baseline_on },
    target:
      form.target_value === null && form.target_on === ''
        ? null
        : { value: form.target_value, dueOn: form.target_on },
    institution: orNull(form.institution),
    reporters: reportersOf(form),
    requiredPurposes: form.purposes,
    countsVictims: form.counts_victims !== '',
    requiredDimensions: form.dimensions,
    requiredFor: form.required_for,
    usefulFor: form.useful_for,
    sheet: Object.fromEntries(
      SHEET_HEADINGS.map((heading) => [heading, both(form[`${heading}_en`], form[`${heading}_es`])]).filter(
        ([, text]) => text !== null,
      ),
    ),
  };
}

/** The lead's days, and a row for each of the others; rows without an institution are empty. */
function reportersOf(form: z.infer<typeof Typed>) {
  const lineOf = (field: string): string => {
    const typed = form[field];
    return typeof typed === 'string' ? typed.trim() : '';
  };
  const rowOf = (institution: string, name: string) => ({
    institution,
    startsOn: orNull(lineOf(`${name}_from`)),
    endsOn: orNull(lineOf(`${name}_until`)),
  });
  const others = REPORTER_ROWS.filter((name) => lineOf(name) !== '').map((name) => rowOf(lineOf(name), name));
  if (form.institution === '') return others;
  const lead = rowOf(form.institution, 'institution');
  return others.length === 0 && lead.startsOn === null && lead.endsOn === null ? [] : [lead, ...others];
}

/** What is half typed or no word of the lists is refused by the schema that programs are held to. */
type Unread<S extends z.ZodType> = z.input<S>;

export const NewIndicatorForm = Typed.extend({ code: Line })
  .transform((form) => ({ ...wishOf(form), code: form.code }) as Unread<typeof NewIndicatorSchema>)
  .pipe(NewIndicatorSchema);

export const ChangeIndicatorForm = Typed.extend({ reason: Line })
  .transform((form) => ({ ...wishOf(form), reason: form.reason }) as Unread<typeof ChangedIndicatorSchema>)
  .pipe(ChangedIndicatorSchema);

export const LibraryForm = z.object({ indicators: Several });

/** The page that a new indicator is set on. */
export const OfRecommendation = z.object({ recommendation: z.string().max(60).default('') });
