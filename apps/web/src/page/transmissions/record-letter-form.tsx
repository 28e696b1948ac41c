import type { InstitutionList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice, Field } from '../../form/field.js';
import { InstitutionChoice } from '../../form/institution-choice.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface RecordLetterFormProps {
  readonly iso3: string;
  readonly today: string;
  readonly institutions: InstitutionList;
  readonly visit: Visit;
}

export function RecordLetterForm({ iso3, today, institutions, visit }: RecordLetterFormProps) {
  const words = visit.wording.say.institution.transmissions;
  return (
    <ActForm visit={visit} action={statePath(iso3, '/transmissions')} button={words.button}>
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
    </ActForm>
  );
}
