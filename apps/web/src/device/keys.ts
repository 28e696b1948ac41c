import type { DeviceFacts } from './device-facts.js';
import { usesKeys } from './key-setting.js';
import { ANSWERS, ROWS } from './keys-here.js';

/** What a single key does: true where it did something. */
const ACTS: Readonly<Record<string, (facts: DeviceFacts) => boolean>> = {
  '/': (facts) => {
    const search = document.querySelector<HTMLInputElement>('[data-search]');
    search?.focus();
    search?.select();
    if (!search) void import('../palette/palette.js').then(({ openPalette }) => openPalette(facts));
    return true;
  },
  j: () => step(1),
  k: () => step(-1),
  r: () => press(rowHere()?.querySelector<HTMLElement>('[data-key=r]') ?? onlyOne(ANSWERS)),
  e: () =>
    press(
      rowHere()?.querySelector<HTMLElement>('[data-key=e]') ??
        document.querySelector<HTMLElement>('main [data-key=e]'),
    ),
  t: () =>
    press(
      (document.activeElement?.closest('figure') ?? document).querySelector<HTMLElement>(
        '.chart-table > summary',
      ),
    ),
  '?': (facts) => {
    void import('../palette/key-list.js').then(({ openKeyList }) => openKeyList(facts));
    return true;
  },
};

/** Ctrl-K always; single keys where nobody is typing and they are not switched off (WCAG 2.1.4). */
export function listenToKeys(facts: DeviceFacts): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') {
      event.preventDefault();
      void import('../palette/palette.js').then(({ openPalette }) => openPalette(facts));
      return;
    }
    // What has the focus goes first: a chart has keys of its own.
    if (event.defaultPrevented || ctrlKey || metaKey || altKey) return;
    if (isTyping(target) || document.querySelector('dialog[open]')) return;
    const act = Object.hasOwn(ACTS, key) ? ACTS[key] : undefined;
    if (act && usesKeys() && act(facts)) event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** What a key means on a page without a row under the focus: nothing where it could mean several. */
function onlyOne(selector: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(selector);
  const [first = null] = all;
  return all.length === 1 || first?.matches('#answer *') ? first : null;
}

function rowHere(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROWS) ?? null;
}

/** Moves the focus to the first link of the next row: from there Enter opens, as on every link. */
function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(ROWS)]
    .map((row) => row.querySelector<HTMLElement>('a[href], summary, button'))
    .filter((link) => link !== null);
  const here = links.findIndex((link) => link.closest(ROWS) === rowHere());
  const next = links[here === -1 ? (by === 1 ? 0 : -1) : here + by];
  if (!next) return links.length > 0;
  next.focus({ preventScroll: true });
  // The browser's own ring for keys: the focus came by one.
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function press(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  element.focus();
  element.click();
  return true;
}
