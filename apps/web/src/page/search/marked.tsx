import type { MarkedText } from '#contracts';

/** Text with the sought words marked. Every stretch is a text node: what a document says never becomes markup. */
export function Marked({ text }: { readonly text: MarkedText }) {
  return (
    <>
      {text.map((stretch, index) =>
        stretch.sought ? <mark key={index}>{stretch.text}</mark> : <span key={index}>{stretch.text}</span>,
      )}
    </>
  );
}
