import { Fragment } from 'preact';

import type { DeadlineList } from '#contracts';

import { NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { UnknownChoices, unknownOf } from '../../form/unknown-choice.js';
import { apiUrl, calendarUrl, changesUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { DeadlineFilters, FILTERS } from './deadline-filters.js';
import { DutyTable } from './duty-table.js';
import { groupsOfDuties } from './groups-of-duties.js';

const TIMES = ['coming', 'overdue', 'past', 'all'] as const;
const PAGE_SIZE = 50;

interface Data extends Record<string, unknown> {
  readonly list: DeadlineList;
}

/** Everything that is due by date, coming and past, with its certainty and what came of it. */
export const deadlinesPage: Page<Data> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/deadlines'), {
      ...listQuery(query, FILTERS),
      limit: PAGE_SIZE,
    }),
  }),
  show: ({ list }, visit) => {
    const words = visit.wording.say.deadlines;
    const iso3 = visit.address.parameters['iso3'] ?? '';
    return {
      documentTitle: words.documentTitle,
      current: 'deadlines',
      crumbs: [{ label: visit.state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: list.today,
      body: <Deadlines list={list} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly list: DeadlineList;
  readonly visit: Visit;
  readonly iso3: string;
}

function Deadlines({ list, visit, iso3 }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.deadlines;
  const { coming, undated, past } = list.counts;
  const unknown = unknownOf(
    address,
    'institution',
    words.institution,
    list.institutions.map(({ code }) => code),
  );
  const narrowed = FILTERS.some((name) => (address.query.get(name) ?? '') !== '') || askedOf(address) !== '';
  if (coming + undated + past === 0 && !narrowed)
    return (
      <>
        <h1>{words.titleNothing}</h1>
        <div class="empty">
          <p>{words.nothing}</p>
        </div>
      </>
    );
  return (
    <>
      <h1>{unknown.length > 0 ? words.documentTitle : titleOf(list, visit)}</h1>
      <p class="lede">{words.lede}</p>
      <Times list={list} visit={visit} />
      <DeadlineFilters institutions={list.institutions} visit={visit} />
      {unknown.length > 0 ? (
        <UnknownChoices unknown={unknown} visit={visit} />
      ) : (
        <Groups list={list} visit={visit} iso3={iso3} />
      )}
      <p class="links">
        <a href={calendarUrl(wording.language, iso3, address.query.get('institution') ?? undefined)}>
          {wording.say.cycle.calendar.link}
        </a>
        <a href={changesUrl(wording.language, iso3)}>{wording.say.feed.changesLink}</a>
      </p>
    </>
  );
}

/** "Ministry of Justice: Two deadlines are overdue. The next is 31 March 2027." */
function titleOf({ counts, institutions }: DeadlineList, { wording, address }: Visit): string {
  const { overdue, nextOn } = counts;
  const said = wording.say.deadlines.title(overdue, nextOn === null ? null : wording.date(nextOn));
  const chosen = institutions.find(({ code }) => code === address.query.get('institution'));
  return chosen === undefined ? said : `${chosen.name}: ${said}`;
}

function Times({ list: { counts }, visit: { wording, address } }: Omit<BodyProps, 'iso3'>) {
  const words = wording.say.deadlines;
  const here = address.query.get('when') ?? 'coming';
  const { coming, undated, overdue, past } = counts;
  const labels = {
    coming: words.coming(coming + undated),
    overdue: words.overdue(overdue),
    past: words.past(past),
    all: words.all,
  };
  const kept = { ...listQuery(address.query, ['kind', 'institution']), cursor: null };
  return (
    <nav class="cohorts deadline-times" aria-label={words.when}>
      {TIMES.map((when) =>
        when === here ? (
          <b key={when} aria-current="true">
            {labels[when]}
          </b>
        ) : (
          <a
            key={when}
            href={pageUrl(wording.language, address.path, { ...kept, when: when === 'coming' ? null : when })}
          >
            {labels[when]}
          </a>
        ),
      )}
    </nav>
  );
}

function Groups({ list, visit, iso3 }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.deadlines;
  if (list.items.length === 0 && askedOf(address) !== '')
    return <NothingFound visit={visit} keeps={FILTERS} />;
  if (list.items.length === 0)
    return (
      <div class="empty">
        <p>{words.empty[address.query.get('when') ?? 'coming'] ?? words.empty['all']}</p>
        <p>
          <a href={pageUrl(wording.language, address.path, { when: 'all' })}>{words.clear}</a>
        </p>
      </div>
    );
  return (
    <>
      {groupsOfDuties(list.items, wording).map(({ title, parts }) => (
        <section key={title} class="duty-group">
          <h2>{title}</h2>
          {parts.map(({ basis, duties }) => (
            <Fragment key={basis}>
              <p class="note duty-basis">{basis}</p>
              <DutyTable
                title={`${title}. ${basis}`}
                duties={duties}
                sought={list.sought}
                iso3={iso3}
                wording={wording}
              />
            </Fragment>
          ))}
        </section>
      ))}
      {list.items.some(({ outcome }) => outcome === 'not_recorded') && (
        <p class="note">{words.notRecorded}</p>
      )}
      <NextPage visit={visit} keeps={FILTERS} cursor={list.nextCursor} label={words.next} />
    </>
  );
}
