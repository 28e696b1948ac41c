import { announce } from './announce.js';

const OFFERED_FOR_MS = 10_000;

/**
 * Tells what was done, and offers to undo it for ten seconds; whoever has the keyboard or the pointer on the button keeps it. The
 * focus starts at what was done, so that the button comes next. Its room stays: nothing moves when it goes.
 */
export function wakeUndo(offer: HTMLElement): void {
  const told = offer.querySelector('[role=status]')?.textContent ?? '';
  const button = offer.querySelector('button');
  if (document.activeElement === document.body) {
    offer.tabIndex = -1;
    offer.focus({ preventScroll: true });
  }
  announce(button ? `${told} ${button.textContent}` : told);
  const end = (): void => {
    if (offer.matches(':hover') || button === document.activeElement) {
      setTimeout(end, 1_000);
      return;
    }
    offer.dataset['undo'] = 'over';
  };
  setTimeout(end, OFFERED_FOR_MS);
}
