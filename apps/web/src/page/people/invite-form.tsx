import type { Members } from '#contracts';
import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { Choice, Field } from '../../form/field.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

interface InviteProps {
  readonly people: Members;
  readonly wording: Wording;
  readonly typedInto: Visit['typedInto'];
}

/** What came back with a problem stands in the form again. */
export function InviteForm({ people, wording, typedInto }: InviteProps) {
  const action = `/states/${encodeURIComponent(people.state.iso3)}/people`;
  const typed = typedInto(action);
  const words = wording.say.account.people;
  const { roles } = wording.say.people;
  return (
    <form class="act" method="post" action={action}>
      <input type="hidden" name="lang" value={wording.language} />
      <Field name="name" label={words.name} autocomplete="off" value={typed.get('name') ?? undefined} />
      <Field
        name="email"
        type="email"
        label={words.email}
        autocomplete="off"
        longest={254}
        value={typed.get('email') ?? undefined}
      />
      <Choice name="role" label={words.role} required>
        <option value="">{words.chooseRole}</option>
        {people.appointable.map((role) => (
          <option key={role} value={role} selected={role === typed.get('role')}>
            {roles[role] ?? role}
          </option>
        ))}
      </Choice>
      <Choice name="institution" label={words.institution} hint={words.institutionHint}>
        <option value="">{words.noInstitution}</option>
        {people.institutions.map(({ code, name }) => (
          <option key={code} value={code} selected={code === typed.get('institution')}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice name="language" label={words.language}>
        {LANGUAGES.map((language) => (
          <option
            key={language}
            value={language}
            selected={language === (typed.get('language') ?? wording.language)}
          >
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
