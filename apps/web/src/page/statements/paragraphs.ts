/** Paragraphs of a plain text: an empty line parts them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Of the beginning of a text, what fits a list: its first paragraph, cut at a word where it was cut already. */
export function openingOf(text: string, whole: number): string {
  const [first = ''] = paragraphsOf(text);
  if (first.length < whole) return first;
  return `${first.slice(0, whole).replace(/\s+\S*$/, '')} …`;
}
