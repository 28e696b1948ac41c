import type { ComponentChildren } from 'preact';

import { useTyped } from './act-form.js';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  /** What browsers and password managers fill in (HTML, 4.10.18.7.1). */
  readonly autocomplete?: string;
  /** Browsers cut off what is longer, without a word: passwords have no such limit. */
  readonly longest?: number;
  readonly required?: boolean;
  /** What the page suggests; a password has none. */
  readonly value?: string;
}

/** One line to fill in. Nothing keeps a person from pasting. */
export function Field({
  name,
  label,
  hint,
  type = 'text',
  autocomplete,
  longest = 200,
  required = true,
  value: suggested,
}: FieldProps) {
  const value = useTyped(name, suggested);
  const hintId = hint === undefined ? undefined : `${name}-hint`;
  const shared = { name, required, autocomplete, 'aria-describedby': hintId, spellcheck: false };
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && (
        <span class="field-hint" id={hintId}>
          {hint}
        </span>
      )}
      {type === 'password' && <input {...shared} type="password" />}
      {type === 'email' && <input {...shared} type="email" maxLength={longest} value={value} />}
      {type === 'date' && <input {...shared} type="date" value={value} />}
      {type === 'text' && <input {...shared} type="text" maxLength={longest} value={value} />}
    </label>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly longest?: number;
  /** What the page suggests. */
  readonly value?: string | undefined;
}

/** A few lines in one's own words. */
export function TextField({
  name,
  label,
  hint,
  required = false,
  longest = 500,
  value: suggested,
}: TextFieldProps) {
  const value = useTyped(name, suggested);
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && <span class="field-hint">{hint}</span>}
      <textarea name={name} rows={2} maxLength={longest} required={required} value={value} />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Value of the option that the page suggests; the first one otherwise. */
  readonly chosen?: string | undefined;
  readonly children: ComponentChildren;
}

export function Choice({ name, label, hint, required = false, chosen, children }: ChoiceProps) {
  const value = useTyped(name, chosen);
  const hintId = hint === undefined ? undefined : `${name}-hint`;
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && (
        <span class="field-hint" id={hintId}>
          {hint}
        </span>
      )}
      <select name={name} required={required} aria-describedby={hintId} value={value}>
        {children}
      </select>
    </label>
  );
}
