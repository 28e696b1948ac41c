/** A moment in the words of a language; without its day where it was in the last twelve hours. */
export function timeOf(at: number, language: string): string {
  const format: Intl.DateTimeFormatOptions =
    Date.now() - at < 43_200_000
      ? { hour: '2-digit', minute: '2-digit', hour12: false }
      : { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false };
  return new Intl.DateTimeFormat(language, format).format(at);
}
