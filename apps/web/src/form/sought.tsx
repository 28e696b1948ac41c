const WORD = /([\p{L}\p{N}\p{M}]+)/u;

interface SoughtProps {
  readonly text: string;
  /** Words as they stand in the text. */
  readonly words: readonly string[];
}

/** A text with the sought words marked. Every stretch is a text node: what somebody wrote never becomes markup. */
export function Sought({ text, words }: SoughtProps) {
  if (words.length === 0) return <>{text}</>;
  const sought = new Set(words);
  return (
    <>
      {text
        .split(WORD)
        .map((stretch, index) => (sought.has(stretch) ? <mark key={index}>{stretch}</mark> : stretch))}
    </>
  );
}
