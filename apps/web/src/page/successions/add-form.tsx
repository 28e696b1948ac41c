import type { SuccessionList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { Field } from '../../form/field.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { KindChoice } from './pair.js';

/** For a link that no program saw, and for an item that has no later one. */
export function AddForm({ list, visit }: { readonly list: SuccessionList; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.cycle.successions;
  return (
    <ActForm
      visit={visit}
      action={statePath(list.state.iso3, '/successions')}
      button={words.addButton}
      main={false}
    >
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
    </ActForm>
  );
}
