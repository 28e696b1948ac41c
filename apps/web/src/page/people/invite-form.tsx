import type { Members } from '#contracts';
import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { ActForm } from '../../form/act-form.js';
import { Choice, Field } from '../../form/field.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface InviteProps {
  readonly people: Members;
  readonly visit: Visit;
}

export function InviteForm({ people, visit }: InviteProps) {
  const { wording } = visit;
  const words = wording.say.account.people;
  const { roles } = wording.say.people;
  return (
    <ActForm visit={visit} action={statePath(people.state.iso3, '/people')} button={words.inviteButton}>
      <Field name="name" label={words.name} autocomplete="off" />
      <Field name="email" type="email" label={words.email} autocomplete="off" longest={254} />
      <Choice name="role" label={words.role} required>
        <option value="">{words.chooseRole}</option>
        {people.appointable.map((role) => (
          <option key={role} value={role}>
            {roles[role] ?? role}
          </option>
        ))}
      </Choice>
      <Choice name="institution" label={words.institution} hint={words.institutionHint}>
        <option value="">{words.noInstitution}</option>
        {people.institutions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="language" label={words.language} chosen={wording.language}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </Choice>
    </ActForm>
  );
}
