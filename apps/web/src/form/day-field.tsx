import { useTyped } from './act-form.js';

interface DayFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly from?: string;
  readonly until?: string;
}

/** A civil day; browsers without a picker take YYYY-MM-DD as text. */
export function DayField({
  name,
  label,
  hint,
  required = true,
  value: suggested,
  from,
  until,
}: DayFieldProps) {
  const value = useTyped(name, suggested);
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      {hint !== undefined && <span class="field-hint">{hint}</span>}
      <input type="date" name={name} required={required} value={value} min={from} max={until} />
    </label>
  );
}
