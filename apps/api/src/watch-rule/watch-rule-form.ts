import { z } from 'zod';

import { WatchRuleChangeSchema } from '#contracts';

const line = z.string().trim().default('');

const FIELDS = {
  day: ['on', 'standing', 'reason'],
  week: ['weekend', 'reason'],
  ladder: ['kind', 'institution', 'rungs', 'monthlyAfter', 'validFrom', 'validUntil', 'reason'],
  threshold: ['name', 'value', 'reason'],
  escalation: ['head', 'coordinating_body', 'docket', 'reason'],
  duty: [
    'recommendation',
    'institution',
    'indicator',
    'kind',
    'title_en',
    'title_es',
    'required',
    'firstDueOn',
    'everyMonths',
    'until',
    'opensDaysBefore',
    'periodStartOn',
    'periodEndOn',
    'reason',
  ],
} as const;

const ALL = Object.values(FIELDS).flat();

/** In the place of a number: the steps of a State that sets none. */
const USUAL = 'usual';

/** Fields that stand in the form again after a problem. */
export function fieldsOf(rule: string): readonly string[] {
  return Object.hasOwn(FIELDS, rule) ? FIELDS[rule as keyof typeof FIELDS] : [];
}

/** A form of one rule: what is left empty is none. */
export function watchRuleForm(rule: string, id: string) {
  return z
    .object(Object.fromEntries(ALL.map((name) => [name, line])))
    .transform((form: Readonly<Record<string, string>>): unknown => ({
      ...form,
      rule,
      id: numberIn(id),
      institution: orNone(form['institution']),
      indicator: orNone(form['indicator']),
      weekend: numbersOf(form['weekend'] ?? ''),
      rungs: form['rungs'] === '' ? null : numbersOf(form['rungs'] ?? ''),
      monthlyAfter: form['monthlyAfter'] !== 'no',
      validFrom: orNone(form['validFrom']),
      validUntil: orNone(form['validUntil']),
      value: numberIn(form['value']),
      steps: id === USUAL ? null : stepsOf(form),
      title: { en: form['title_en'], es: form['title_es'] },
      required: form['required'] !== 'no',
      everyMonths: numberIn(form['everyMonths']),
      until: orNone(form['until']),
      opensDaysBefore: numberIn(form['opensDaysBefore']),
      firstPeriod:
        form['periodStartOn'] === '' && form['periodEndOn'] === ''
          ? null
          : { startOn: form['periodStartOn'], endOn: form['periodEndOn'] },
    }))
    .pipe(WatchRuleChangeSchema);
}

/** Whoever is left without days is not told. */
function stepsOf(form: Readonly<Record<string, string>>) {
  return (['head', 'coordinating_body', 'docket'] as const).flatMap((addressee) => {
    const days = form[addressee] ?? '';
    return days === '' ? [] : [{ addressee, workingDays: numbersOf(days)[0] ?? Number.NaN }];
  });
}

/** Days with spaces or commas between them; a minus may be the long one of a text processor. What is no number stays no number. */
export function numbersOf(text: string): number[] {
  return text
    .replaceAll(/[−–]/g, '-')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map((part) => (/^[+-]?\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
}

function numberIn(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text.replace(',', '.'));
}

function orNone(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
