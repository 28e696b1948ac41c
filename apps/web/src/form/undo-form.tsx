import type { UndoKind } from '#contracts';
import { viewAddress } from '#contracts';

import { statePath } from '../router/address.js';
import type { Visit } from '../router/page.js';
import { Done, FormDone } from './form-done.js';

interface UndoBarProps {
  readonly visit: Pick<Visit, 'wording'>;
  /** What was done. */
  readonly told: string;
  readonly label: string;
  /** Where the button is sent to, and what it sends besides the language. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

/**
 * What was done, and for a while the way to undo it. Without script it stands until the page is left; the server knows how long it
 * holds.
 */
function UndoBar({ visit: { wording }, told, label, action, fields }: UndoBarProps) {
  return (
    <div class="undo" data-undo>
      <Done>{told}</Done>
      <form method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="button" type="submit" aria-label={label}>
          {wording.say.undo.button}
        </button>
      </form>
    </div>
  );
}

interface DoneOrUndoProps {
  readonly visit: Visit;
  /** By what the address says was done. */
  readonly words: Readonly<Record<string, string>>;
  /** What can be undone of it. */
  readonly undoable: readonly string[];
  readonly of: { readonly kind: UndoKind; readonly id: number | null };
}

/** What the form that was sent has done; where that can be undone, with the button that does so, and after it that it was. */
export function DoneOrUndo({ visit, words, undoable, of }: DoneOrUndoProps) {
  const { address, wording, state } = visit;
  const { undo } = wording.say;
  const done = address.query.get('done') ?? '';
  if (!undoable.includes(done) || of.id === null)
    return <FormDone address={address} words={{ ...words, undone: undo.undone }} />;
  return (
    <UndoBar
      visit={visit}
      told={words[done] ?? ''}
      label={undo.label}
      action={statePath(state?.iso3 ?? address.parameters['iso3'] ?? '', '/undo')}
      fields={{ kind: of.kind, id: of.id, page: viewAddress(address.path, address.query) }}
    />
  );
}

/** The number of what was done something with, where a page shows several. */
export function actedOn({ query }: Visit['address']): number | null {
  const id = query.get('of') ?? '';
  return /^\d{1,10}$/.test(id) ? Number(id) : null;
}

/** Answers that can be taken back as if they had not been given. */
const TAKEN_BACK: readonly string[] = ['acknowledge', 'snooze'];

interface UndoFormProps {
  readonly visit: Pick<Visit, 'wording' | 'address'>;
  /** Where the answer was sent to, and where it is taken back. */
  readonly action: string;
}

/** The same for answers to a reminder, which have a way of their own, also by the link of a mail. */
export function UndoForm({ visit, action }: UndoFormProps) {
  const { done: words, undoLabel } = visit.wording.say.alert.forms;
  const done = visit.address.query.get('done') ?? '';
  if (!TAKEN_BACK.includes(done)) return null;
  const fields = { answer: 'take_back' };
  return <UndoBar visit={visit} told={words[done] ?? ''} label={undoLabel} action={action} fields={fields} />;
}

/** Whether what was done is told with the way to take it back. */
export function isUndoable({ query }: Visit['address']): boolean {
  return TAKEN_BACK.includes(query.get('done') ?? '');
}
