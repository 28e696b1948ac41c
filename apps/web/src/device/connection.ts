import { announce } from './announce.js';
import type { DeviceFacts } from './device-facts.js';

/** Says what still works while the device has no connection, and when it is back. */
export function watchConnection({ words }: DeviceFacts): void {
  const line = document.getElementById('connection');
  const say = (): void => {
    const away = !navigator.onLine;
    if (!line || line.hidden !== away) return;
    line.hidden = !away;
    line.textContent = away ? words.offline : '';
    announce(away ? words.offline : words.online);
  };
  window.addEventListener('offline', say);
  window.addEventListener('online', say);
  say();
}

/** Longer than a slow line takes for an answer of a few bytes. */
const PATIENCE_MS = 15_000;

/** Whether our server can be reached now: asked before a form is sent, since a page that was left cannot be had back without a line. */
export async function isReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await fetch('/health/live', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
