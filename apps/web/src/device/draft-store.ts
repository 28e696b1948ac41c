/** What was typed into a form, as it is kept on the device. */
export interface Draft {
  readonly at: number;
  /** Name of the page that holds the form. */
  readonly title?: string;
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

/** The same for one of several forms on a page that answer the same thing: by what it answers, after the page's own. */
export function partKey(key: string, part: string | undefined): string {
  return part === undefined || part === '' ? key : `${key}#${part}`;
}

/** Lets go of what was typed into a form, and into the others that answered the same thing. */
export function dropSaved(store: Storage, key: string): void {
  const [page = ''] = key.split('#');
  for (const one of draftKeys(store)) if (one.split('#')[0] === page) store.removeItem(one);
}

/**
 * Whose a draft is that was typed behind the link of a mail, where nobody signs in. Its form goes by a mark of its address and not
 * by the address: whoever reads the device afterwards must not find the link.
 */
export const LINK_OWNER = 'link';

export function linkMark(path: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of path) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return `/${(high >>> 0).toString(36)}${(low >>> 0).toString(36)}`;
}

/** One draft as it is listed: its form, null where that is behind the link of a mail. */
export interface KeptDraft {
  readonly path: string | null;
  readonly draft: Draft;
}

/** What is kept on the device, newest first. */
export function listDrafts(store: Storage): KeptDraft[] {
  return draftKeys(store)
    .flatMap((key): KeptDraft[] => {
      const draft = readDraft(store, key);
      const [owner = '', path = ''] = key.slice(PREFIX.length).split(/:(?=\/)/);
      return draft === null ? [] : [{ path: owner === LINK_OWNER ? null : path, draft }];
    })
    .sort((left, right) => right.draft.at - left.draft.at);
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

/** Drops drafts of others and those that are a week old; of everybody where nobody is named. Behind links nobody is another. */
export function dropDrafts(store: Storage, person: string | null, now: number): void {
  for (const key of draftKeys(store)) {
    const own = person !== null && [person, LINK_OWNER].some((owner) => key.startsWith(draftKey(owner, '/')));
    if (!own || isOld(store, key, now)) store.removeItem(key);
  }
}

/** Drops what is a week old, whosever it is. */
export function dropOldDrafts(store: Storage, now: number): void {
  for (const key of draftKeys(store)) if (isOld(store, key, now)) store.removeItem(key);
}

function isOld(store: Storage, key: string, now: number): boolean {
  return now - (readDraft(store, key)?.at ?? 0) > KEPT_FOR_MS;
}

function draftKeys(store: Storage): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );
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
