import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Lets passkeys fill the forms that carry `data-passkey`, and then sends them as any other form. */
export function wakePasskeyForms(forms: Iterable<HTMLFormElement>): void {
  for (const form of forms)
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void fill(form);
    });
}

async function fill(form: HTMLFormElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>('[role=alert]');
  const button = form.querySelector('button');
  if (failed) failed.hidden = true;
  if (button) button.disabled = true;
  try {
    const { proofOptions, newOptions } = form.dataset;
    const code = fieldOf(form, 'code')?.value ?? '';
    if (proofOptions !== undefined && code.trim() === '')
      put(form, 'proof', await startAuthentication({ optionsJSON: await ask(proofOptions) }));
    if (newOptions !== undefined)
      put(form, 'answer', await startRegistration({ optionsJSON: await ask(newOptions) }));
    form.submit();
  } catch {
    // The owner said no, took too long, or the network is away: the form still stands.
    if (failed) failed.hidden = false;
  } finally {
    if (button) button.disabled = false;
  }
}

class NoOptions extends Error {
  readonly code = 'passkey.no_options';
}

async function ask<T>(address: string): Promise<T> {
  const answer = await fetch(address, { method: 'POST', credentials: 'same-origin' });
  if (!answer.ok) throw new NoOptions(`${address} answered ${answer.status}`);
  return (await answer.json()) as T;
}

function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name=${name}]`);
}

function put(form: HTMLFormElement, name: string, answer: object): void {
  const field = fieldOf(form, name);
  if (field) field.value = JSON.stringify(answer);
}
