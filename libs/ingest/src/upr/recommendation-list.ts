import type { Grammar } from '../grammar/grammar.js';
import { joinLines } from '../text/join-lines.js';
import type { Line } from '../text/line.js';

const PARAGRAPH = /^(\d{1,3})\.\s+(?=\S)/;
const RECOMMENDATION = /^(\d{1,3})\.(\d{1,3})\.?\s+(?=\S)/;
/** Numbers that may be missing in a list; a greater jump is a number of the text, such as a target's. */
const MOST_LOST = 4;

interface NumberedRecommendation {
  readonly paragraph: number;
  readonly position: number;
  readonly text: string;
}

/** A paragraph that introduces recommendations, with those under it. */
interface RecommendationList {
  readonly paragraph: number;
  readonly introduction: string;
  readonly recommendations: readonly NumberedRecommendation[];
}

interface Draft {
  readonly paragraph: number;
  readonly introduction: string[];
  readonly entries: { readonly position: number; readonly lines: string[] }[];
}

/** The lists `121.1`, `121.2` … under paragraph 121. A number of another paragraph at the beginning of a line is text. */
export function findRecommendationLists(
  lines: readonly Line[],
  grammar: Grammar,
): readonly RecommendationList[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const draft = drafts.at(-1);
    const numbered = RECOMMENDATION.exec(line.text);
    const paragraph = Number(PARAGRAPH.exec(line.text)?.[1] ?? 0);
    const last = draft?.entries.at(-1)?.position ?? 0;
    const step = numbered === null ? 0 : Number(numbered[2]) - last;
    if (draft !== undefined && Number(numbered?.[1]) === draft.paragraph && step > 0 && step <= MOST_LOST + 1)
      draft.entries.push({ position: last + step, lines: [line.text.slice(numbered?.[0].length)] });
    else if (paragraph > (draft?.paragraph ?? 0) && paragraph <= (draft?.paragraph ?? 0) + MOST_LOST + 1)
      drafts.push({ paragraph, introduction: [line.text.replace(PARAGRAPH, '')], entries: [] });
    else if (draft !== undefined) (draft.entries.at(-1)?.lines ?? draft.introduction).push(line.text);
  }
  return drafts
    .filter(({ entries }) => entries.length > 0)
    .map(({ paragraph, introduction, entries }) => ({
      paragraph,
      introduction: joinLines(introduction, grammar),
      recommendations: entries.map(({ position, lines: printed }) => ({
        paragraph,
        position,
        text: joinLines(printed, grammar),
      })),
    }));
}
