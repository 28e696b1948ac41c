import { Field } from '../../form/field.js';
import { FormProblem } from '../../form/form-problem.js';
import { pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';

/** Asks for the address; what follows is said the same whether it is known or not. */
export const recoverPage: Page<Record<never, never>> = {
  load: () => ({}),
  show: (_data, { wording, address, typedInto }) => {
    const { say, language } = wording;
    const words = say.account.recover;
    const done = address.query.get('done') === '1';
    return {
      documentTitle: words.documentTitle,
      body: done ? (
        <>
          <h1>{words.done}</h1>
          <p class="lede" role="status">
            {words.doneWhat}
          </p>
          <p class="links">
            <a href={pageUrl(language, '/sign-in')}>{words.back}</a>
          </p>
        </>
      ) : (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <FormProblem address={address} wording={wording} />
          <form class="act" method="post" action="/recover">
            <input type="hidden" name="lang" value={language} />
            <Field
              name="email"
              type="email"
              label={say.account.signIn.email}
              autocomplete="username"
              longest={254}
              value={typedInto('/recover').get('email') ?? undefined}
            />
            <button class="button button-main" type="submit">
              {words.button}
            </button>
          </form>
        </>
      ),
    };
  },
};
