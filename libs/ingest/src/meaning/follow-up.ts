import type { FollowUpRequest } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import type { OutlineParagraph } from '../structure/outline.js';
import { toSentences } from '../text/sentence.js';
import { mentionId, readParagraphList } from './paragraph-list.js';
import { findDates } from './printed-date.js';

/** Characters before a list of paragraphs that tell whose paragraphs they are. */
const LOOK_BACK = 60;

/** Requests for information on listed paragraphs before the next report, each with its own delay. */
export function findFollowUp(paragraph: OutlineParagraph, grammar: Grammar): readonly FollowUpRequest[] {
  if (grammar.importance.test(paragraph.text)) return [];
  if (!grammar.followUp.test(paragraph.text)) return [];
  return toSentences(paragraph.text, grammar).flatMap((statement) => {
    if (!grammar.followUp.test(statement)) return [];
    const dueOn = findDates(statement, grammar).at(0)?.date ?? null;
    const delay = readDelay(statement, grammar);
    if (dueOn === null && delay === null) return [];
    const paragraphs = listedIn(statement, grammar);
    return paragraphs.length === 0 ? [] : [{ paragraphs, delay, dueOn, statement }];
  });
}

/** Paragraphs to which the committee draws particular attention. */
export function findImportance(paragraph: OutlineParagraph, grammar: Grammar): readonly string[] {
  if (!grammar.importance.test(paragraph.text)) return [];
  return listedIn(paragraph.text, grammar);
}

/** Every list of paragraphs in a text; `paragraph 1 of the guidelines` or a rule's paragraph is none. */
function listedIn(text: string, grammar: Grammar): readonly string[] {
  const otherBefore = new RegExp(
    `(?:${grammar.otherText})\\s[\\d/]{1,8}(?:\\s\\(\\d{1,2}\\))?,?\\s*\\(?$`,
    'i',
  );
  const otherAfter = new RegExp(`^,?\\s*${grammar.ofWord}(?:${grammar.otherText})(?![\\p{L}])`, 'iu');
  const lists = text.matchAll(new RegExp(`${grammar.paragraphWord}\\s+(?=\\d)`, 'gi'));
  const ids = [...lists].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    const after = text.slice(match.index + match[0].length);
    const { mentions, length } = readParagraphList(after, grammar);
    if (otherBefore.test(before) || otherAfter.test(after.slice(length, length + LOOK_BACK))) return [];
    return mentions.map(mentionId);
  });
  return [...new Set(ids)];
}

/** `P2Y` for "within two years", or null. */
function readDelay(text: string, grammar: Grammar): string | null {
  const match = grammar.delay.exec(text);
  if (match === null) return null;
  const word = (match[1] ?? '').toLowerCase();
  const amount = grammar.numberWords[word] ?? Number(word);
  const unit = grammar.months12.test(match[2] ?? '') ? 'M' : 'Y';
  return Number.isInteger(amount) && amount > 0 ? `P${amount}${unit}` : null;
}
