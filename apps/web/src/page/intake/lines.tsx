interface LinesProps {
  readonly label: string;
  readonly text: string;
}

/** A list that is written one to a line, with what it is. */
export function Lines({ label, text }: LinesProps) {
  return (
    <p>
      <span class="field-label">{label}</span>
      <span class="comparison-lines">{text}</span>
    </p>
  );
}
