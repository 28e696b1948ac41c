import type { ApiToken, ApiTokenList } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { AccountLinks } from '../account/account-links.js';
import { NewTokenForm } from './new-token-form.js';

/** One's own tokens: what each may do, when it was last used, and a form for another. */
export const apiTokensPage: Page<{ tokens: ApiTokenList }> = {
  load: ({ language }) => ({ tokens: apiUrl(language, '/account/tokens') }),
  show: ({ tokens }, { wording, address, typedInto }) => {
    const words = wording.say.apiToken;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <AccountLinks wording={wording} here="/account/tokens" />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <Section title={words.list}>
            {tokens.items.length === 0 ? (
              <div class="empty">
                <p>{words.none}</p>
              </div>
            ) : (
              <TokenTable tokens={tokens.items} wording={wording} />
            )}
          </Section>
          <Section title={words.create} id="new">
            <NewTokenForm tokens={tokens} typed={typedInto('/account/tokens')} wording={wording} />
          </Section>
        </>
      ),
    };
  },
};

function TokenTable({
  tokens,
  wording,
}: {
  readonly tokens: readonly ApiToken[];
  readonly wording: Wording;
}) {
  const words = wording.say.apiToken;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.permissions}</th>
          <th scope="col">{words.lastUsed}</th>
          <th scope="col">{words.expires}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td data-label={words.permissions}>{token.permissions.join(', ')}</td>
            <td data-label={words.lastUsed}>
              {token.lastUsedAt === null ? words.never : minute(token.lastUsedAt, wording)}
            </td>
            <td data-label={words.expires}>{minute(token.expiresAt, wording)}</td>
            <td data-label={words.state}>
              {token.state === 'live' ? (
                <form method="post" action={`/account/tokens/${token.id}/revoke`}>
                  <input type="hidden" name="lang" value={wording.language} />
                  <button class="plain-button" type="submit" aria-label={words.revokeNamed(token.name)}>
                    {words.revoke}
                  </button>
                </form>
              ) : (
                words.states[token.state]
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An instant as a day and a minute: programs run in no zone in particular. */
function minute(instant: string, wording: Wording): string {
  return wording.say.apiToken.utc(wording.shortDate(instant.slice(0, 10)), instant.slice(11, 16));
}
