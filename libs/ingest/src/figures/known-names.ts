import { plainName } from './plain-name.js';
import { remember } from './remembered.js';

interface Named {
  readonly code: string;
  readonly name: { readonly en: string; readonly es: string };
}

/** Things of the record by code or by name in either language. Two things of one name are told by their codes only. */
export class KnownNames<T extends Named> {
  private readonly byName = new Map<string, T | null>();
  private readonly byCode = new Map<string, T>();
  /** As files write them: a column names the same few things in every row. */
  private readonly found = new Map<string, T>();

  constructor(things: readonly T[]) {
    for (const thing of things) {
      this.byCode.set(plainName(thing.code), thing);
      for (const name of new Set([plainName(thing.name.en), plainName(thing.name.es)]))
        this.byName.set(name, this.byName.has(name) ? null : thing);
    }
  }

  find(text: string): T | null {
    const known = this.found.get(text);
    if (known !== undefined) return known;
    const plain = plainName(text);
    const thing = this.byCode.get(plain) ?? this.byName.get(plain) ?? null;
    if (thing !== null) remember(this.found, text, thing);
    return thing;
  }
}
