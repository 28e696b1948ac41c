import type { Members } from '#contracts';
import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { Choice, Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

export function InviteForm({ people, wording }: { readonly people: Members; readonly wording: Wording }) {
  const words = wording.say.account.people;
  const { roles } = wording.say.people;
  return (
    <form class="act" method="post" action={`/states/${encodeURIComponent(people.state.iso3)}/people`}>
      <input type="hidden" name="lang" value={wording.language} />
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
      <Choice name="language" label={words.language}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} selected={language === wording.language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </Choice>
      <button class="button button-main" type="submit">
        {words.inviteButton}
      </button>
    </form>
  );
}
