import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { pageUrl, queryOf, statePath } from '../router/address.js';
import type { Visit } from '../router/page.js';
import { WordMark } from './word-mark.js';

interface MastheadProps {
  readonly visit: Visit;
  readonly current: string | undefined;
}

interface Link {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

/** The record, which everybody reads, and the rooms of whoever works on it. The one list of links, for the rows and the menu. */
interface Links {
  readonly record: readonly Link[];
  readonly work: readonly Link[];
}

/** Record above, work below it; both behind one word where the window is narrow. */
export function Masthead({ visit, current }: MastheadProps) {
  const { say, language } = visit.wording;
  const { record, work } = linksOf(visit);
  return (
    <header class="masthead">
      <div class="masthead-room">
        <a class="home" href={pageUrl(language, '/')} aria-label={say.layout.home}>
          <WordMark />
        </a>
        {record.length > 0 && (
          <nav class="masthead-nav" aria-label={say.layout.navigation}>
            <NavigationLinks links={record} current={current} />
          </nav>
        )}
        <div class="masthead-end">
          <Person visit={visit} />
          <LanguageSwitch visit={visit} />
        </div>
        <details class="menu">
          <summary>{say.layout.menu}</summary>
          <nav class="menu-room" aria-label={say.layout.menu}>
            <NavigationLinks links={record} current={current} />
            {work.length > 0 && (
              <>
                <p class="menu-part">{say.layout.work}</p>
                <NavigationLinks links={work} current={current} />
              </>
            )}
            <div class="menu-end">
              <PaletteButton visit={visit} />
              <Person visit={visit} />
              <LanguageSwitch visit={visit} />
            </div>
          </nav>
        </details>
      </div>
      {work.length > 0 && (
        <nav class="work-nav" aria-label={say.layout.work}>
          <div class="work-room">
            <span aria-hidden="true">{say.layout.work}</span>
            <NavigationLinks links={work} current={current} />
          </div>
        </nav>
      )}
    </header>
  );
}

function NavigationLinks({
  links,
  current,
}: {
  readonly links: readonly Link[];
  readonly current: string | undefined;
}) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.key}>
          <a
            href={link.href}
            aria-current={link.key === current ? 'page' : undefined}
            aria-keyshortcuts={link.key === 'search' ? 'Control+K' : undefined}
          >
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every link of the navigation, for the palette. */
export function navigationLinks(visit: Visit): readonly Link[] {
  const { record, work } = linksOf(visit);
  return [...record, ...work];
}

function linksOf({ wording, state, states, viewer }: Visit): Links {
  const { say, language } = wording;
  const of = state ?? (states.length === 1 ? states[0] : undefined);
  const role = viewer?.role ?? 'public';
  const link = (key: string, label: string, path: string): Link => ({
    key,
    label,
    href: pageUrl(language, path),
  });
  const within = (key: string, label: string, path = ''): Link[] =>
    of ? [link(key, label, statePath(of.iso3, path))] : [];
  const room = (roles: readonly string[], links: readonly Link[]): readonly Link[] =>
    roles.includes(role) ? links : [];
  return {
    record: [
      ...within('overview', say.layout.overview),
      ...within('recommendations', say.layout.recommendations, '/recommendations'),
      ...within('indicators', say.layout.indicators, '/indicators'),
      ...within('data-gaps', say.dataGap.documentTitle, '/data-gaps'),
      ...within('budget', say.layout.budget, '/budget'),
      ...within('prosecutions', say.layout.prosecutions, '/prosecutions'),
      ...within('search', say.search.documentTitle, '/search'),
    ],
    work: [
      ...room(['focal_point'], within('desk', say.desk.documentTitle, '/desk')),
      ...room(
        ['monitoring_body'],
        [
          ...within('monitoring', say.comparison.link, '/monitoring'),
          ...within('alerts', say.alert.list.title, '/alerts'),
        ],
      ),
      ...room(['ombudsperson', 'secretariat', 'focal_point'], within('docket', say.layout.docket, '/docket')),
      ...room(['ombudsperson', 'secretariat'], within('monitoring', say.comparison.link, '/monitoring')),
      ...room(['ombudsperson'], within('requests', say.informationRequest.title, '/information-requests')),
      ...room(['ombudsperson'], within('statements', say.statement.shortTitle, '/statements')),
      ...room(['contributor'], within('submissions', say.submission.list.documentTitle, '/submissions')),
      ...room(['secretariat'], within('intake', say.layout.intake, '/intakes')),
      ...room(['secretariat', 'operator'], within('people', say.layout.people, '/people')),
      ...room(['ombudsperson', 'secretariat'], within('audit', say.layout.audit, '/audit')),
      ...room(
        ['operator'],
        [
          link('watch', say.layout.watch, '/watch'),
          link('security_events', say.securityEvent.documentTitle, '/security-events'),
        ],
      ),
    ],
  };
}

/** Opens the palette; without script there is none, and the search is a link. */
export function PaletteButton({ visit: { wording } }: Pick<MastheadProps, 'visit'>) {
  return (
    <button class="palette-button needs-script" type="button" data-palette>
      {`${wording.say.device.open} `}
      <kbd>Ctrl K</kbd>
    </button>
  );
}

/** The institution one speaks for, else the role, not a face; the way to the own account, or to signing in. */
function Person({ visit }: { readonly visit: Visit }) {
  const { viewer, wording } = visit;
  const { say, language } = wording;
  if (!viewer?.signedIn)
    return (
      <a class="sign-in" href={pageUrl(language, '/sign-in')}>
        {say.layout.signIn}
      </a>
    );
  const role = say.people.roles[viewer.role] ?? viewer.role;
  return (
    <form class="person" method="post" action="/sign-out">
      <input type="hidden" name="lang" value={language} />
      <a
        class="person-name"
        href={pageUrl(language, '/account')}
        title={`${say.layout.account}: ${viewer.name ?? ''} (${role})`}
      >
        {viewer.institution?.shortName ?? role}
      </a>
      <button class="plain-button" type="submit">
        {say.layout.signOut}
      </button>
    </form>
  );
}

function LanguageSwitch({ visit }: { readonly visit: Visit }) {
  const { address, wording } = visit;
  return (
    <nav class="languages" aria-label={wording.say.layout.languages}>
      {LANGUAGES.map((language) =>
        language === wording.language ? (
          <span key={language} class="language-here" aria-current="true">
            {LANGUAGE_NAMES[language]}
          </span>
        ) : (
          <a
            key={language}
            lang={language}
            hreflang={language}
            href={pageUrl(language, address.path, queryOf(address.query))}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        ),
      )}
    </nav>
  );
}
