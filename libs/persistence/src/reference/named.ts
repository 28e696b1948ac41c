/** A code with its name in both languages of the screens. */
export interface Named {
  readonly code: string;
  readonly name: { readonly en: string; readonly es: string };
}

export interface Category extends Named {
  /** The same category in registers of others, by the register's name. */
  readonly codes?: Readonly<Record<string, string>>;
  /** First and last day on which it is a category; left out: no end on that side. */
  readonly valid_from?: string;
  readonly valid_until?: string;
}

export function named(code: string, en: string, es: string): Named {
  return { code, name: { en, es } };
}
