import type { Visit } from '../router/page.js';
import { Done } from './form-done.js';

interface UndoFormProps {
  readonly visit: Pick<Visit, 'wording' | 'address'>;
  /** Where the answer was sent to, and where it is taken back. */
  readonly action: string;
}

/** Answers that can be taken back as if they had not been given. */
const UNDONE: readonly string[] = ['acknowledge', 'snooze'];

/**
 * What an answer has done, and for a while the way to take it back. Without script it stands until the page is left; the server
 * knows how long it holds.
 */
export function UndoForm({ visit: { wording, address }, action }: UndoFormProps) {
  const { done: words, undo, undoLabel } = wording.say.alert.forms;
  const done = address.query.get('done') ?? '';
  if (!UNDONE.includes(done)) return null;
  return (
    <div class="undo" data-undo>
      <Done>{words[done] ?? ''}</Done>
      <form method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <input type="hidden" name="answer" value="take_back" />
        <button class="button" type="submit" aria-label={undoLabel}>
          {undo}
        </button>
      </form>
    </div>
  );
}

/** Whether what was done is told with the way to take it back. */
export function isUndoable({ query }: Visit['address']): boolean {
  return UNDONE.includes(query.get('done') ?? '');
}
