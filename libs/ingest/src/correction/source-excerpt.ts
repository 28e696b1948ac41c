const PARAGRAPH = /^\s*(?:\*\*)?(\d{1,3})\.(?:\*\*)?(?:\s|$)/;

/**
 * The lines of a file between the number of each paragraph and the next, as they came, so that what was read can be held against
 * what stands there: running heads and footnotes included, blank lines left out. By paragraph number; a number that does not begin a line has none.
 */
export function excerptByParagraph(text: string, numbers: readonly number[]): ReadonlyMap<number, string> {
  const lines = text.split(/\r?\n/);
  const begins = new Map<number, number>();
  let from = 0;
  for (const number of numbers) {
    const at = lines.findIndex(
      (line, index) => index >= from && Number(PARAGRAPH.exec(line)?.[1]) === number,
    );
    if (at < 0) continue;
    begins.set(number, at);
    from = at + 1;
  }
  const found = [...begins];
  return new Map(
    found.map(([number, begin], index) => [
      number,
      lines
        .slice(begin, found[index + 1]?.[1] ?? lines.length)
        .filter((line) => line.trim() !== '')
        .join('\n'),
    ]),
  );
}
