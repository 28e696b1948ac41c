// Control characters could end a header line; bidi controls could make a title read as something else (Unicode TR 36);
// half a surrogate pair cannot be written in UTF-8.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]+/gu;

/** One line of plain text: names and titles come from people. */
export function plainLine(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim();
}
