// Marks that turn the reading order around, so that a name reads as something else (Unicode TR 36, 2.4), and control characters,
// which no page needs. Written as numbers: as letters they could not be read here.
const MARKS = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Markup without them: names and titles come from people. */
export function unmarked(html: string): string {
  return html.replace(MARKS, '');
}
