import type { IndicatorTrack } from '#domain';
import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import type { IndicatorReading } from '#tracking';

import { inertCsv } from './csv.js';
import { inLanguage } from './wording.js';

type Indicator = IndicatorReading['indicators'][number];
type Dimension = IndicatorReading['dimensions'][number];
type Row = Readonly<Record<string, string>>;

const WORDS = { en: screensEn.figureImport, es: screensEs.figureImport } as const;

/** Headings that the reader of files knows, in each language; what is not named here is headed by its own name. */
const HEADINGS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    cohort_year: 'cohort year',
    cohort_rule: 'cohort rule',
    approved: 'PIA',
    revised: 'PIM',
    executed: 'executed to date',
  },
  es: {
    indicator: 'indicador',
    source: 'fuente',
    period: 'periodo',
    value: 'valor',
    state: 'estado',
    numerator: 'numerador',
    denominator: 'denominador',
    reason: 'motivo',
    purpose: 'finalidad',
    level: 'nivel',
    year: 'año',
    currency: 'moneda',
    approved: 'PIA',
    revised: 'PIM',
    executed: 'devengado a la fecha',
    month: 'mes',
    offence: 'delito',
    cohort_year: 'año de cohorte',
    cohort_rule: 'regla de cohorte',
    stage: 'etapa',
  },
};

/** An empty table for the figures of an indicator: the headings that an import knows, and a row for everything that is asked for. */
export function templateAsCsv(indicator: Indicator, reading: IndicatorReading, language: Language): string {
  const { columns, rows } = TABLES[indicator.track](indicator, reading, language);
  const sources = [...new Set(reading.figures.map(({ sourceCode }) => sourceCode))];
  const shared = { indicator: indicator.code, source: sources.length === 1 ? sources[0]! : '' };
  return inertCsv(
    rows.map((row) => ({ ...shared, ...row })),
    {
      columns: columns.map((key) => ({
        key,
        header:
          HEADINGS[language][key] ??
          (indicator.requiredDimensions.includes(key) ? nameOf(reading, key, language) : key),
      })),
    },
  );
}

export function templateNotes(track: IndicatorTrack, language: Language): string[] {
  const { shared, data, budget, prosecutions } = WORDS[language].template;
  return [...shared, ...{ data, budget, prosecutions }[track]];
}

const TABLES: Readonly<
  Record<
    IndicatorTrack,
    (
      indicator: Indicator,
      reading: IndicatorReading,
      language: Language,
    ) => { readonly columns: readonly string[]; readonly rows: readonly Row[] }
  >
> = {
  data: (indicator, reading, language) => {
    const period = nextYear(reading);
    const ratio = indicator.valueType === 'ratio' ? ['numerator', 'denominator'] : [];
    return {
      columns: [
        ...['indicator', 'source', 'period', ...indicator.requiredDimensions, 'value', 'state'],
        ...['provisional', ...ratio, 'reason'],
      ],
      rows: [
        { period },
        ...indicator.requiredDimensions.flatMap((code) =>
          namesOf(reading, code, language).map((name) => ({ period, [code]: name })),
        ),
      ],
    };
  },
  budget: (_, reading, language) => ({
    columns: [
      ...['indicator', 'source', 'purpose', 'level', 'year', 'month', 'currency', 'approved', 'revised'],
      ...['executed', 'reason'],
    ],
    rows: namesOf(reading, 'purpose', language).map((purpose) => ({ purpose, year: nextYear(reading) })),
  }),
  prosecutions: (_, reading, language) => ({
    columns: [
      ...['indicator', 'source', 'offence', 'cohort_year', 'cohort_rule', 'stage', 'value', 'state'],
      ...['provisional', 'reason'],
    ],
    rows: namesOf(reading, 'offence', language).flatMap((offence) =>
      namesOf(reading, 'stage', language).map((stage) => ({
        offence,
        stage,
        cohort_year: nextYear(reading),
      })),
    ),
  }),
};

/** The year after the newest that was published; empty where nothing was. */
function nextYear({ figures }: IndicatorReading): string {
  const newest = figures.map(({ periodEndOn }) => periodEndOn).sort();
  return newest.length === 0 ? '' : String(Number(newest.at(-1)!.slice(0, 4)) + 1);
}

function dimensionOf({ dimensions }: IndicatorReading, code: string): Dimension | undefined {
  return dimensions.find((dimension) => dimension.code === code);
}

function nameOf(reading: IndicatorReading, code: string, language: Language): string {
  const dimension = dimensionOf(reading, code);
  return dimension ? inLanguage(dimension.name, language) : code;
}

function namesOf(reading: IndicatorReading, code: string, language: Language): string[] {
  return (dimensionOf(reading, code)?.categories ?? []).map(({ name }) => inLanguage(name, language));
}
