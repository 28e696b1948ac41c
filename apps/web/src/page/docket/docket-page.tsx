import type { ComponentChildren } from 'preact';

import type { Docket, EscalationList, InformationRequestList } from '#contracts';

import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, isWhole, listQuery } from '../../form/list-search.js';
import { Mark } from '../../status/mark.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { asksFormally } from '../requests/request-rights.js';
import { AgeAxis } from './age-axis.js';
import { DOCKET_SHOWS, countOf, isOverdue, shownOf } from './docket-count.js';
import type { DocketShow } from './docket-count.js';
import { DocketGlance } from './docket-glance.js';
import { DocketTable } from './docket-table.js';

/** As many as the API gives at once: the axis shows the ages of all of them. */
const PAGE_SIZE = 200;
/** Rows that stand open; the others are folded behind how many they are. */
const OPEN_ROWS = 20;
const KEPT = ['show'] as const;

interface Data extends Record<string, unknown> {
  readonly docket: Docket;
  /** Requests that wait for their answer. */
  readonly requests: InformationRequestList;
  /** What came up to the ombudsperson. */
  readonly escalations: EscalationList;
  /** For the ombudsperson: answered, and not closed. */
  readonly answered?: InformationRequestList;
}

export const docketPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const requests = (state: string): string =>
      apiUrl(language, statePath(iso3, '/information-requests'), { state, limit: PAGE_SIZE });
    return {
      docket: apiUrl(language, statePath(iso3, '/docket'), { ...listQuery(query), limit: PAGE_SIZE }),
      requests: requests('waiting'),
      escalations: apiUrl(language, statePath(iso3, '/escalations'), { limit: 1 }),
      ...(asksFormally(viewer, iso3) ? { answered: requests('answered') } : {}),
    };
  },
  show: ({ docket, requests, escalations, answered }, visit) => {
    const { wording } = visit;
    return {
      documentTitle: wording.say.people.docket.documentTitle,
      current: 'docket',
      crumbs: [
        { label: docket.state.name, path: statePath(docket.state.iso3) },
        { label: wording.say.layout.docket },
      ],
      today: docket.today,
      body: (
        <DocketBody
          docket={docket}
          requests={requests}
          open={escalations.open}
          answered={answered}
          visit={visit}
        />
      ),
    };
  },
};

interface DocketProps {
  readonly docket: Docket;
  readonly requests: InformationRequestList;
  readonly visit: Visit;
}

interface BodyProps extends DocketProps {
  /** Matters that came up and have no answer. */
  readonly open: number;
  readonly answered: InformationRequestList | undefined;
}

function DocketBody({ docket, requests, open, answered, visit }: BodyProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket;
  const { overdue, unreached } = countOf(docket);
  const own = docket.viewer.role === 'focal_point';
  const whole = isWhole(address, docket.nextCursor);
  return (
    <>
      <h1>
        {!whole ? words.documentTitle : own ? words.titleOwn(overdue) : words.title(overdue, unreached)}
      </h1>
      {own && docket.viewer.institution && (
        <p class="lede">{words.onlyOwn(docket.viewer.institution.name)}</p>
      )}
      <FormProblem address={address} wording={wording} />
      {docket.mail.relayReachable === false && (
        <p class="failed">
          <Mark status="error" size={17} />
          {words.relayDown}
        </p>
      )}
      {whole && docket.items.length > 0 && (
        <DocketGlance
          docket={docket}
          requests={requests}
          open={open}
          answered={answered ?? null}
          visit={visit}
        />
      )}
      {docket.mail.waiting > 0 && <p class="note">{words.mailWaiting(docket.mail.waiting)}</p>}
      {overdue > 0 && <AgeAxis docket={docket} wording={wording} />}
      {docket.items.length > 0 && whole && <Shows docket={docket} requests={requests} visit={visit} />}
      <div class="docket-search">
        <ListSearch visit={visit} keeps={KEPT} />
      </div>
      {docket.items.length === 0 && askedOf(address) !== '' ? (
        <NothingFound visit={visit} keeps={KEPT} />
      ) : docket.items.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <Rows docket={docket} requests={requests} visit={visit} />
      )}
      <NextPage visit={visit} cursor={docket.nextCursor} keeps={KEPT} />
      <Elsewhere docket={docket} open={open} visit={visit} />
    </>
  );
}

function showOf({ address }: Visit): DocketShow {
  return DOCKET_SHOWS.find((show) => show === address.query.get('show')) ?? 'all';
}

/** What the rows can be narrowed to, with how many each leaves. */
function Shows({ docket, requests, visit }: DocketProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket;
  const chosen = showOf(visit);
  const shows = DOCKET_SHOWS.map((show) => ({
    show,
    count: shownOf(show, docket, requests).length,
  })).filter(({ show, count }) => show === 'all' || count > 0 || show === chosen);
  if (shows.length === 1) return null;
  return (
    <nav class="docket-shows" aria-label={words.shows.label}>
      {shows.map(({ show, count }) => (
        <a
          key={show}
          href={pageUrl(wording.language, address.path, { show: show === 'all' ? '' : show })}
          aria-current={show === chosen ? 'true' : undefined}
        >
          {`${words.shows[show]} ${wording.number(count)}`}
        </a>
      ))}
    </nav>
  );
}

/** What is overdue stands open, the oldest first; the rest of it, and what is still to come, are folded. */
function Rows({ docket, requests, visit }: DocketProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket;
  const show = showOf(visit);
  const items = shownOf(show, docket, requests);
  const overdue = items.filter(isOverdue);
  const ahead = items.filter((item) => !isOverdue(item));
  const sought = askedOf(address) !== '';
  const open = sought ? overdue : overdue.slice(0, OPEN_ROWS);
  const folded = overdue.slice(open.length);
  const asking = address.query.get('ask');
  const table = (of: typeof items) => (
    <DocketTable docket={docket} requests={requests} visit={visit} items={of} />
  );
  if (items.length === 0)
    return (
      <div class="empty" id="overdue">
        <p>{words.shows.none}</p>
        <p>
          <a href={pageUrl(wording.language, address.path)}>{words.shows.whole}</a>
        </p>
      </div>
    );
  return (
    <>
      <div id="overdue">{open.length > 0 && table(open)}</div>
      {folded.length > 0 && (
        <Folded
          summary={words.moreOverdue(folded.length)}
          open={folded.some(({ alert }) => String(alert) === asking)}
        >
          {table(folded)}
        </Folded>
      )}
      {ahead.length > 0 && (
        <Folded
          summary={words.comesDue(ahead.length)}
          open={sought || overdue.length === 0 || show !== 'all'}
        >
          {table(ahead)}
        </Folded>
      )}
    </>
  );
}

interface FoldedProps {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

function Folded({ summary, open = false, children }: FoldedProps) {
  return (
    <details class="docket-folded" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** The way to what else there is, behind the rows: who comes here comes for them. */
function Elsewhere({ docket, open, visit }: Pick<BodyProps, 'docket' | 'open' | 'visit'>) {
  const { wording, viewer } = visit;
  const words = wording.say.people.docket;
  const to = (path: string): string => pageUrl(wording.language, statePath(docket.state.iso3, path));
  return (
    <Folded summary={words.elsewhere}>
      <InstitutionLinks iso3={docket.state.iso3} viewer={viewer} wording={wording} />
      <p class="links">
        <a href={to('/alerts')}>{wording.say.alert.list.link}</a>
        <a href={to('/docket/escalations')}>{wording.say.escalation.link(open)}</a>
        <a href={to('/information-requests')}>{wording.say.informationRequest.list.link}</a>
      </p>
    </Folded>
  );
}
