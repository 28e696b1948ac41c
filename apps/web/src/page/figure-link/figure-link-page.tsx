import type { FigureLinkView } from '#contracts';

import { KeptRoom } from '../../form/kept-room.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl, recommendationPath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { FigureForm } from '../figures/figure-form.js';
import { FigureTable } from '../figures/figure-table.js';
import { timeWords } from '../figures/figure-words.js';
import { TextArea } from '../submissions/text-area.js';

const LONGEST = 10_000;

/** What a reminder's link opens for who sends a figure without signing in: one obligation, its form, and nothing else. */
export const figureLinkPage: Page<{ link: FigureLinkView }> = {
  load: ({ language, parameters }) => ({
    link: apiUrl(language, `/figure-links/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ link }, visit) => {
    const { wording } = visit;
    const words = wording.say.figure.link;
    const { dueOn, period } = link.obligation;
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <p class="overline">
            <b>{wording.say.recommendation.label(wording.code(link.recommendation.code))}</b>
            {` ${link.state.name}`}
          </p>
          <h1>{link.obligation.title}</h1>
          <p class="lede">{words.lede(link.personName, link.institution?.name ?? null)}</p>
          <p>
            <a href={pageUrl(wording.language, recommendationPath(link.state.iso3, link.recommendation.id))}>
              {link.recommendation.title}
            </a>
            {[
              period === null ? null : timeWords(period, wording),
              dueOn === null ? null : wording.say.due.due(wording.date(dueOn)),
            ]
              .filter((part) => part !== null)
              .map((part) => ` · ${part}`)
              .join('')}
          </p>
          <Standing link={link} visit={visit} />
          <p class="note">{words.expires(wording.date(link.expiresOn))}</p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.people.answer.gone, why: wording.say.people.answer.goneWhy }),
};

interface StandingProps {
  readonly link: FigureLinkView;
  readonly visit: Visit;
}

function Standing({ link, visit }: StandingProps) {
  const { wording, address } = visit;
  const words = wording.say.figure.link;
  switch (link.standing) {
    case 'open':
      return <SendForm link={link} visit={visit} />;
    case 'used':
      return (
        <>
          <p class="done" role="status">
            {address.query.get('done') === '1' ? words.done : words.used}
          </p>
          {link.sent && <p class="note">{words.sentBy(wording.date(link.sent.on))}</p>}
          {link.figures && <FigureTable sheet={link.figures} wording={wording} />}
          {Object.entries(link.sent?.texts ?? {}).map(([language, text]) => (
            <p key={language} class="written" lang={language}>
              {text}
            </p>
          ))}
        </>
      );
    case 'begun':
      return (
        <>
          <p>{words.begun}</p>
          <p>
            <a href={pageUrl(wording.language, '/sign-in')}>{words.signIn}</a>
          </p>
        </>
      );
    case 'waits':
      return <p>{words.waits}</p>;
    case 'accepted':
      return <p>{words.accepted}</p>;
    case 'locked':
      return <p>{wording.say.submission.lockedWhat}</p>;
  }
}

function SendForm({ link, visit }: StandingProps) {
  const { wording, address, typedInto } = visit;
  const words = wording.say.figure.link;
  const action = `/figure/${encodeURIComponent(address.parameters['token'] ?? '')}`;
  const typed = typedInto(action);
  return (
    <>
      {address.query.get('problem') !== 'submission.figures' && (
        <FormProblem address={address} wording={wording} />
      )}
      <form class="act" method="post" action={action} data-keep="link">
        <input type="hidden" name="lang" value={wording.language} />
        {link.figures && (
          <FigureForm sheet={link.figures} iso3={link.state.iso3} typed={typed} wording={wording} />
        )}
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          rows={4}
          longest={LONGEST}
          lang={wording.language}
          value={typed.get('text') ?? ''}
        />
        <button class="button button-main" type="submit">
          {words.button}
        </button>
        <KeptRoom />
      </form>
    </>
  );
}
