import type { SearchHit } from '#contracts';
import { markText, wordsOf } from '#domain';
import type { Language } from '#messages';
import type { FoundSubject } from '#tracking';

const LONGEST_TEXT = 280;

/** Shows a text in the reader's language, unless only another language version holds what was sought. */
export function searchHitView(found: FoundSubject, hits: ReadonlySet<string>, language: Language): SearchHit {
  const title = choose(found.titles, new Set(), language);
  const text = choose(found.texts, hits, language);
  return {
    kind: found.kind,
    id: found.key,
    document: found.document,
    code: found.code,
    title: title ? markText(title.text, hits) : [],
    titleLanguage: title?.language ?? null,
    text: text ? markText(text.text, hits, LONGEST_TEXT) : [],
    textLanguage: text?.language ?? null,
  };
}

function choose(
  texts: Readonly<Record<string, string>>,
  hits: ReadonlySet<string>,
  language: Language,
): { readonly text: string; readonly language: string } | null {
  const order = [...new Set([language, 'en', ...Object.keys(texts)])].filter(
    (one) => texts[one] !== undefined,
  );
  const holding = order.find((one) => wordsOf(texts[one] ?? '').some((word) => hits.has(word)));
  const chosen = holding ?? order[0];
  return chosen === undefined ? null : { text: texts[chosen] ?? '', language: chosen };
}
