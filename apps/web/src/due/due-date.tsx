import type { Wording } from '../wording/wording.js';
import { dueWords } from './due-words.js';
import type { DueView } from './due-words.js';

/** A date with its certainty: solid underline when confirmed, dashed when estimated, dotted when the Committee has not set it. */
export function DueDate({ due, wording }: { readonly due: DueView; readonly wording: Wording }) {
  return <span class={`due due-${due.certainty}`}>{dueWords(due, wording)}</span>;
}
