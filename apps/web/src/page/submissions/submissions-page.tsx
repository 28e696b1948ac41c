import type { ObligationList, SubmissionList } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { NextPage, NothingFound, askedOf, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { SubmissionFilters } from './submission-filters.js';
import { SubmissionState } from './submission-state.js';
import {
  answersHere,
  authorWords,
  contributesHere,
  periodWords,
  submissionPath,
} from './submission-words.js';

interface Data extends Record<string, unknown> {
  readonly list: SubmissionList;
  /** For whoever answers what is owed. */
  readonly owed?: ObligationList;
}

const FILTERS = ['state'] as const;

/** What was sent in, and what can be answered. */
export const submissionsPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/submissions'), listQuery(query, FILTERS)),
      ...(answersHere(viewer, iso3)
        ? {
            owed: apiUrl(language, statePath(iso3, '/obligations'), {
              q: query.get('q'),
              cursor: query.get('owed'),
            }),
          }
        : {}),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.submission.list;
    const iso3 = address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      current: 'submissions',
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: data.list.today,
      body: <Body data={data} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ data: { list, owed }, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.submission;
  const ofState = viewer?.role === 'secretariat' || viewer?.role === 'ombudsperson';
  const empty = contributesHere(viewer, iso3) ? words.list.emptyContributor : words.list.empty;
  return (
    <>
      <h1>{ofState ? words.list.titleOfState : words.list.title}</h1>
      <p class="lede">{words.list.lede}</p>
      <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
      <FormDone address={address} words={words.detail.done} />
      <FormProblem address={address} wording={wording} />
      <SubmissionFilters visit={visit} name="state" label={words.state} options={words.states} />
      {list.items.length === 0 && askedOf(address) !== '' ? (
        <NothingFound visit={visit} keeps={FILTERS} />
      ) : list.items.length === 0 ? (
        <div class="empty">
          <p>{isNarrowed(address, FILTERS) ? words.list.nothingFound : empty}</p>
        </div>
      ) : (
        <SubmissionTable list={list} iso3={iso3} wording={wording} />
      )}
      <NextPage visit={visit} cursor={list.nextCursor} keeps={FILTERS} />
      {owed && (
        <Section title={words.list.owed} aside={words.list.owedWhat}>
          {owed.items.length === 0 ? (
            <p>{askedOf(address) === '' ? words.list.noObligation : words.list.noObligationFound}</p>
          ) : (
            <OwedTable owed={owed} iso3={iso3} wording={wording} />
          )}
          {owed.nextCursor !== null && (
            <p class="pager">
              <a
                rel="next"
                href={pageUrl(wording.language, address.path, {
                  ...listQuery(address.query, FILTERS),
                  cursor: null,
                  owed: owed.nextCursor,
                })}
              >
                {words.next}
              </a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}

interface TableProps {
  readonly list: SubmissionList;
  readonly iso3: string;
  readonly wording: Wording;
}

function SubmissionTable({ list, iso3, wording }: TableProps) {
  const words = wording.say.submission;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.author}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.sent}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <tr key={item.id}>
            <td class="what">
              <a href={pageUrl(wording.language, submissionPath(iso3, item.id))}>
                <Sought text={item.obligation?.title ?? item.recommendation.title} words={list.sought} />
              </a>
              <span class="second">
                {[
                  words.detail.recommendation(wording.code(item.recommendation.code)),
                  periodWords(item.period, wording),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
              {list.sought.length > 0 && (
                <span class="second">
                  <Sought text={item.excerpt} words={list.sought} />
                </span>
              )}
            </td>
            <td data-label={words.author}>{authorWords(item, wording)}</td>
            <td data-label={words.state}>
              <SubmissionState of={item} wording={wording} />
              {item.revision > 1 && <span class="second">{words.revision(item.revision)}</span>}
              {item.locked && <span class="second">{words.locked}</span>}
            </td>
            <td class="day" data-label={words.sent}>
              {item.submittedOn === null ? '' : wording.shortDate(item.submittedOn)}
              {item.daysLate !== null && <span class="second">{words.late(item.daysLate)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OwedProps {
  readonly owed: ObligationList;
  readonly iso3: string;
  readonly wording: Wording;
}

function OwedTable({ owed, iso3, wording }: OwedProps) {
  const words = wording.say.submission;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.detail.institution}</th>
          <th scope="col">{words.list.due}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {owed.items.map((item) => (
          <tr key={item.id}>
            <td class="what">
              <a href={pageUrl(wording.language, recommendationPath(iso3, item.recommendation.id))}>
                <Sought text={item.title} words={owed.sought} />
              </a>
              <span class="second">
                {[
                  words.detail.recommendation(wording.code(item.recommendation.code)),
                  periodWords(item.period, wording),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
            </td>
            <td data-label={words.detail.institution}>
              <Sought text={item.institution?.shortName ?? ''} words={owed.sought} />
            </td>
            <td class="day" data-label={words.list.due}>
              {item.dueOn === null ? words.list.none : wording.shortDate(item.dueOn)}
            </td>
            <td data-label={words.state}>
              <Owed item={item} iso3={iso3} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one thing that can be done next. */
function Owed({
  item,
  iso3,
  wording,
}: Omit<OwedProps, 'owed'> & { readonly item: ObligationList['items'][number] }) {
  const words = wording.say.submission;
  if (item.open !== null)
    return (
      <>
        {words.states[item.open.state]}
        <a class="second" href={pageUrl(wording.language, submissionPath(iso3, item.open.id))}>
          {item.open.state === 'submitted' ? words.list.open : words.list.goOn}
        </a>
      </>
    );
  return (
    <>
      {item.lockedBy !== null && (
        <>
          {words.locked}
          <a class="second" href={pageUrl(wording.language, submissionPath(iso3, item.lockedBy))}>
            {words.list.see}
          </a>
        </>
      )}
      {(item.lockedBy === null || item.period === null) && (
        <a
          class={item.lockedBy === null ? undefined : 'second'}
          aria-label={words.list.answerLabel(item.title)}
          href={pageUrl(wording.language, statePath(iso3, `/submissions/new/obligation/${item.id}`))}
        >
          {words.list.answer}
        </a>
      )}
    </>
  );
}
