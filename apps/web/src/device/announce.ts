let pending: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence to whoever listens: the one live region of the page. It is emptied first, so that the same sentence is heard
 * again, and the newest sentence wins.
 */
export function announce(sentence: string): void {
  const room = document.getElementById('announced');
  if (!room) return;
  room.textContent = '';
  clearTimeout(pending);
  pending = setTimeout(() => {
    room.textContent = sentence;
  }, 100);
}
