import type { Docket } from '#contracts';

import { Mark } from '../../status/mark.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { AgeAxis } from './age-axis.js';
import { countOf } from './docket-count.js';
import { LastReminder } from './last-reminder.js';

export const docketPage: Page<{ docket: Docket }> = {
  load: ({ language, parameters }) => ({
    docket: apiUrl(language, statePath(parameters['iso3'] ?? '', '/docket')),
  }),
  show: ({ docket }, { wording, viewer }) => ({
    documentTitle: wording.say.people.docket.documentTitle,
    current: 'docket',
    crumbs: [
      { label: docket.state.name, path: statePath(docket.state.iso3) },
      { label: wording.say.layout.docket },
    ],
    today: docket.today,
    body: (
      <>
        <DocketBody docket={docket} wording={wording} />
        <InstitutionLinks iso3={docket.state.iso3} viewer={viewer} wording={wording} />
      </>
    ),
  }),
};

interface BodyProps {
  readonly docket: Docket;
  readonly wording: Wording;
}

function DocketBody({ docket, wording }: BodyProps) {
  const words = wording.say.people.docket;
  const { overdue, unreached } = countOf(docket);
  const own = docket.viewer.role === 'focal_point';
  return (
    <>
      <h1>{own ? words.titleOwn(overdue) : words.title(overdue, unreached)}</h1>
      {own && docket.viewer.institution && (
        <p class="lede">{words.onlyOwn(docket.viewer.institution.name)}</p>
      )}
      {docket.mail.relayReachable === false && (
        <p class="failed">
          <Mark status="error" size={17} />
          {words.relayDown}
        </p>
      )}
      {docket.mail.waiting > 0 && <p class="note">{words.mailWaiting(docket.mail.waiting)}</p>}
      {overdue > 0 && <AgeAxis docket={docket} wording={wording} />}
      {docket.items.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <DocketTable docket={docket} wording={wording} />
      )}
    </>
  );
}

function DocketTable({ docket, wording }: BodyProps) {
  const words = wording.say.people.docket;
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
        </tr>
      </thead>
      <tbody>
        {docket.items.map((item) => (
          <tr key={item.alert}>
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
                {item.obligation}
              </a>
              <span class="second">{`${item.recommendation.title}. ${wording.say.due.due(wording.date(item.dueOn))}`}</span>
            </td>
            <td data-label={words.owner}>
              {item.institution?.name ?? <b class="late-words">{words.noOwner}</b>}
              {!item.hasFocalPoint && <b class="second late-words">{words.noFocalPoint}</b>}
            </td>
            <td data-label={words.reminder}>
              <LastReminder item={item} wording={wording} />
            </td>
            <td data-label={words.answer}>{words.alertStates[item.alertState]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
