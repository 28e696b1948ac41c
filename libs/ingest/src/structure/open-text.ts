import { UserError } from '#domain';
import { ingestEn } from '#messages';
import { detectLanguage } from '../grammar/detect-language.js';
import type { Grammar } from '../grammar/grammar.js';
import { mendBrokenWords } from '../text/broken-word.js';
import { withoutFootnotes } from '../text/footnote.js';
import { toLines, type Line } from '../text/line.js';
import { withoutRunningHeads, type RunningHead } from '../text/running-head.js';
import { WarningList } from '../warning/warning-list.js';
import { toOutline, type Outline } from './outline.js';

/** Characters of text that are read; the longest concluding observations have about 150,000. */
const TEXT_LIMIT = 1_000_000;
const MILLION = 1_000_000;

/** A text whose language is known and whose lines and paragraphs are told apart, before anyone asks what it is. */
export interface OpenedText {
  readonly grammar: Grammar;
  /** Without running heads and footnotes. */
  readonly lines: readonly Line[];
  readonly runningHeads: readonly RunningHead[];
  /** Lines of the footnotes, in order. */
  readonly footnotes: readonly string[];
  readonly outline: Outline;
  readonly warnings: WarningList;
}

/** @throws UserError, kind `invalid_input`, for a text that is too long, empty or in no language of the grammars. */
export function openText(text: string, grammars: readonly Grammar[]): OpenedText {
  const grammar = grammarFor(text, grammars);
  const warnings = new WarningList();
  const { lines: printed, runningHeads } = withoutRunningHeads(toLines(text, grammar), grammar);
  const { lines: body, footnotes } = withoutFootnotes(printed, grammar);
  const lines = mendBrokenWords(body, grammar);
  return { grammar, lines, runningHeads, footnotes, outline: toOutline(lines, grammar, warnings), warnings };
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
