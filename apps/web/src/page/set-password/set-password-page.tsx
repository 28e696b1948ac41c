import type { PasswordLink } from '#contracts';

import { Field } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';

/** What the link of an invitation or a recovery opens; only the button uses it up. */
export const setPasswordPage: Page<{ link: PasswordLink }> = {
  load: ({ language, parameters }) => ({
    link: apiUrl(language, `/set-password/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ link }, { wording, address }) => {
    const { say, language } = wording;
    const words = say.account.setPassword;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{words.title(link.name)}</h1>
          <p class="lede">{words.lede[link.purpose]}</p>
          <dl class="facts">
            <div>
              <dt>{words.as}</dt>
              <dd>
                <ul class="plain-list">
                  {link.roles.map(({ state, role, institution }) => (
                    <li key={`${state.iso3} ${role} ${institution?.code ?? ''}`}>
                      {words.role(say.people.roles[role] ?? role, institution?.name ?? null, state.name)}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          </dl>
          <FormProblem address={address} wording={wording} />
          <form
            class="act"
            method="post"
            action={`/set-password/${encodeURIComponent(address.parameters['token'] ?? '')}`}
          >
            <input type="hidden" name="lang" value={language} />
            <Field
              name="password"
              type="password"
              label={words.password}
              hint={words.hint}
              autocomplete="new-password"
            />
            <button class="button button-main" type="submit">
              {words.button}
            </button>
          </form>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({
    title: wording.say.account.setPassword.gone,
    why: wording.say.account.setPassword.goneWhy,
  }),
};
