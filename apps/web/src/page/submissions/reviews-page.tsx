import type { KeptHelpLines, ReviewQueue } from '#contracts';

import { NextPage, NothingFound, askedOf, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { HelpLineToDo } from '../help-line/help-line-to-do.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { HeldFigures } from './held-figures.js';
import { SubmissionFilters } from './submission-filters.js';
import { authorWords, periodWords, submissionPath } from './submission-words.js';

const FILTERS = ['author'] as const;

interface Data extends Record<string, unknown> {
  readonly queue: ReviewQueue;
  readonly helpLines: KeptHelpLines;
}

/** What waits for a decision, that which waits longest first. */
export const reviewsPage: Page<Data> = {
  load: ({ language, parameters, query }) => ({
    queue: apiUrl(language, statePath(parameters['iso3'] ?? '', '/reviews'), listQuery(query, FILTERS)),
    helpLines: apiUrl(language, statePath(parameters['iso3'] ?? '', '/help-lines/kept')),
  }),
  show: ({ queue, helpLines }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.submission.reviews;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: queue.today,
      body: <Body queue={queue} helpLines={helpLines} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly queue: ReviewQueue;
  readonly helpLines: KeptHelpLines;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ queue, helpLines, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.submission;
  return (
    <>
      <h1>{words.reviews.title(queue.waiting)}</h1>
      <p class="lede">{words.reviews.lede}</p>
      <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
      <HelpLineToDo
        kept={helpLines}
        wording={wording}
        href={pageUrl(wording.language, statePath(iso3, '/help-lines'))}
      />
      <SubmissionFilters visit={visit} name="author" label={words.author} options={words.authors} />
      {queue.items.length === 0 && askedOf(address) !== '' ? (
        <NothingFound visit={visit} keeps={FILTERS} />
      ) : queue.items.length === 0 ? (
        <div class="empty">
          <p>{isNarrowed(address, FILTERS) ? words.reviews.nothingFound : words.reviews.empty}</p>
        </div>
      ) : (
        <QueueTable queue={queue} iso3={iso3} wording={wording} />
      )}
      <NextPage visit={visit} cursor={queue.nextCursor} keeps={FILTERS} />
      <HeldFigures held={queue.held} iso3={iso3} wording={wording} />
    </>
  );
}

function QueueTable({
  queue,
  iso3,
  wording,
}: Pick<BodyProps, 'queue' | 'iso3'> & { readonly wording: Wording }) {
  const words = wording.say.submission;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.sent}</th>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.author}</th>
          <th scope="col">{words.reviews.text}</th>
        </tr>
      </thead>
      <tbody>
        {queue.items.map((item) => (
          <tr key={item.id}>
            <td class="day" data-label={words.sent}>
              {item.submittedOn === null ? '' : wording.shortDate(item.submittedOn)}
              {item.daysLate !== null && <span class="second">{words.late(item.daysLate)}</span>}
            </td>
            <td class="what">
              <a href={pageUrl(wording.language, submissionPath(iso3, item.id))}>
                {item.obligation?.title ?? item.recommendation.title}
              </a>
              <span class="second">
                {[
                  words.detail.recommendation(wording.code(item.recommendation.code)),
                  periodWords(item.period, wording),
                  item.revision > 1 ? words.revision(item.revision) : null,
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
            </td>
            <td data-label={words.author}>{authorWords(item, wording)}</td>
            <td data-label={words.reviews.text}>
              <Sought text={item.excerpt} words={queue.sought} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
