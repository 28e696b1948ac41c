/** `14(a)` as it is printed: `14 (a)`, `14 a)`. U+00A0 keeps the letter with its paragraph. */
export function printCode(language: string, code: string): string {
  const [, paragraph, letters] = /^(\d+)((?:\([^)]+\))+)$/.exec(code) ?? [];
  if (paragraph === undefined || letters === undefined) return code;
  return language === 'es'
    ? `${paragraph}\u00a0${letters.replaceAll('(', '').replaceAll(')', ') ').trim()}`
    : `${paragraph}\u00a0${letters}`;
}
