import type { Docket, InformationRequestList } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { countOf, isOverdue } from './docket-count.js';

interface GlanceProps {
  readonly docket: Docket;
  /** Answered and not closed; null for readers who do not ask. */
  readonly answered: InformationRequestList | null;
  /** Matters that came up to the ombudsperson and have no answer. */
  readonly open: number;
  /** Requests that wait for their answer. */
  readonly requests: InformationRequestList;
  readonly visit: Visit;
}

/** What a reader of the docket came for within ten seconds: how many, how old, whom no mail reached, and what waits for them today. */
export function DocketGlance({ docket, answered, open, requests, visit }: GlanceProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket.glance;
  const { overdue, unreached } = countOf(docket);
  const [oldest] = docket.items.filter(isOverdue);
  const here = (query: Readonly<Record<string, string>>, place = ''): string =>
    `${pageUrl(wording.language, address.path, query)}${place}`;
  const facts = [
    { key: 'overdue', number: overdue, what: words.overdue(overdue), href: here({}, '#overdue') },
    ...(oldest
      ? [
          {
            key: 'oldest',
            number: oldest.daysLate,
            what: words.oldest(wording.code(oldest.recommendation.code)),
            href: here({}, `#row-${oldest.alert}`),
          },
        ]
      : []),
    { key: 'unreached', number: unreached, what: words.unreached, href: here({ show: 'unreached' }) },
  ];
  return (
    <>
      <ul class="glance docket-glance" aria-label={words.label}>
        {facts.map(({ key, number, what, href }) => (
          <li key={key}>
            <a href={href}>
              <b>{wording.number(number)}</b>
              {` ${what}`}
            </a>
          </li>
        ))}
      </ul>
      {answered && (
        <Today docket={docket} requests={requests} open={open} answered={answered} visit={visit} />
      )}
    </>
  );
}

/** What waits for the ombudsperson, each with the list behind it. */
function Today({
  docket,
  requests,
  open,
  answered,
  visit: { wording },
}: Omit<GlanceProps, 'answered'> & { readonly answered: InformationRequestList }) {
  const words = wording.say.people.docket.glance;
  const late = requests.items.filter(({ state }) => state === 'overdue').length;
  const list = statePath(docket.state.iso3, '/information-requests');
  const waits = [
    {
      key: 'escalations',
      count: open,
      words: wording.say.escalation.waiting,
      path: statePath(docket.state.iso3, '/docket/escalations'),
      query: { stands: 'open' },
    },
    { key: 'late', count: late, words: words.lateRequests, path: list, query: { state: 'overdue' } },
    {
      key: 'answered',
      count: answered.items.length,
      words: words.answers,
      path: list,
      query: { state: 'answered' },
    },
  ].filter(({ count }) => count > 0);
  return (
    <section class="docket-today" aria-label={words.today}>
      <h2>{words.today}</h2>
      {waits.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <ul>
          {waits.map(({ key, count, words: say, path, query }) => (
            <li key={key}>
              <a href={pageUrl(wording.language, path, query)}>{say(count)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
