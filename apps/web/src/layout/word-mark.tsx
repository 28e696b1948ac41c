/** The name, with the lamp for its accent. */
export function WordMark() {
  return (
    <span class="word-mark" aria-hidden="true">
      Vig<span class="word-mark-lamp">ı</span>a
    </span>
  );
}
