/** A name as people write it in different ways: without accents, case and punctuation. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+<>-]+/g, ' ')
    .trim();
}
