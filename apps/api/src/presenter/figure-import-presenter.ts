import type { FigureImportList, FigureImportOutcome, FigureImportView, FigureUploadView } from '#contracts';
import { civilDayOf } from '#domain';
import { importEn, importEs, tableEn, tableEs } from '#messages';
import type { Language } from '#messages';
import { MOST_IMPORT_ATTEMPTS } from '#tracking';
import type {
  FigureImportPage,
  FigureImportReading,
  FigureUploadReading,
  ImportOutcome,
  State,
} from '#tracking';

import { pageOf } from '../public/list-page.js';
import { inertCsv } from './csv.js';
import { inLanguage } from './wording.js';

const WORDS = {
  en: { ...importEn, table: tableEn.refusals },
  es: { ...importEs, table: tableEs.refusals },
} as const;

/** What a column can be, by kind of file, in the order of a form; dimensions beside it. */
const FIELDS: Readonly<Record<FigureUploadView['kind'], readonly string[]>> = {
  observations: [
    ...['indicator', 'source', 'period', 'year', 'start', 'end', 'value', 'state', 'provisional'],
    ...['numerator', 'denominator', 'reason', 'status', 'country', 'multiplier'],
  ],
  budget: [
    ...['indicator', 'source', 'purpose', 'institution', 'level', 'year', 'phase', 'amount', 'currency'],
    ...['share', 'approved', 'revised', 'executed', 'month', 'through', 'reason'],
    ...Array.from({ length: 12 }, (_, month) => `executed_${month + 1}`),
  ],
  deflator: ['year', 'price_index', 'base_year', 'currency', 'source', 'reason'],
  prosecutions: [
    ...['indicator', 'source', 'offence', 'cohort_rule', 'cohort_year', 'year', 'stage', 'value', 'state'],
    ...['provisional', 'reason', 'region', 'facet', 'since', 'cases'],
  ],
};
/** Texts of a file that a form asks the meaning of at once. */
const MOST_TEXTS = 20;

type Imported = FigureImportPage['imports'][number];

export function figureImportListView(
  state: State,
  { today, imports, waiting, vocabulary }: FigureImportPage,
  { megabytes, days, limit }: { megabytes: number; days: number; limit: number },
  language: Language,
): FigureImportList {
  const { shown, nextCursor } = pageOf(imports, limit, ({ id }) => [id]);
  return {
    state: stateOf(state, language),
    today,
    megabytes,
    days,
    indicators: named(vocabulary.indicators, language),
    sources: named(vocabulary.sources, language),
    waiting: waiting.map(({ id, kind, fileName, uploadState, uploadedByName, uploadedAt }) => ({
      id,
      kind,
      fileName,
      uploadState: uploadState === 'saved' ? 'saving' : uploadState,
      uploadedBy: uploadedByName,
      uploadedOn: civilDayOf(uploadedAt, state.timeZone),
    })),
    items: shown.map((one) => importedView(state, one)),
    nextCursor,
  };
}

export function figureImportView(
  state: State,
  { today, found, figures, vocabulary }: FigureImportReading,
  limit: number,
  language: Language,
): FigureImportView {
  const { shown, nextCursor } = pageOf(figures, limit, ({ place }) => place);
  return {
    state: stateOf(state, language),
    today,
    ...importedView(state, found),
    format: found.format,
    mapping: mappingOf(found.mapping as ImportOutcome['mapping']),
    reason: found.reason,
    overrideReason: found.overrideReason,
    undoneBy: found.undoneByName,
    undoneOn: found.undoneAt === null ? null : civilDayOf(found.undoneAt, state.timeZone),
    undoReason: found.undoReason,
    items: shown.map(({ figure, revision, before, after }) => ({
      figure: figureWords(figure, vocabulary, language),
      revision,
      before,
      after,
    })),
    nextCursor,
  };
}

export function figureOutcomeView(outcome: ImportOutcome, language: Language): FigureImportOutcome {
  const { id, sha256 } = outcome;
  return { outcome: outcome.outcome, id, sha256, ...outcomeView(outcome, language) };
}

export function figureUploadView(
  state: State,
  { today, until, upload, settings, outcome, refusal, seen, vocabulary }: FigureUploadReading,
  language: Language,
): FigureUploadView {
  const { options, override } = settings;
  // What was remembered of an earlier file stands in the form, so that it stays when one column is changed.
  const told = { ...outcome?.mapping.columns, ...options.columns };
  return {
    state: stateOf(state, language),
    today,
    until,
    id: upload.id,
    kind: upload.kind,
    fileName: upload.fileName,
    sha256: upload.sha256,
    uploadState: upload.uploadState,
    uploadedBy: upload.uploadedByName,
    uploadedOn: civilDayOf(upload.uploadedAt, state.timeZone),
    percentRead: upload.byteCount === 0 ? 0 : Math.floor((100 * upload.bytesRead) / upload.byteCount),
    attempt: upload.attempts > 1 ? { number: upload.attempts, of: MOST_IMPORT_ATTEMPTS } : null,
    importId: upload.importId,
    refusal: refusal && { code: refusal.code, text: refusalText(refusal, language) },
    outcome: outcome && outcomeView(outcome, language),
    seen,
    settings: {
      indicator: options.indicator ?? '',
      indicatorText: options.indicatorText ?? '',
      source: options.source ?? '',
      sheet: options.sheet ?? '',
      decimalMark: options.decimalMark ?? '',
      codes: options.codes ?? '',
      cohortRule: options.cohortRule ?? '',
      year: `${options.year ?? ''}`,
      months: options.months ?? '',
      baseYear: `${options.baseYear ?? ''}`,
      currency: options.currency ?? '',
      reason: options.reason ?? '',
      override: override ?? '',
    },
    heads: headsOf({ outcome, refusal }).flatMap(({ name, use }, index) =>
      name.trim() === ''
        ? []
        : [{ index, name, use: told[name] ?? '', readAs: use === 'unknown' ? null : use }],
    ),
    unknownTexts: unknownTextsOf({ outcome, settings }).map((text, index) => ({
      index,
      text,
      use: options.categories[text] ?? '',
    })),
    choices: {
      fields: [...FIELDS[upload.kind]],
      dimensions: vocabulary.dimensions.map(({ code, name, categories }) => ({
        code,
        name: inLanguage(name, language),
        categories: named(categories, language),
      })),
      indicators: named(vocabulary.indicators, language),
      sources: named(vocabulary.sources, language),
    },
  };
}

