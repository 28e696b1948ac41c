import type { BudgetPhase, MonthMeaning } from '#domain';

import type { ColumnUse, Field } from './column-use.js';
import { MONTH_FIELDS } from './column-use.js';
import { hasFields } from './format/format.js';
import type { FigureFormat } from './format/format.js';
import { readYear } from './period-reading.js';
import { plainName } from './plain-name.js';

export const BUDGET_FIELDS: readonly Field[] = [
  ...(['indicator', 'source', 'purpose', 'institution', 'level', 'share', 'year', 'phase'] as const),
  ...([
    'amount',
    'value',
    'currency',
    'approved',
    'revised',
    'executed',
    'month',
    'through',
    'reason',
  ] as const),
  ...MONTH_FIELDS,
];
export const PHASES = ['approved', 'revised', 'executed'] as const;
export const AMOUNT_FIELDS = ['amount', 'value', ...PHASES] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number] | (typeof MONTH_FIELDS)[number];
/** Peru's names of the phases. */
export const PERU: Readonly<Record<string, BudgetPhase>> = {
  pia: 'approved',
  pim: 'revised',
  devengado: 'executed',
};

/** Phases of the commitment and the payment, and the share that the ministry of finance works out: nothing of it is kept. */
const OTHER_PHASES = new Set([
  ...[
    'certificacion',
    'compromiso anual',
    'atencion de compromiso mensual',
    'girado',
    'pagado',
    'avance',
    'avance %',
    'compromiso',
    'compromiso mensual',
    'certificado',
    'porcentaje de avance',
  ],
  ...['monto certificado', 'monto comprometido anual', 'monto comprometido', 'monto girado'],
]);

/**
 * A row for each amount with its phase; or a row for each line, or month of a line, with a column for each phase (PIA, PIM, devengado);
 * or a row for each line with a column for each month. A ministry of finance writes the year above the table, not into it.
 */
export function budgetForm(isYearKnown: boolean): FigureFormat {
  return {
    code: 'budget',
    recognise(header, names) {
      const uses = header.map((name): ColumnUse => {
        const use = names.useOf(name);
        return use.kind === 'unknown' && OTHER_PHASES.has(plainName(name)) ? { kind: 'ignored' } : use;
      });
      const long = hasFields(uses, 'phase') && (hasFields(uses, 'amount') || hasFields(uses, 'value'));
      const phases = PHASES.filter((phase) => hasFields(uses, phase)).length;
      const wide = MONTH_FIELDS.some((field) => hasFields(uses, field));
      if (hasFields(uses, 'year')) return long || wide || phases > 0 ? uses : null;
      return isYearKnown && (long || wide || phases > 1) ? uses : null;
    },
  };
}

/** The fiscal year that stands above the table: "Año de Ejecución: 2024", in one cell or in two. */
export function yearAbove(sample: readonly (readonly string[])[]): number | null {
  for (const cells of sample.slice(0, 50)) {
    const [label = '', beside = ''] = cells.filter((cell) => cell.trim() !== '');
    const said = /^(?:ano|anio)(?: de ejecucion| fiscal| eje)?\s*(\d{4})?$|^fiscal year\s*(\d{4})?$/.exec(
      plainName(label),
    );
    const year = said === null ? null : readYear(said[1] ?? said[2] ?? beside);
    // The head of a column is called so too; under it stands no single year beside it.
    if (year !== null && cells.filter((cell) => cell.trim() !== '').length <= 2) return year;
  }
  return null;
}

const MEANINGS: readonly (readonly [MonthMeaning, RegExp])[] = [
  ['cumulative', /\b(?:acumulad[oa]|a la fecha|cumulative|to date)\b/],
  ['of_month', /\b(?:mensual|del mes|en el mes|of the month|in the month|monthly)\b/],
];

/** What a heading says of the amounts under it: since the year began, or of the month alone. */
export function meaningOf(heading: string): MonthMeaning | null {
  return MEANINGS.find(([, words]) => words.test(plainName(heading)))?.[0] ?? null;
}

/** "039: MINISTERIO …" as the ministry of finance writes codes before names: the name. */
export function nameOf(text: string): string {
  return text.replace(/^[A-Z0-9]{1,8}\s*[:.]\s+/i, '');
}

/** "E: GOBIERNO NACIONAL" as the ministry of finance writes it: the code of the level; other texts as they are. */
export function levelOf(text: string): string {
  const said = /^gobiernos? (nacional|regional|local)(?:es)?$/.exec(plainName(nameOf(text)))?.[1];
  return said === undefined ? text : said === 'nacional' ? 'national' : said;
}

/** Part of a line's money that is for the purpose, written as 0.25 or 25 %; all of it where nothing is said, null where it is no share. */
export function readShare(text: string): number | null {
  if (text === '') return 1;
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text) ?? [];
  const share = Number((digits ?? '').replace(',', '.')) / (percent === '%' ? 100 : 1);
  return share > 0 && share <= 1 ? share : null;
}
