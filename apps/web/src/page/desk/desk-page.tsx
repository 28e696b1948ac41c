import type { AlertList, InformationRequestList, ObligationList, SubmissionList } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, calendarUrl, institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { isSecretariat } from '../institution/viewer-rights.js';
import { DeskList } from './desk-list.js';
import { DeskRequests } from './desk-requests.js';
import { DeskReminders } from './desk-reminders.js';
import { DESK_PARTS, countOwed, deskOf } from './desk-rows.js';

/** As many as the API gives at once. */
const MOST = 200;

interface Data extends Record<string, unknown> {
  readonly owed: ObligationList;
  readonly sent: SubmissionList;
  readonly returned: SubmissionList;
  readonly alerts: AlertList;
  readonly requests: InformationRequestList;
}

/** What an institution owes and by when, what came back and why, what waits, and the reminders to answer. */
export const deskPage: Page<Data> = {
  load: ({ language, parameters }) => {
    const of = (path: string, query: Readonly<Record<string, string | number>> = {}): string =>
      apiUrl(language, statePath(parameters['iso3'] ?? '', path), { limit: MOST, ...query });
    return {
      owed: of('/obligations'),
      sent: of('/submissions', { state: 'submitted' }),
      returned: of('/submissions', { state: 'returned' }),
      alerts: of('/alerts'),
      requests: of('/information-requests', { state: 'waiting' }),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const iso3 = address.parameters['iso3'] ?? '';
    const words = wording.say.desk;
    return {
      documentTitle: words.documentTitle,
      current: 'desk',
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      today: data.owed.today,
      body: <Body data={data} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ data: { owed, sent, returned, alerts, requests }, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.desk;
  const desk = deskOf(owed, { items: [...sent.items, ...returned.items] });
  const { owed: all, late } = countOwed(desk);
  return (
    <>
      {viewer?.institution && (
        <p class="overline">
          <b>{viewer.institution.name}</b>
        </p>
      )}
      <h1>{words.title(all, late, owed.nextCursor !== null)}</h1>
      <FormDone address={address} words={wording.say.alert.forms.done} />
      <FormProblem address={address} wording={wording} />
      <div class="desk">
        <div>
          <DeskRequests requests={requests} visit={visit} />
          {DESK_PARTS.every((part) => desk[part].length === 0) ? (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          ) : (
            DESK_PARTS.map((part) => (
              <DeskList
                key={part}
                part={part}
                rows={desk[part]}
                iso3={iso3}
                ownInstitution={(viewer?.institution ?? null) !== null}
                wording={wording}
              />
            ))
          )}
        </div>
        <div>
          <DeskReminders alerts={alerts} visit={visit} />
          <MoreLinks visit={visit} iso3={iso3} />
        </div>
      </div>
    </>
  );
}

/** Where the other things are that belong to the work. */
function MoreLinks({ visit: { wording, viewer }, iso3 }: Pick<BodyProps, 'visit' | 'iso3'>) {
  const words = wording.say.desk;
  const own = viewer?.institution?.code;
  const links = [
    { href: pageUrl(wording.language, statePath(iso3, '/submissions')), label: words.submissions },
    ...(own === undefined
      ? []
      : [
          {
            href: pageUrl(wording.language, `${institutionPath(iso3, own)}/focal-points`),
            label: words.handOver,
          },
        ]),
    ...(isSecretariat(viewer, iso3)
      ? [{ href: pageUrl(wording.language, statePath(iso3, '/imports/figures')), label: words.importFigures }]
      : []),
    { href: pageUrl(wording.language, statePath(iso3, '/actions')), label: words.actions },
    { href: pageUrl(wording.language, statePath(iso3, '/docket')), label: words.docket },
    { href: pageUrl(wording.language, '/account/mail'), label: words.rhythm },
    { href: calendarUrl(wording.language, iso3, own), label: words.calendar },
  ];
  return (
    <section class="desk-part">
      <h2>{words.more}</h2>
      <ul class="desk-links">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
