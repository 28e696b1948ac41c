import type { UhriAnnotationList, UhriImportList, UhriImportView } from '#contracts';
import { civilDayOf, wordDifference } from '#domain';
import type { UhriContent } from '#domain';
import type { Language } from '#messages';
import type {
  State,
  UhriAnnotationPage,
  UhriDifference,
  UhriImport,
  UhriImportPage,
  UhriImportReading,
} from '#tracking';

import { encodeCursor } from '../public/cursor.js';
import { inLanguage } from './wording.js';

type ImportItem = UhriImportList['items'][number];
type DifferenceView = UhriImportView['items'][number];

export function uhriImportListView(
  state: State,
  page: UhriImportPage,
  megabytes: number,
  language: Language,
): UhriImportList {
  return {
    state: stateOf(state, language),
    today: page.today,
    megabytes,
    items: page.imports.map((one) => importView(state, one, one.expired)),
    nextCursor: cursorOf(page.next),
  };
}

export function uhriImportView(state: State, reading: UhriImportReading, language: Language): UhriImportView {
  const { otherStates, unknownCountries, unknownNames, repeated, unlisted } = reading.found.tally;
  return {
    state: stateOf(state, language),
    today: reading.today,
    ...importView(state, reading.found, reading.expired),
    until: reading.until,
    tally: { otherStates, unknownCountries, unknownNames: [...unknownNames], repeated, unlisted },
    counts: reading.counts,
    seen: reading.seen,
    change: reading.change,
    items: reading.differences.map(differenceView),
    nextCursor: cursorOf(reading.next),
  };
}

export function uhriAnnotationListView(
  state: State,
  page: UhriAnnotationPage,
  language: Language,
): Omit<UhriAnnotationList, 'sought'> {
  return {
    state: stateOf(state, language),
    today: page.today,
    items: page.annotations.map(
      ({ annotationId, language: written, content, absentSince, link, decisions }) => ({
        annotationId,
        language: written,
        symbol: content.symbol,
        body: content.body,
        kind: content.kind,
        heading: content.heading,
        paragraph: content.paragraph,
        text: content.text,
        themes: [...content.themes],
        affectedPersons: [...content.affectedPersons],
        sdgs: [...content.sdgs],
        publishedOn: content.publishedOn,
        uprPosition: content.uprPosition,
        gone: absentSince !== null,
        link: link && {
          basis: link.basis,
          paragraph: link.paragraph,
          recommendations: [...link.recommendations],
          likeness: link.likeness,
          sameWords: link.sameWords,
          words: link.sameWords === false ? [...wordDifference(link.text ?? '', content.text)] : [],
        },
        decisions: decisions.map(({ recommendation, verdict, personName, decidedAt }) => ({
          recommendation,
          verdict,
          decidedBy: personName,
          decidedOn: civilDayOf(decidedAt, state.timeZone),
        })),
      }),
    ),
    nextCursor: cursorOf(page.next),
  };
}

function importView(
  state: State,
  { id, fileName, language, openedBy, openedAt, ...found }: UhriImport,
  expired: boolean,
): ImportItem {
  return {
    id,
    fileName,
    language,
    importState: expired ? 'expired' : found.state === 'reading' ? 'open' : found.state,
    openedBy,
    openedOn: civilDayOf(openedAt, state.timeZone),
    rows: found.tally.read,
  };
}

function differenceView({
  row,
  annotationId,
  before,
  after,
  rejections,
  returned,
}: UhriDifference): DifferenceView {
  const shown = after ?? before;
  return {
    row,
    annotationId,
    symbol: shown?.symbol ?? null,
    paragraph: shown?.paragraph ?? null,
    text: shown?.text ?? null,
    returned,
    fields: before === null || after === null ? [] : changedFields(before, after),
    rejections: rejections.map((one) => ({ ...one })),
  };
}

function changedFields(before: UhriContent, after: UhriContent): DifferenceView['fields'] {
  return (Object.keys(after) as (keyof UhriContent)[])
    .map((field) => ({ field, before: written(before[field]), after: written(after[field]) }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({
      ...change,
      words: change.field === 'text' ? [...wordDifference(change.before ?? '', change.after ?? '')] : [],
    }));
}

function written(value: UhriContent[keyof UhriContent]): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  return Array.isArray(value) ? value.join('\n') : String(value);
}

function stateOf(state: State, language: Language): UhriImportList['state'] {
  return { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration };
}

function cursorOf(next: number | null): string | null {
  return next === null ? null : encodeCursor([next]);
}
