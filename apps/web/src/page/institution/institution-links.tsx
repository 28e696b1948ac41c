import type { Viewer } from '#contracts';

import { institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { watchesState } from './viewer-rights.js';

interface InstitutionLinksProps {
  readonly iso3: string;
  readonly viewer: Viewer | null;
  readonly wording: Wording;
  readonly here?: string;
}

/** The way between institutions, what nobody answers for, and letters: each as far as the role reaches. */
export function InstitutionLinks({ iso3, viewer, wording, here }: InstitutionLinksProps) {
  const { institution: words } = wording.say;
  const own = viewer?.role === 'focal_point' && viewer.state === iso3 ? viewer.institution : null;
  const links = [
    { path: statePath(iso3, '/institutions'), label: words.list.documentTitle },
    { path: statePath(iso3, '/actions'), label: wording.say.action.list.documentTitle },
    ...(watchesState(viewer, iso3)
      ? [
          { path: statePath(iso3, '/nobody-answers'), label: words.nobody.documentTitle },
          { path: statePath(iso3, '/transmissions'), label: words.transmissions.documentTitle },
          { path: statePath(iso3, '/watch-rules'), label: wording.say.watchRule.documentTitle },
          { path: statePath(iso3, '/help-lines'), label: wording.say.helpLine.link },
        ]
      : []),
    ...(watchesState(viewer, iso3)
      ? [{ path: statePath(iso3, '/reviews'), label: wording.say.submission.reviews.documentTitle }]
      : []),
    ...(own || watchesState(viewer, iso3)
      ? [{ path: statePath(iso3, '/submissions'), label: wording.say.submission.list.documentTitle }]
      : []),
    ...(own
      ? [
          {
            path: `${institutionPath(iso3, own.code)}/focal-points`,
            label: words.focalPoints.ownLink(own.shortName),
          },
        ]
      : []),
  ];
  return (
    <nav aria-label={words.links}>
      <p class="links">
        {links.map(({ path, label }) => (
          <a
            key={path}
            href={pageUrl(wording.language, path)}
            aria-current={path === here ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </p>
    </nav>
  );
}
