import type { Address } from '../router/address.js';

interface FormDoneProps {
  readonly address: Address;
  /** By what the address says was done. */
  readonly words: Readonly<Record<string, string>>;
}

/** What the form that was sent has done, in words. */
export function FormDone({ address, words }: FormDoneProps) {
  const done = address.query.get('done') ?? '';
  if (!Object.hasOwn(words, done)) return null;
  return <Done>{words[done] ?? ''}</Done>;
}

export function Done({ children }: { readonly children: string }) {
  return (
    <p class="done" role="status">
      {children}
    </p>
  );
}
