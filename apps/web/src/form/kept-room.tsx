/** Where the browser says what it keeps of a form that carries `data-keep`. It has its height from the start: nothing moves. */
export function KeptRoom() {
  return <div class="kept needs-script" data-kept />;
}
