import type { SignIn } from '#contracts';

import { apiUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';

/** Shows who one will be; only the button signs in, so that a mail scanner cannot. */
export const signInLinkPage: Page<{ signIn: SignIn }> = {
  load: ({ language, parameters }) => ({
    signIn: apiUrl(language, `/sign-in/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ signIn }, { wording, address, states }) => {
    const { say, language } = wording;
    const words = say.people.signIn;
    const nameOf = (iso3: string): string => states.find((state) => state.iso3 === iso3)?.name ?? iso3;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{words.title(signIn.name)}</h1>
          <p class="lede">{words.lede}</p>
          <dl class="facts">
            <div>
              <dt>{words.as}</dt>
              <dd>
                <ul class="plain-list">
                  {signIn.roles.map(({ state, role, institution }) => (
                    <li key={`${state} ${role}`}>
                      {words.role(say.people.roles[role] ?? role, institution?.name ?? null, nameOf(state))}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          </dl>
          <form
            class="act"
            method="post"
            action={`/sign-in/${encodeURIComponent(address.parameters['token'] ?? '')}`}
          >
            <input type="hidden" name="lang" value={language} />
            <button class="button button-main" type="submit">
              {words.button}
            </button>
          </form>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.people.signIn.gone, why: wording.say.people.signIn.goneWhy }),
};
