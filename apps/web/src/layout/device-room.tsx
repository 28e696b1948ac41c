import { inScript } from '../island/island.js';
import type { DeviceFacts } from '../device/device-facts.js';
import { apiUrl, pageUrl, statePath } from '../router/address.js';
import type { Visit } from '../router/page.js';
import { navigationLinks } from './masthead.js';

/** What the browser's own part of every page works with: one live region, one line about the connection, words and addresses. */
export function DeviceRoom({ visit }: { readonly visit: Visit }) {
  return (
    <>
      <p class="announced" id="announced" role="status" />
      <p class="connection" id="connection" hidden />
      <div id="device" hidden>
        <script type="application/json" dangerouslySetInnerHTML={{ __html: inScript(factsOf(visit)) }} />
      </div>
    </>
  );
}

function factsOf(visit: Visit): DeviceFacts {
  const { wording, viewer, state, states } = visit;
  const { say, language } = wording;
  const of = state ?? (states.length === 1 ? states[0] : undefined);
  const link = (label: string, path: string) => ({ label, href: pageUrl(language, path) });
  const within = (label: string, path: string) => (of ? [link(label, statePath(of.iso3, path))] : []);
  const role = viewer?.state === of?.iso3 ? (viewer?.role ?? 'public') : 'public';
  const as = (...roles: string[]) => roles.includes(role);
  const watches = as('secretariat', 'ombudsperson');
  return {
    language,
    person: viewer?.signedIn
      ? [viewer.state, viewer.role, viewer.institution?.code, viewer.name].join(' ')
      : null,
    words: say.device,
    search: of
      ? {
          api: apiUrl(language, statePath(of.iso3, '/search')),
          page: pageUrl(language, statePath(of.iso3, '/search')),
        }
      : null,
    state: of ? pageUrl(language, statePath(of.iso3)) : null,
    pages: [
      ...navigationLinks(visit).map(({ label, href }) => ({ label, href })),
      ...(visit.views ?? []).map(({ name, address }) => link(say.savedView.inPalette(name), address)),
      ...within(say.cycle.list.documentTitle, '/documents'),
      ...within(say.deadlines.documentTitle, '/deadlines'),
      link(say.layout.howStatusesAreSet, '/how-statuses-are-set'),
      link(say.layout.accessibility, '/accessibility'),
    ],
    actions: [
      ...(as('focal_point', 'secretariat', 'contributor')
        ? within(say.submission.list.documentTitle, '/submissions')
        : []),
      ...(as('focal_point', 'secretariat', 'ombudsperson')
        ? [
            ...within(say.alert.list.title, '/alerts'),
            ...within(say.action.list.documentTitle, '/actions'),
            ...within(say.institution.list.documentTitle, '/institutions'),
          ]
        : []),
      ...(watches
        ? [
            ...within(say.submission.reviews.documentTitle, '/reviews'),
            ...within(say.institution.nobody.documentTitle, '/nobody-answers'),
            ...within(say.institution.transmissions.documentTitle, '/transmissions'),
            ...within(say.watchRule.documentTitle, '/watch-rules'),
          ]
        : []),
      ...(as('monitoring_body', 'focal_point', 'secretariat', 'ombudsperson')
        ? within(say.comment.documentTitle, '/comments')
        : []),
      ...(as('secretariat') ? within(say.desk.importFigures, '/imports/figures') : []),
      ...(viewer?.signedIn
        ? [
            ...(visit.views === null ? [] : within(say.savedView.documentTitle, '/views')),
            link(say.layout.account, '/account'),
            link(say.desk.rhythm, '/account/mail'),
            link(say.feed.calendars.documentTitle, '/account/calendars'),
          ]
        : [link(say.layout.signIn, '/sign-in')]),
    ],
  };
}
