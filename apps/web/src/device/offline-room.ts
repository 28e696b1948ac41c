import { filled } from './device-facts.js';
import type { DeviceFacts } from './device-facts.js';
import { listDrafts } from './draft-store.js';
import { readSent } from './sent-form.js';
import { timeOf } from './time-of.js';

/** Fills the page that stands where another could not be reached: what was kept on the device, and how to go on. */
export function fillOfflineRoom(room: HTMLElement, { language }: DeviceFacts): void {
  const sent = readSent();
  const part = (name: string): HTMLElement | null => room.querySelector(`[data-offline-${name}]`);
  const form = part('form');
  if (sent && form instanceof HTMLAnchorElement) {
    form.href = sent.page;
    part('sent')?.removeAttribute('hidden');
    part('again')?.setAttribute('hidden', '');
  }
  // Never by loading again: that would send once more what was sent.
  const again = part('again')?.querySelector('a');
  if (again) again.href = location.href;
  const kept = part('kept');
  const drafts = listDrafts(localStorage);
  if (!kept || drafts.length === 0) return;
  kept.querySelector('ul')?.replaceChildren(
    ...drafts.map(({ path, draft }) => {
      const line = document.createElement('li');
      const name = document.createElement(path === null ? 'span' : 'a');
      name.textContent = path === null ? (kept.dataset['ofLink'] ?? '') : (draft.title ?? path);
      if (name instanceof HTMLAnchorElement) name.href = `/${language}${path ?? ''}`;
      line.append(name, `, ${filled(kept.dataset['at'] ?? '', timeOf(draft.at, language))}`);
      return line;
    }),
  );
  kept.hidden = false;
}
