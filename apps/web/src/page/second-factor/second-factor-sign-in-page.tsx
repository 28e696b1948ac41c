import type { SecondFactorDue } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { apiUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { CodeField, PasskeyForm } from './factor-forms.js';

/** The second step of a sign-in. A code works without script; a passkey wants it. */
export const secondFactorSignInPage: Page<{ due: SecondFactorDue }> = {
  load: ({ language }) => ({ due: apiUrl(language, '/sign-in/second-factor') }),
  show: ({ due }, { address, wording }) => {
    const words = wording.say.secondFactor.signIn;
    const form = (
      <PasskeyForm action="/sign-in/second-factor" wording={wording}>
        <CodeField
          id="code"
          label={words.code}
          hint={due.oneTimePassword ? words.codeHint : words.recoveryHint}
        />
        <button class={due.passkey ? 'button' : 'button button-main'} type="submit">
          {words.button}
        </button>
      </PasskeyForm>
    );
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <FormProblem address={address} wording={wording} />
          {due.passkey && (
            <section class="factor-way">
              <h2>{words.passkeyTitle}</h2>
              <p class="note">{words.passkeyWhy}</p>
              <PasskeyForm
                action="/sign-in/passkey"
                proofOptions="/api/v1/sign-in/passkey-options"
                wording={wording}
              >
                <button class="button button-main needs-script" type="submit">
                  {words.passkey}
                </button>
              </PasskeyForm>
              <noscript>
                <p class="note">{words.needsScript}</p>
              </noscript>
            </section>
          )}
          {form}
          <p class="note">{words.lost}</p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({
    title: wording.say.secondFactor.signIn.gone,
    why: wording.say.secondFactor.signIn.goneWhy,
  }),
};
