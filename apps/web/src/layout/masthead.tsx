import { LANGUAGES, LANGUAGE_NAMES } from '#messages';

import { pageUrl, statePath } from '../router/address.js';
import type { Visit } from '../router/page.js';
import { WordMark } from './word-mark.js';

interface MastheadProps {
  readonly visit: Visit;
  readonly current: string | undefined;
}

/** With more the links of a role need a wider window before they leave the menu. */
const MOST_LINKS = 6;

interface Link {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

export function Masthead({ visit, current }: MastheadProps) {
  const { say, language } = visit.wording;
  const links = linksOf(visit);
  return (
    <header class={links.length > MOST_LINKS ? 'masthead masthead-many' : 'masthead'}>
      <div class="masthead-room">
        <a class="home" href={pageUrl(language, '/')} aria-label={say.layout.home}>
          <WordMark />
        </a>
        {links.length > 0 && (
          <nav class="masthead-nav" aria-label={say.layout.navigation}>
            <NavigationLinks links={links} current={current} />
          </nav>
        )}
        <div class="masthead-end">
          <Person visit={visit} />
          <LanguageSwitch visit={visit} />
        </div>
        <details class="menu">
          <summary>{say.layout.menu}</summary>
          <nav class="menu-room" aria-label={say.layout.menu}>
            <NavigationLinks links={links} current={current} />
            <div class="menu-end">
              <Person visit={visit} />
              <LanguageSwitch visit={visit} />
            </div>
          </nav>
        </details>
      </div>
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
          <a href={link.href} aria-current={link.key === current ? 'page' : undefined}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function linksOf({ wording, state, states, viewer }: Visit): Link[] {
  const { say, language } = wording;
  const of = state ?? (states.length === 1 ? states[0] : undefined);
  const link = (key: string, label: string, path: string): Link => ({
    key,
    label,
    href: pageUrl(language, path),
  });
  const links: Link[] = of
    ? [
        link('overview', say.layout.overview, statePath(of.iso3)),
        link('recommendations', say.layout.recommendations, statePath(of.iso3, '/recommendations')),
        link('indicators', say.layout.indicators, statePath(of.iso3, '/indicators')),
        link('budget', say.layout.budget, statePath(of.iso3, '/budget')),
        link('prosecutions', say.layout.prosecutions, statePath(of.iso3, '/prosecutions')),
        link('search', say.search.documentTitle, statePath(of.iso3, '/search')),
      ]
    : [];
  const role = viewer?.role ?? 'public';
  if (of && ['ombudsperson', 'secretariat', 'focal_point'].includes(role)) {
    links.push(link('docket', say.layout.docket, statePath(of.iso3, '/docket')));
  }
  if (of && ['secretariat', 'operator'].includes(role)) {
    links.push(link('people', say.layout.people, statePath(of.iso3, '/people')));
  }
  if (of && ['ombudsperson', 'secretariat'].includes(role)) {
    links.push(link('audit', say.layout.audit, statePath(of.iso3, '/audit')));
  }
  if (role === 'operator') links.push(link('watch', say.layout.watch, '/watch'));
  return links;
}

/** The institution one speaks for, not a face; the way to the own account, or to signing in. */
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
        {viewer.institution?.shortName ?? viewer.name ?? role}
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
            href={pageUrl(language, address.path, Object.fromEntries(address.query))}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        ),
      )}
    </nav>
  );
}
