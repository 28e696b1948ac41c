import { Fragment } from 'preact';

import type { Docket, InformationRequestList } from '#contracts';

import { ListSearch, NextPage, NothingFound, askedOf, isWhole, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Mark } from '../../status/mark.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { AgeAxis } from './age-axis.js';
import { countOf } from './docket-count.js';
import { LastReminder } from './last-reminder.js';
import { AskRow, RowRequest } from './row-request.js';
import { FormProblem } from '../../form/form-problem.js';
import { asksFormally } from '../requests/request-rights.js';

/** As many as the API gives at once: the axis shows the ages of all of them. */
const PAGE_SIZE = 200;

interface Data extends Record<string, unknown> {
  readonly docket: Docket;
  /** Requests that wait for their answer. */
  readonly requests: InformationRequestList;
}

export const docketPage: Page<Data> = {
  load: ({ language, parameters, query }) => ({
    docket: apiUrl(language, statePath(parameters['iso3'] ?? '', '/docket'), {
      ...listQuery(query),
      limit: PAGE_SIZE,
    }),
    requests: apiUrl(language, statePath(parameters['iso3'] ?? '', '/information-requests'), {
      state: 'waiting',
      limit: PAGE_SIZE,
    }),
  }),
  show: ({ docket, requests }, visit) => {
    const { wording } = visit;
    return {
      documentTitle: wording.say.people.docket.documentTitle,
      current: 'docket',
      crumbs: [
        { label: docket.state.name, path: statePath(docket.state.iso3) },
        { label: wording.say.layout.docket },
      ],
      today: docket.today,
      body: <DocketBody docket={docket} requests={requests} visit={visit} />,
    };
  },
};

interface DocketProps extends Data {
  readonly visit: Visit;
}

function DocketBody({ docket, requests, visit }: DocketProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.people.docket;
  const { overdue, unreached } = countOf(docket);
  const own = docket.viewer.role === 'focal_point';
  return (
    <>
      <h1>
        {!isWhole(address, docket.nextCursor)
          ? words.documentTitle
          : own
            ? words.titleOwn(overdue)
            : words.title(overdue, unreached)}
      </h1>
      {own && docket.viewer.institution && (
        <p class="lede">{words.onlyOwn(docket.viewer.institution.name)}</p>
      )}
      <InstitutionLinks iso3={docket.state.iso3} viewer={viewer} wording={wording} />
      <p class="links">
        <a href={pageUrl(wording.language, statePath(docket.state.iso3, '/alerts'))}>
          {wording.say.alert.list.link}
        </a>
        <a href={pageUrl(wording.language, statePath(docket.state.iso3, '/alerts'), { show: 'docket' })}>
          {words.escalations}
        </a>
        <a href={pageUrl(wording.language, statePath(docket.state.iso3, '/information-requests'))}>
          {wording.say.informationRequest.list.link}
        </a>
      </p>
      <FormProblem address={address} wording={wording} />
      {docket.mail.relayReachable === false && (
        <p class="failed">
          <Mark status="error" size={17} />
          {words.relayDown}
        </p>
      )}
      {docket.mail.waiting > 0 && <p class="note">{words.mailWaiting(docket.mail.waiting)}</p>}
      {overdue > 0 && <AgeAxis docket={docket} wording={wording} />}
      <ListSearch visit={visit} />
      {docket.items.length === 0 && askedOf(address) !== '' ? (
        <NothingFound visit={visit} />
      ) : docket.items.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <DocketTable docket={docket} requests={requests} visit={visit} />
      )}
      <NextPage visit={visit} cursor={docket.nextCursor} />
    </>
  );
}

function DocketTable({ docket, requests, visit }: DocketProps) {
  const { wording, address } = visit;
  const words = wording.say.people.docket;
  const asks = asksFormally(visit.viewer, docket.state.iso3);
  const asking = asks ? address.query.get('ask') : null;
  return (
    <table class="list stacked docket">
      <thead>
        <tr>
          <th scope="col">{words.days}</th>
          <th scope="col">{words.paragraph}</th>
          <th scope="col">{words.owed}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.reminder}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.request}</th>
        </tr>
      </thead>
      <tbody>
        {docket.items.map((item) => (
          <Fragment key={item.alert}>
            <tr id={`row-${item.alert}`}>
              <td class={item.daysLate > 0 ? 'days late' : 'days'} data-label={words.days}>
                {item.daysLate > 0 ? wording.number(item.daysLate) : words.ahead(-item.daysLate)}
              </td>
              <td class="code">{wording.code(item.recommendation.code)}</td>
              <td class="what">
                <a
                  href={pageUrl(
                    wording.language,
                    recommendationPath(docket.state.iso3, item.recommendation.id),
                  )}
                >
                  <Sought text={item.obligation} words={docket.sought} />
                </a>
                <span class="second">
                  <Sought text={item.recommendation.title} words={docket.sought} />
                  {`. ${wording.say.due.due(wording.date(item.dueOn))}`}
                </span>
              </td>
              <td data-label={words.owner}>
                {item.institution ? (
                  <Sought text={item.institution.name} words={docket.sought} />
                ) : (
                  <b class="late-words">{words.noOwner}</b>
                )}
                {!item.hasFocalPoint && <b class="second late-words">{words.noFocalPoint}</b>}
              </td>
              <td data-label={words.reminder}>
                <LastReminder item={item} wording={wording} />
              </td>
              <td data-label={words.answer}>
                <a
                  href={pageUrl(wording.language, statePath(docket.state.iso3, `/alerts/${item.alert}`))}
                  data-key="r"
                >
                  {words.alertStates[item.alertState]}
                </a>
                {item.snooze && (
                  <span class="second">
                    {wording.say.alert.snoozedBy(
                      wording.date(item.snooze.until),
                      item.snooze.by,
                      item.snooze.because,
                    )}
                  </span>
                )}
              </td>
              <td data-label={words.request}>
                <RowRequest
                  item={item}
                  requests={requests}
                  asks={asks}
                  asking={asking === String(item.alert)}
                  visit={visit}
                />
              </td>
            </tr>
            {asking === String(item.alert) && <AskRow item={item} requests={requests} visit={visit} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
