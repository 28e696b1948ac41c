import { type ParsedDocument, UserError } from '#domain';
import { ingestEn } from '#messages';
import { detectLanguage } from './grammar/detect-language.js';
import type { Grammar } from './grammar/grammar.js';
import { GRAMMARS } from './grammar/grammars.js';
import { findArticles } from './meaning/article.js';
import { findFollowUp, findImportance } from './meaning/follow-up.js';
import { readIdentity } from './meaning/identity.js';
import { findNextReport } from './meaning/next-report.js';
import { toPassages } from './meaning/passage.js';
import { readParagraph, toRecommendations } from './meaning/recommendation.js';
import { findReferences } from './meaning/reference.js';
import { findReviewDates } from './meaning/review-date.js';
import { findTitle } from './meaning/title.js';
import { notConcludingObservations, recognise } from './recognition/recognise.js';
import { toOutline } from './structure/outline.js';
import { mendBrokenWords } from './text/broken-word.js';
import { withoutFootnotes } from './text/footnote.js';
import { toLines } from './text/line.js';
import { withoutRunningHeads } from './text/running-head.js';
import { WarningList } from './warning/warning-list.js';

const GRAMMAR_LIST = Object.values(GRAMMARS);
/** Characters of text that are read; the longest concluding observations have about 150,000. */
const TEXT_LIMIT = 1_000_000;
const MILLION = 1_000_000;
/** Paragraphs in which the review and the adoption are told. */
const OPENING_PARAGRAPHS = 2;

/**
 * Reads concluding observations of a treaty body. Throws a UserError, kind `invalid_input`, for any text that is not
 * such a document.
 */
export function parseDocument(text: string, grammars: readonly Grammar[] = GRAMMAR_LIST): ParsedDocument {
  const grammar = grammarFor(text, grammars);
  const warnings = new WarningList();
  const { lines: printed, runningHeads } = withoutRunningHeads(toLines(text));
  const { lines: body, footnotes } = withoutFootnotes(printed, grammar.opensFootnote);
  const lines = mendBrokenWords(body, grammar.hyphenated);
  const outline = toOutline(lines, grammar, warnings);
  const title = findTitle(outline.header, grammar);
  recognise(outline, title, grammar);

  const openings = outline.paragraphs.slice(0, OPENING_PARAGRAPHS).map((paragraph) => paragraph.text);
  const header = outline.header.map((line) => line.text).join('\n');
  const { language } = grammar;
  const symbolsAt = (above: boolean): readonly string[] =>
    runningHeads.filter((head) => head.line <= outline.header.length === above).map((head) => head.symbol);
  const heads = { masthead: symbolsAt(true), runningHeads: symbolsAt(false) };
  const identity = readIdentity(
    { header, title, opening: openings[0] ?? '', footnotes, ...heads, grammar },
    warnings,
  );
  const paragraphs = outline.paragraphs.map((paragraph) => readParagraph(paragraph, grammar, warnings));
  const recommendations = toRecommendations(paragraphs);
  if (identity === null || recommendations.length === 0) {
    throw notConcludingObservations(identity === null ? ['committee'] : ['recommendation']);
  }
  const { committee, instrument, ...named } = identity;
  const passages = toPassages(outline.paragraphs);
  const { consideredOn, adoptedOn } = findReviewDates(openings, grammar);
  const references = findReferences(passages, grammar);
  const followUp = outline.paragraphs.flatMap((paragraph) => findFollowUp(paragraph, grammar));
  const importance = outline.paragraphs.flatMap((paragraph) => findImportance(paragraph, grammar));
  const nextReport = findNextReport(outline.paragraphs, grammar, warnings);

  const own = identity.symbol ?? identity.inferredSymbol;
  for (const { paragraph, symbol } of references) {
    if (symbol === own) warnings.add('symbol_of_this_document', paragraph, symbol);
  }
  if (adoptedOn === null) warnings.add('adoption_date_missing', null);
  const known = new Set(recommendations.flatMap(({ id, paragraph }) => [id, String(paragraph)]));
  for (const id of [...followUp.flatMap((request) => request.paragraphs), ...importance]) {
    if (!known.has(id)) warnings.add('follow_up_unknown_paragraph', null, id);
  }
  return {
    ...named,
    title,
    mechanism: committee.mechanism,
    instrument,
    language,
    consideredOn,
    adoptedOn,
    sections: outline.sections,
    paragraphs: paragraphs.map((read) => read.paragraph),
    recommendations,
    references,
    articles: findArticles(passages, grammar, { committee, instrument }),
    followUp,
    importance,
    nextReport,
    warnings: warnings.toWarnings(),
  };
}

function grammarFor(text: string, grammars: readonly Grammar[]): Grammar {
  if (text.length > TEXT_LIMIT) {
    const sentence = ingestEn.errors.tooLarge(Math.ceil(text.length / MILLION), TEXT_LIMIT / MILLION);
    throw new UserError('invalid_input', 'ingest.too_large', sentence);
  }
  if (text.trim() === '')
    throw new UserError('invalid_input', 'ingest.empty_text', ingestEn.errors.emptyText());
  const grammar = detectLanguage(text, grammars);
  if (grammar === null) {
    throw new UserError('invalid_input', 'ingest.language_not_recognised', ingestEn.errors.otherLanguage());
  }
  return grammar;
}
