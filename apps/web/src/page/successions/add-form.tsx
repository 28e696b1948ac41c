import type { SuccessionList } from '#contracts';

import { Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';
import { KindChoice } from './pair.js';

/** For a link that no program saw, and for an item that has no later one. */
export function AddForm({ list, wording }: { readonly list: SuccessionList; readonly wording: Wording }) {
  const words = wording.say.cycle.successions;
  return (
    <form class="act" method="post" action={`/states/${encodeURIComponent(list.state.iso3)}/successions`}>
      <input type="hidden" name="lang" value={wording.language} />
      <Field
        name="earlier"
        label={words.earlierField}
        hint={words.earlierHint}
        longest={300}
        autocomplete="off"
      />
      <Field
        name="later"
        label={words.laterField}
        hint={words.laterHint}
        longest={300}
        required={false}
        autocomplete="off"
      />
      <Field
        name="laterDocument"
        label={words.laterDocument}
        hint={words.laterDocumentHint}
        longest={300}
        required={false}
        autocomplete="off"
      />
      <KindChoice wording={wording} hasLater={null} chosen={null} />
      <Field name="reason" label={words.reason} hint={words.reasonHint} longest={500} autocomplete="off" />
      <button class="button" type="submit">
        {words.addButton}
      </button>
    </form>
  );
}
