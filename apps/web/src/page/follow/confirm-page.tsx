import type { FollowLink } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { topicUrl } from '../../topic/follow-topic.js';

/** What the first mail to an address opens. Opening it changes nothing. */
export const confirmPage: Page<{ link: FollowLink }> = {
  load: ({ language, parameters }) => ({
    link: apiUrl(language, `/follow-links/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ link }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.follow.confirm;
    const name = link.topic?.name ?? words.unknown;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <h1>{link.confirmed ? words.done(name) : words.title(name)}</h1>
          <p class="lede" role={link.confirmed ? 'status' : undefined}>
            {link.confirmed ? words.doneWhat : words.lede(link.state.name)}
          </p>
          <FormProblem address={address} wording={wording} />
          {!link.confirmed && (
            <ActForm
              visit={visit}
              action={`/follow/${encodeURIComponent(address.parameters['token'] ?? '')}`}
              button={words.button}
            >
              {null}
            </ActForm>
          )}
          <p class="links">
            {link.topic && <a href={topicUrl(wording.language, link.state.iso3, link.topic)}>{words.see}</a>}
            {link.end !== null && (
              <a href={pageUrl(wording.language, `/unfollow/${encodeURIComponent(link.end)}`)}>
                {wording.say.follow.end.documentTitle}
              </a>
            )}
          </p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.follow.gone, why: wording.say.follow.goneWhy }),
};
