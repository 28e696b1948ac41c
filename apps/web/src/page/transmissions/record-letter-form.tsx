import type { InstitutionList } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface RecordLetterFormProps {
  readonly iso3: string;
  readonly today: string;
  readonly institutions: InstitutionList;
  readonly wording: Wording;
}

export function RecordLetterForm({ iso3, today, institutions, wording }: RecordLetterFormProps) {
  const words = wording.say.institution.transmissions;
  return (
    <form class="act" method="post" action={statePath(iso3, '/transmissions')}>
      <input type="hidden" name="lang" value={wording.language} />
      <InstitutionChoice
        name="institution"
        label={words.institution}
        none={words.choose}
        required
        institutions={institutions}
      />
      <Choice name="recipient" label={words.recipient} required>
        <option value="">{words.choose}</option>
        {Object.entries(words.kinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Choice>
      <Field
        name="items"
        label={words.itemsField}
        hint={words.itemsHint}
        required={false}
        autocomplete="off"
        longest={4000}
      />
      <Field name="letter" label={words.letterNumber} autocomplete="off" longest={120} />
      <DayField name="sent_on" label={words.sentOn} value={today} until={today} />
      <DayField
        name="received_on"
        label={words.received}
        hint={words.receivedHint}
        required={false}
        until={today}
      />
      <button class="button button-main" type="submit">
        {words.button}
      </button>
    </form>
  );
}
