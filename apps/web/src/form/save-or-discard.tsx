import type { Wording } from '../wording/wording.js';

interface SaveOrDiscardProps {
  /** Where what waits for a decision stands; `/save` and `/discard` are below it. */
  readonly of: string;
  /** What the person saw, sent with the confirmation; null where there is nothing to save. */
  readonly seen: string | null;
  readonly words: { readonly save: string; readonly discard: string };
  readonly wording: Wording;
}

/** The decision on a file that was uploaded and looked at. */
export function SaveOrDiscard({ of, seen, words, wording }: SaveOrDiscardProps) {
  return (
    <div class="buttons">
      {seen !== null && (
        <form class="act" method="post" action={`${of}/save`}>
          <input type="hidden" name="lang" value={wording.language} />
          <input type="hidden" name="seen" value={seen} />
          <button class="button button-main" type="submit">
            {words.save}
          </button>
        </form>
      )}
      <form class="act" method="post" action={`${of}/discard`}>
        <input type="hidden" name="lang" value={wording.language} />
        <button class="button" type="submit">
          {words.discard}
        </button>
      </form>
    </div>
  );
}
