/** The name, with the lamp for its accent; the letter itself stays an í for whoever reads the page aloud or copies it. */
export function WordMark() {
  return (
    <span class="word-mark" aria-hidden="true">
      Vig<span class="word-mark-lamp">í</span>a
    </span>
  );
}
