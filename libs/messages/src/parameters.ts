/** What a sentence is given: numbers, codes and civil dates. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

export function textOf(parameters: Parameters, key: string): string {
  const value = parameters[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function numberOf(parameters: Parameters, key: string): number {
  const value = Number(parameters[key]);
  return Number.isFinite(value) ? value : 0;
}

/** Codes as a list of words. */
export function codesOf(parameters: Parameters, key: string, wordFor: (code: string) => string): string {
  const value = parameters[key];
  return Array.isArray(value) ? value.map(wordFor).join(', ') : '';
}
