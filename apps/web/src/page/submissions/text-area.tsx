interface TextAreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
  readonly longest: number;
  readonly required?: boolean;
  readonly value?: string | undefined;
  /** Language of what is written in it. */
  readonly lang?: string;
}

/** Several lines to fill in; what came back with a problem stands in it again. */
export function TextArea({ name, label, hint, rows, longest, required = false, value, lang }: TextAreaProps) {
  const hintId = hint === undefined ? undefined : `${name}-hint`;
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && (
        <span class="field-hint" id={hintId}>
          {hint}
        </span>
      )}
      <textarea
        name={name}
        rows={rows}
        maxLength={longest}
        required={required}
        lang={lang}
        aria-describedby={hintId}
      >
        {value}
      </textarea>
    </label>
  );
}
