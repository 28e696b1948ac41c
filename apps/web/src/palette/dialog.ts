/** A dialog over the page, of which there is one at a time; the focus goes back to where it was when it closes. */
export function openDialog(className: string, label: string): HTMLDialogElement | null {
  if (document.querySelector('dialog[open]')) return null;
  const dialog = document.createElement('dialog');
  dialog.className = className;
  dialog.setAttribute('aria-label', label);
  document.body.append(dialog);
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
  });
  // A press beside it closes it.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
  return dialog;
}
