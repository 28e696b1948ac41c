import type {
  ChapeauKind,
  CivilDate,
  DocumentFacts,
  OperativeVerb,
  ParagraphKind,
  ParagraphReading,
  ParsedDocument,
  ReadingCorrection,
} from '#domain';
import { UserError, documentFactsOf, isCivilDate, paragraphReadingOf } from '#domain';
import {
  readIds,
  readLettered,
  readLists,
  readOutline,
  readRequests,
  writeLettered,
  writeLists,
  writeOutline,
  writeRequests,
} from '#ingest';

/** The reading of a paragraph as a form writes it: lists as lines. */
export interface WrittenParagraph {
  readonly kind: ParagraphKind;
  readonly verb: OperativeVerb | null;
  readonly chapeau: ChapeauKind | null;
  /** Own words, then a line for each letter. */
  readonly words: string;
  readonly concernParagraph: number | null;
  readonly references: string;
  readonly articles: string;
}

/** The facts of a document as a form writes them; empty where the text says nothing. */
export interface WrittenFacts {
  readonly symbol: string;
  readonly title: string;
  readonly reportConsidered: string;
  readonly consideredOn: string;
  readonly adoptedOn: string;
  readonly nextReportOn: string;
  readonly nextReportStatement: string;
  readonly followUp: string;
  readonly importance: string;
  readonly outline: string;
}

export function writeParagraph(reading: ParagraphReading): WrittenParagraph {
  const { kind, verb, chapeau, concernParagraph } = reading;
  return { kind, verb, chapeau, concernParagraph, words: writeLettered(reading), ...writeLists(reading) };
}

export function writeFacts(facts: DocumentFacts): WrittenFacts {
  return {
    symbol: facts.symbol ?? '',
    title: facts.title,
    reportConsidered: facts.reportConsidered.join('\n'),
    consideredOn: facts.consideredOn.join('\n'),
    adoptedOn: facts.adoptedOn ?? '',
    nextReportOn: facts.nextReport.dueOn ?? '',
    nextReportStatement: facts.nextReport.statement ?? '',
    followUp: writeRequests(facts.followUp),
    importance: facts.importance.join(', '),
    outline: writeOutline(facts.sections),
  };
}

/** @throws UserError `form.FIELD` naming the line that cannot be read; `reading.place` where there is no such paragraph. */
export function paragraphCorrection(
  read: ParsedDocument,
  number: number,
  written: WrittenParagraph,
): ReadingCorrection {
  const before = paragraphReadingOf(read, number);
  if (before === null)
    throw new UserError('not_found', 'reading.place', `The text has no paragraph ${number}.`);
  const lists = readLists(written, before);
  if ('unreadable' in lists)
    throw unreadable(
      'references',
      lists.unreadable,
      'one to a line, such as “CRC/C/PER/CO/4-5: 9, 10” or “CRC-OP-SC 3(1)(a)”',
    );
  const { kind, verb, chapeau, concernParagraph } = written;
  const { text, items } = readLettered(written.words);
  return {
    place: 'paragraph',
    number,
    reading: { kind, verb, chapeau, text, items, concernParagraph, ...lists },
  };
}

/** @throws UserError `form.FIELD` naming the line that cannot be read. */
export function factsCorrection(read: ParsedDocument, written: WrittenFacts): ReadingCorrection {
  const before = documentFactsOf(read);
  const followUp = readRequests(written.followUp, before.followUp);
  if ('unreadable' in followUp)
    throw unreadable('followUp', followUp.unreadable, 'such as “18, 36(a): P2Y” or “9: 2027-01-31”');
  const known = read.paragraphs.map(({ number }) => number);
  const sections = readOutline(written.outline, known);
  if ('unreadable' in sections)
    throw unreadable('outline', sections.unreadable, 'such as “IV. Prevention [19-22]”');
  const importance = readIds(written.importance);
  if (importance === null) throw unreadable('importance', written.importance, 'such as “15, 22(b)”');
  return {
    place: 'document',
    reading: {
      symbol: textOrNull(written.symbol),
      title: written.title,
      reportConsidered: linesOf(written.reportConsidered),
      consideredOn: linesOf(written.consideredOn).map((line) => dayOf('consideredOn', line)),
      adoptedOn: dayOrNull('adoptedOn', written.adoptedOn),
      nextReport: {
        dueOn: dayOrNull('nextReportOn', written.nextReportOn),
        statement: textOrNull(written.nextReportStatement),
      },
      followUp,
      importance,
      sections,
    },
  };
}

function unreadable(field: string, line: string, expected: string): UserError {
  return new UserError(
    'invalid_input',
    `form.${field}`,
    `${field}: “${line}” cannot be read; expected ${expected}.`,
  );
}

function dayOrNull(field: string, written: string): CivilDate | null {
  return written === '' ? null : dayOf(field, written);
}

function dayOf(field: string, written: string): CivilDate {
  if (!isCivilDate(written)) throw unreadable(field, written, 'a day such as 2016-01-29');
  return written;
}

function textOrNull(written: string): string | null {
  return written.trim() === '' ? null : written.trim();
}

function linesOf(written: string): string[] {
  return written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
