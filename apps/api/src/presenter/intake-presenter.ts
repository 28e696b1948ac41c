import type { IntakeList, IntakeView } from '#contracts';
import { civilDayOf, documentFactsOf, paragraphReadingOf } from '#domain';
import type { ParsedDocument, ParsedSection } from '#domain';
import { readingWarningSentence } from '#messages';
import type { Language } from '#messages';
import { writeFacts, writeParagraph } from '#tracking';
import type { IntakePage, IntakeReading, KeptCorrection, Saving, State } from '#tracking';

import { encodeCursor } from '../public/cursor.js';
import { inLanguage } from './wording.js';

export function intakeView(state: State, found: IntakeReading, language: Language): IntakeView {
  const { intake, reading, corrections } = found;
  const correctedAt = (place: string): IntakeView['factsCorrected'] =>
    correctedView(
      state,
      corrections.find((one) => one.place === place),
    );
  const headings = headingsByParagraph(reading.sections);
  return {
    state: stateOf(state, language),
    today: found.today,
    id: intake.id,
    fileName: intake.fileName,
    intakeState: intake.state,
    openedBy: intake.openedBy,
    openedOn: civilDayOf(intake.openedAt, state.timeZone),
    language: reading.language,
    mechanism: reading.mechanism,
    instrument: reading.instrument,
    key: reading.symbol ?? reading.inferredSymbol ?? intake.textSha256.slice(0, 16),
    recommendations: reading.recommendations.length,
    facts: writeFacts(documentFactsOf(reading)),
    factsCorrected: correctedAt('document'),
    warnings: warningsOn(reading, null, language),
    unplaced: [...found.unplaced],
    paragraphs: reading.paragraphs.map(({ number }) => ({
      number,
      headings: headings.get(number) ?? [],
      excerpt: found.excerpts.get(number) ?? null,
      written: writeParagraph(paragraphReadingOf(reading, number)!),
      recommendations: reading.recommendations
        .filter(({ paragraph }) => paragraph === number)
        .map(({ id }) => id),
      warnings: warningsOn(reading, number, language),
      corrected: correctedAt(`paragraph.${number}`),
    })),
    saving: found.saving === null ? null : savingView(found.saving),
  };
}

export function intakeListView(
  state: State,
  page: IntakePage,
  language: Language,
): Omit<IntakeList, 'sought'> {
  return {
    state: stateOf(state, language),
    today: page.today,
    endings: [...page.endings],
    items: page.intakes.map(({ id, fileName, title, documentKey, openedBy, openedAt, ...intake }) => ({
      id,
      fileName,
      title,
      key: documentKey.length === 64 ? documentKey.slice(0, 16) : documentKey,
      intakeState: intake.state,
      openedBy,
      openedOn: civilDayOf(openedAt, state.timeZone),
    })),
    nextCursor: page.next === null ? null : encodeCursor([page.next]),
  };
}

function stateOf(state: State, language: Language): IntakeView['state'] {
  return {
    iso3: state.iso3,
    name: inLanguage(state.name, language),
    demonstration: state.demonstration,
  };
}

function correctedView(state: State, kept: KeptCorrection | undefined): IntakeView['factsCorrected'] {
  if (kept === undefined) return null;
  return {
    by: kept.correctedBy,
    on: civilDayOf(kept.correctedAt, state.timeZone),
    reason: kept.reason,
  };
}

function warningsOn(
  reading: ParsedDocument,
  number: number | null,
  language: Language,
): IntakeView['warnings'] {
  return reading.warnings
    .filter(({ paragraph }) => paragraph === number)
    .map((warning) => ({ code: warning.code, message: readingWarningSentence(language, warning) }));
}

/** Titles from the outermost to the innermost, by paragraph. */
function headingsByParagraph(sections: readonly ParsedSection[]): ReadonlyMap<number, string[]> {
  const headings = new Map<number, string[]>();
  const walk = (inner: readonly ParsedSection[]): void => {
    for (const { number, title, paragraphs, sections: deeper } of inner) {
      for (const paragraph of paragraphs)
        headings.set(paragraph, [
          ...(headings.get(paragraph) ?? []),
          number === null ? title : `${number}. ${title}`,
        ]);
      walk(deeper);
    }
  };
  walk(sections);
  return headings;
}

function savingView(saving: Saving): NonNullable<IntakeView['saving']> {
  switch (saving.kind) {
    case 'new':
    case 'unchanged':
      return { kind: saving.kind };
    case 'language_added':
      return { kind: saving.kind, unmatched: [...saving.unmatched] };
    case 'amended': {
      const { added, removed, reworded, kinds, paragraphs } = saving.difference;
      return {
        kind: saving.kind,
        sameText: saving.sameText,
        added: [...added],
        removed: [...removed],
        reworded: [...reworded],
        kinds: [...kinds],
        paragraphs: {
          added: [...paragraphs.added],
          removed: [...paragraphs.removed],
          reworded: [...paragraphs.reworded],
        },
        adoption: saving.adoption,
        followed: [...saving.followed],
        judged: [...saving.judged],
      };
    }
  }
}
