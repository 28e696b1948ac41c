import { UserError } from '#domain';
import { ingestEn } from '#messages';
import type { Grammar, OtherDocumentKind } from '../grammar/grammar.js';
import type { Outline } from '../structure/outline.js';

/** Characters of a document in which its kind is named when it has no numbered paragraph to end its head. */
const HEAD_LENGTH = 3_000;
/** Paragraphs in sequence below which a text is no document of this kind. */
const FEWEST_PARAGRAPHS = 3;

/** Characters before a title on its line: a number, a quotation mark. */
const BEFORE_A_TITLE = 6;
/** Kinds that quote the title of what they are about. */
const ALSO_NAMED_BESIDE_A_TITLE: ReadonlySet<OtherDocumentKind> = new Set([
  'follow_up_reply',
  'press_release',
]);

export type Missing = keyof typeof ingestEn.missing;

/** Refuses documents of another kind, naming the kind, and texts that lack what concluding observations have. */
export function recognise(outline: Outline, title: string, grammar: Grammar): void {
  const kind = otherKindOf(outline, grammar);
  if (kind !== null) {
    throw new UserError(
      'invalid_input',
      'ingest.other_kind_of_document',
      ingestEn.errors.otherKind(ingestEn.kinds[kind]),
      { details: { kind } },
    );
  }
  const opening = outline.paragraphs.slice(0, FEWEST_PARAGRAPHS).map((paragraph) => paragraph.text);
  const missing: Missing[] = [];
  if (
    title === '' &&
    !opening.some((text) => grammar.adopted.test(text) && grammar.documentTitle.test(text))
  ) {
    missing.push('title');
  }
  if (outline.paragraphs.length < FEWEST_PARAGRAPHS) missing.push('paragraphs');
  if (missing.length > 0) throw notConcludingObservations(missing);
}

/** The error for a text that is not of this kind, naming all that was looked for in vain. */
export function notConcludingObservations(missing: readonly Missing[]): UserError {
  const sentences = missing.map((one) => ingestEn.missing[one]).join('; ');
  return new UserError(
    'invalid_input',
    'ingest.not_concluding_observations',
    ingestEn.errors.notConcludingObservations(sentences),
    { details: { missing } },
  );
}

/** A title that a line begins with decides; without one, the lines above the first paragraph do. */
function otherKindOf(outline: Outline, grammar: Grammar): OtherDocumentKind | null {
  const head = outline.header
    .map((line) => line.text)
    .join('\n')
    .slice(0, HEAD_LENGTH);
  const isTitle = outline.header.some((line) => {
    const named = grammar.documentTitle.exec(line.text);
    return named !== null && named.index <= BEFORE_A_TITLE;
  });
  const kinds = isTitle
    ? grammar.otherKinds.filter(({ kind }) => ALSO_NAMED_BESIDE_A_TITLE.has(kind))
    : grammar.otherKinds;
  return kinds.find(({ pattern }) => pattern.test(head))?.kind ?? null;
}
