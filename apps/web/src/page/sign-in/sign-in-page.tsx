import type { SignInOptions, SignInWays } from '#contracts';

import { Field } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { PasskeyForm } from '../second-factor/factor-forms.js';

/** Address and password, a passkey, the organisation's own sign-in; in the open demonstration one click for each role. */
export const signInPage: Page<{ options: SignInOptions; ways: SignInWays }> = {
  load: ({ language }) => ({
    options: apiUrl(language, '/sign-in'),
    ways: apiUrl(language, '/sign-in/ways'),
  }),
  show: ({ options, ways }, { wording, address, typedInto }) => {
    const { say, language } = wording;
    const words = say.account.signIn;
    return {
      documentTitle: words.documentTitle,
      current: 'sign-in',
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <FormProblem address={address} wording={wording} />
          <form class="act" method="post" action="/sign-in">
            <input type="hidden" name="lang" value={language} />
            <Field
              name="email"
              type="email"
              label={words.email}
              autocomplete="username"
              longest={254}
              value={typedInto('/sign-in').get('email') ?? undefined}
            />
            <Field name="password" type="password" label={words.password} autocomplete="current-password" />
            <button class="button button-main" type="submit">
              {words.button}
            </button>
          </form>
          <p class="links">
            <a href={pageUrl(language, '/recover')}>{words.lost}</a>
          </p>
          <OtherWays ways={ways} wording={wording} />
          {options.demonstration.length > 0 && <Places options={options} wording={wording} />}
        </>
      ),
    };
  },
};

function OtherWays({ ways, wording }: { readonly ways: SignInWays; readonly wording: Wording }) {
  const words = wording.say.account.signIn;
  return (
    <>
      {ways.passkey && (
        <PasskeyForm
          action="/sign-in/passkey"
          proofOptions="/api/v1/sign-in/passkey-options"
          wording={wording}
        >
          <button class="button needs-script" type="submit">
            {words.passkey}
          </button>
        </PasskeyForm>
      )}
      {ways.oidc !== null && (
        <form class="act" method="post" action="/sign-in/oidc">
          <input type="hidden" name="lang" value={wording.language} />
          <button class="button" type="submit">
            {words.organisation(ways.oidc)}
          </button>
        </form>
      )}
    </>
  );
}

function Places({ options, wording }: { readonly options: SignInOptions; readonly wording: Wording }) {
  const { say, language } = wording;
  const words = say.account.signIn;
  return (
    <Section title={words.demonstration} aside={words.demonstrationWhat}>
      <ul class="places">
        {options.demonstration.map(({ state, role, name }) => (
          <li key={`${state.iso3} ${role}`}>
            <form method="post" action="/sign-in/demonstration">
              <input type="hidden" name="lang" value={language} />
              <input type="hidden" name="state" value={state.iso3} />
              <input type="hidden" name="role" value={role} />
              <button class="button" type="submit" title={name}>
                {words.enterAs(say.people.roles[role] ?? role, state.name)}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
