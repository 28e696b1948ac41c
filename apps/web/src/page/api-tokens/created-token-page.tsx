import type { CreatedApiToken } from '#contracts';

import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';

/** Answers the form that made the token. Asked for by its address it has nothing to show: the API knows no such thing. */
export const createdTokenPage: Page<{ created: CreatedApiToken }> = {
  load: ({ language }) => ({ created: apiUrl(language, '/account/tokens/created') }),
  show: ({ created }, { wording }) => {
    const words = wording.say.apiToken;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{words.created(created.name)}</h1>
          <p class="lede">{words.createdLede}</p>
          <p class="secret">
            <code>{created.token}</code>
          </p>
          <p class="note">{words.use}</p>
          <p>
            <code class="code-line">{`Authorization: Bearer ${created.token.slice(0, 9)}…`}</code>
          </p>
          <p class="note">{words.keep}</p>
          <p class="links">
            <a href={pageUrl(wording.language, '/account/tokens')}>{words.back}</a>
          </p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.apiToken.gone, why: wording.say.apiToken.goneWhy }),
};
