import type { RhythmLink } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { RhythmChoice, mailDayOf } from './rhythm-choice.js';

/** What "receive less" in a mail opens: how often mails come. Opening it changes nothing. */
export const rhythmLinkPage: Page<{ link: RhythmLink }> = {
  load: ({ language, parameters }) => ({
    link: apiUrl(language, `/mail-rhythms/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ link }, visit) => {
    const { wording, address, typedInto } = visit;
    const words = wording.say.mailRhythm;
    const action = `/mail-rhythm/${encodeURIComponent(address.parameters['token'] ?? '')}`;
    const day = mailDayOf(link.next, wording);
    const done = address.query.get('done') === 'saved';
    return {
      documentTitle: words.link.documentTitle,
      body: (
        <>
          <h1>{done ? words.link.done(...day) : words.link.title}</h1>
          <p class="lede">{words.link.lede(link.personName, link.state.name)}</p>
          <FormProblem address={address} wording={wording} />
          <p role={done ? 'status' : undefined}>
            {`${done ? words.onlyIf : words.nextOn(...day)} ${words.waiting(link.waiting)}`}
          </p>
          <ActForm visit={visit} action={action} button={words.save}>
            <RhythmChoice chosen={typedInto(action).get('rhythm') ?? link.rhythm} wording={wording} />
            <p class="note">{words.never}</p>
          </ActForm>
          <p class="links">
            <a href={pageUrl(wording.language, '/account/mail')}>{words.link.more}</a>
          </p>
          <p class="note">{words.link.expires(wording.date(link.expiresOn))}</p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.people.answer.gone, why: wording.say.people.answer.goneWhy }),
};
