import type { CreatedCalendarFeed } from '#contracts';

import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';

/** Answers the form that made the address. Asked for by its own address it has nothing to show: the API knows no such thing. */
export const createdCalendarPage: Page<{ created: CreatedCalendarFeed & Record<string, unknown> }> = {
  load: ({ language }) => ({ created: apiUrl(language, '/account/calendars/created') }),
  show: ({ created }, { wording }) => {
    const words = wording.say.feed.calendars;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>{words.created(created.name)}</h1>
          <p class="lede">{words.createdLede}</p>
          <p class="secret">
            <code>{created.url}</code>
          </p>
          <p class="links">
            <a href={created.url.replace(/^https?:/, 'webcal:')}>{words.open}</a>
          </p>
          <p class="note">{words.use}</p>
          <p class="note">{words.keep}</p>
          <p class="links">
            <a href={pageUrl(wording.language, '/account/calendars')}>{words.back}</a>
          </p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({
    title: wording.say.feed.calendars.gone,
    why: wording.say.feed.calendars.goneWhy,
  }),
};
