/** What was typed into a form, as it is kept on the device. */
export interface Draft {
  readonly at: number;
  /** Version of what the form edits when it was typed; null: the form makes something new. */
  readonly version: string | null;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const PREFIX = 'vigia.draft:';
const KEPT_FOR_MS = 7 * 86_400_000;

/** A person's draft of one form: nobody else's form on the same device finds it. */
export function draftKey(person: string, path: string): string {
  return `${PREFIX}${person}:${path}`;
}

export function readDraft(store: Storage, key: string): Draft | null {
  const text = store.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    store.removeItem(key);
    return null;
  }
}

/** False where the device keeps nothing: no room, or its owner does not want it. */
export function writeDraft(store: Storage, key: string, draft: Draft): boolean {
  try {
    store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Drops drafts of others and those that are a week old; of everybody where nobody is named. */
export function dropDrafts(store: Storage, person: string | null, now: number): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  for (const key of keys) {
    if (!key.startsWith(PREFIX)) continue;
    const own = person !== null && key.startsWith(draftKey(person, '/'));
    const at = own ? (readDraft(store, key)?.at ?? 0) : 0;
    if (!own || now - at > KEPT_FOR_MS) store.removeItem(key);
  }
}

/** Where the page leads after a form was sent: whether what was typed stands on the server now. */
export function isSaved(
  sentFrom: string,
  arrived: { readonly path: string; readonly query: URLSearchParams },
): boolean {
  if (arrived.query.has('done')) return true;
  // What could be saved of it leads on to its own page, which says what could not.
  return arrived.path !== sentFrom && arrived.query.has('problem') && !arrived.path.startsWith('/sign-in');
}
