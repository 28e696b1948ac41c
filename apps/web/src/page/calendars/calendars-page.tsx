import type { CalendarFeed, CalendarFeedList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { Field } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, calendarUrl } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { AccountLinks } from '../account/account-links.js';

const PATH = '/account/calendars';
const LONGEST_NAME = 80;

/** Secret addresses of one's own calendar: when each was read last, how to end it, and a form for another. */
export const calendarsPage: Page<{ calendars: CalendarFeedList }> = {
  load: ({ language }) => ({ calendars: apiUrl(language, PATH) }),
  show: ({ calendars }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.feed.calendars;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <AccountLinks wording={wording} here={PATH} />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          <Section title={words.list}>
            {calendars.items.length === 0 ? (
              <div class="empty">
                <p>{words.none}</p>
              </div>
            ) : (
              <FeedTable feeds={calendars.items} wording={wording} />
            )}
          </Section>
          <Section title={words.create} id="new">
            {calendars.offered ? <NewForm visit={visit} /> : <PublicOnes visit={visit} />}
          </Section>
        </>
      ),
    };
  },
};

function FeedTable({
  feeds,
  wording,
}: {
  readonly feeds: readonly CalendarFeed[];
  readonly wording: Wording;
}) {
  const words = wording.say.feed.calendars;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.made}</th>
          <th scope="col">{words.lastRead}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <th scope="row">{feed.name}</th>
            <td data-label={words.made}>{minute(feed.createdAt, wording)}</td>
            <td data-label={words.lastRead}>
              {feed.lastReadAt === null ? words.never : minute(feed.lastReadAt, wording)}
            </td>
            <td data-label={words.state}>
              {feed.state === 'live' ? (
                <form method="post" action={`${PATH}/${feed.id}/revoke`}>
                  <input type="hidden" name="lang" value={wording.language} />
                  <button class="plain-button" type="submit" aria-label={words.revokeNamed(feed.name)}>
                    {words.revoke}
                  </button>
                </form>
              ) : (
                words.revoked
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewForm({ visit }: { readonly visit: Visit }) {
  const words = visit.wording.say.feed.calendars;
  return (
    <ActForm visit={visit} action={PATH} button={words.button}>
      <Field name="name" label={words.name} hint={words.nameHint} autocomplete="off" longest={LONGEST_NAME} />
    </ActForm>
  );
}

/** For those whose role has no dates of its own. */
function PublicOnes({ visit: { wording, states } }: { readonly visit: Visit }) {
  return (
    <>
      <p>{wording.say.feed.calendars.nothing}</p>
      <p class="links">
        {states.map(({ iso3, name }) => (
          <a key={iso3} href={calendarUrl(wording.language, iso3)}>
            {name}
          </a>
        ))}
      </p>
    </>
  );
}

/** An instant as a day and a minute: programs run in no zone in particular. */
function minute(instant: string, wording: Wording): string {
  return wording.say.apiToken.utc(wording.shortDate(instant.slice(0, 10)), instant.slice(11, 16));
}
