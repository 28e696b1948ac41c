import { announce } from './announce.js';

const OFFERED_FOR_MS = 10_000;

/**
 * Tells what was done, and offers to take it back for ten seconds; whoever has the keyboard or the pointer on the offer keeps it.
 * Its room stays: nothing moves when it goes.
 */
export function wakeUndo(offer: HTMLElement): void {
  const told = offer.querySelector('[role=status]')?.textContent ?? '';
  const button = offer.querySelector('button');
  announce(button ? `${told} ${button.textContent}` : told);
  const end = (): void => {
    if (offer.matches(':hover') || offer.contains(document.activeElement)) {
      setTimeout(end, 1_000);
      return;
    }
    offer.dataset['undo'] = 'over';
  };
  setTimeout(end, OFFERED_FOR_MS);
}
