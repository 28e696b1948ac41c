import type { UnfollowLink } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { Done } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { topicUrl } from '../../topic/follow-topic.js';

/** What the end of each mail to a follower opens. Opening it changes nothing. */
export const unfollowPage: Page<{ link: UnfollowLink }> = {
  load: ({ language, parameters }) => ({
    link: apiUrl(language, `/unfollow-links/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ link }, visit) => ({
    documentTitle: visit.wording.say.follow.end.documentTitle,
    body: <Followed link={link} visit={visit} />,
  }),
  gone: ({ wording }) => ({ title: wording.say.follow.gone, why: wording.say.follow.goneWhy }),
};

function Followed({ link, visit }: { readonly link: UnfollowLink; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.follow.end;
  const action = `/unfollow/${encodeURIComponent(address.parameters['token'] ?? '')}`;
  if (link.followed.length === 0)
    return (
      <>
        <h1>{words.doneTitle}</h1>
        <p class="lede" role="status">
          {words.done(link.state.name)}
        </p>
      </>
    );
  return (
    <>
      <h1>{words.title(link.followed.length, link.state.name)}</h1>
      {address.query.get('done') === 'ended' && <Done>{words.doneSome}</Done>}
      <FormProblem address={address} wording={wording} />
      <ul class="followed">
        {link.followed.map(({ id, topic }) => {
          const name = topic?.name ?? wording.say.follow.confirm.unknown;
          return (
            <li key={id}>
              {topic ? <a href={topicUrl(wording.language, link.state.iso3, topic)}>{name}</a> : name}
              {link.followed.length > 1 && (
                <ActForm
                  visit={visit}
                  action={action}
                  button={words.stop}
                  label={words.stopNamed(name)}
                  main={false}
                >
                  <input type="hidden" name="subscription" value={String(id)} />
                </ActForm>
              )}
            </li>
          );
        })}
      </ul>
      <ActForm visit={visit} action={action} button={words.all}>
        <input type="hidden" name="subscription" value="all" />
      </ActForm>
    </>
  );
}