/** The columns of a file in their order: as they were read, or as they may be. */
export function headsOf({
  outcome,
  refusal,
}: Pick<FigureUploadReading, 'outcome' | 'refusal'>): { readonly name: string; readonly use: string }[] {
  if (outcome) return outcome.header.map((name, index) => ({ name, use: outcome.uses[index] ?? 'unknown' }));
  return (refusal?.head ?? []).map((name) => ({ name, use: 'unknown' }));
}

/** Texts of the file that a person was, or is to be, asked the meaning of. */
export function unknownTextsOf({
  outcome,
  settings,
}: Pick<FigureUploadReading, 'outcome' | 'settings'>): string[] {
  const asked = (outcome?.problems ?? []).flatMap(({ code, given }) =>
    code === 'import.category_unknown' && given !== '' ? [given] : [],
  );
  return [...new Set([...Object.keys(settings.options.categories), ...asked])].slice(0, MOST_TEXTS);
}

/** Every bad row, as a file to work through beside the one that has them. */
export function problemsAsCsv({ outcome }: FigureUploadReading, language: Language): string {
  const problems = outcome ? outcomeView(outcome, language).problems : [];
  return inertCsv(problems, { columns: ['row', 'column', 'value', 'expected', 'other', 'code'] });
}

function outcomeView(outcome: ImportOutcome, language: Language) {
  return {
    format: outcome.format,
    rows: outcome.rows,
    skipped: outcome.skipped,
    counts: outcome.counts,
    overruled: outcome.overruled,
    problemCount: outcome.problemCount,
    problems: outcome.problems.map(({ row, column, given, code, other }) => ({
      row,
      column,
      value: given,
      code,
      expected: WORDS[language].expected[code],
      other: other ?? null,
    })),
    columns: headsOf({ outcome, refusal: null }),
    mapping: mappingOf(outcome.mapping),
    remembered: outcome.remembered,
  };
}

function refusalText(
  { code, given, row }: NonNullable<FigureUploadReading['refusal']>,
  language: Language,
): string {
  const [room = '', reason = ''] = code.split('.');
  const { table, refusals } = WORDS[language];
  if (room === 'table' && Object.hasOwn(table, reason))
    return table[reason as keyof typeof table]({ name: given, ...(row === null ? {} : { row }) });
  if (Object.hasOwn(refusals, reason)) return refusals[reason as keyof typeof refusals](given);
  return code;
}

function importedView(state: State, found: Imported): FigureImportList['items'][number] {
  const { id, kind, fileName, sha256, rows, added, revised, unchanged } = found;
  return {
    id,
    kind,
    fileName,
    sha256,
    rows,
    counts: { added, revised, unchanged },
    importedBy: found.importedByName,
    importedOn: civilDayOf(found.importedAt, state.timeZone),
    importState: found.undoneAt === null ? 'saved' : 'undone',
  };
}

/** `26a-P1 department=150000|sex=female 2010-01-01/2010-12-31` as people say it: 26a-P1, Lima, female, 2010. */
function figureWords(
  figure: string,
  { dimensions }: FigureImportReading['vocabulary'],
  language: Language,
): string {
  const nameOf = (code: string, value: string): string => {
    const category = dimensions
      .find((dimension) => dimension.code === code)
      ?.categories.find((one) => one.code === value);
    return category ? inLanguage(category.name, language) : value;
  };
  const words = figure.split(' ').map((part) => {
    if (part.includes('='))
      return part
        .split('|')
        .map((pair) => nameOf(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)))
        .join(', ');
    const year = /^(\d{4})-01-01\/\1-12-31$/.exec(part);
    if (year) return year[1];
    for (const dimension of ['purpose', 'offence', 'stage']) {
      const name = nameOf(dimension, part);
      if (name !== part) return name;
    }
    return part;
  });
  return words.join(', ');
}

const mappingOf = ({ columns, categories }: ImportOutcome['mapping']) => ({
  columns: { ...columns },
  categories: { ...categories },
});

function named(
  things: readonly { readonly code: string; readonly name: { readonly en: string; readonly es: string } }[],
  language: Language,
): { code: string; name: string }[] {
  return things.map(({ code, name }) => ({ code, name: inLanguage(name, language) }));
}

function stateOf(state: State, language: Language): FigureImportList['state'] {
  return { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration };
}
