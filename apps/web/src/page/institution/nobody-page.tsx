import type { OrphanList } from '#contracts';

import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, institutionPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { InstitutionLinks } from './institution-links.js';
import { isSecretariat } from './viewer-rights.js';

type Orphan = OrphanList['items'][number];

/** Recommendations for which nobody reachable answers, each with the way to its repair. */
export const nobodyPage: Page<{ orphans: OrphanList }> = {
  load: ({ language, parameters, query }) => ({
    orphans: apiUrl(language, statePath(parameters['iso3'] ?? '', '/nobody-answers'), listQuery(query)),
  }),
  show: ({ orphans }, visit) => {
    const { wording, address, state, viewer } = visit;
    const words = wording.say.institution.nobody;
    const iso3 = address.parameters['iso3'] ?? '';
    const { length } = orphans.items;
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: state?.name ?? iso3, path: statePath(iso3) }, { label: words.documentTitle }],
      body: (
        <>
          <h1>{words.title(length, orphans.nextCursor !== null || address.query.has('cursor'))}</h1>
          <p class="lede">{words.lede}</p>
          <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
          <ListSearch visit={visit} />
          {length === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} />
          ) : length === 0 ? (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          ) : (
            <OrphanTable orphans={orphans} visit={visit} iso3={iso3} />
          )}
          <NextPage visit={visit} cursor={orphans.nextCursor} label={words.next} />
        </>
      ),
    };
  },
};

interface TableProps {
  readonly orphans: OrphanList;
  readonly visit: Visit;
  readonly iso3: string;
}

function OrphanTable({ orphans, visit, iso3 }: TableProps) {
  const { wording, viewer } = visit;
  const words = wording.say.institution.nobody;
  const repairs = isSecretariat(viewer, iso3);
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.recommendation}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.since}</th>
          {repairs && <th scope="col">{words.fix}</th>}
        </tr>
      </thead>
      <tbody>
        {orphans.items.map((orphan) => (
          <tr key={orphan.recommendation.id}>
            <td class="what">
              <a href={pageUrl(wording.language, recommendationPath(iso3, orphan.recommendation.id))}>
                {`${wording.code(orphan.recommendation.code)} `}
                <Sought text={orphan.recommendation.title} words={orphans.sought} />
              </a>
            </td>
            <td data-label={words.why}>
              <b class="late-words">{words.reasons[orphan.reason] ?? orphan.reason}</b>
              {orphan.institution && (
                <span class="second">
                  <Sought text={orphan.institution.name} words={orphans.sought} />
                </span>
              )}
            </td>
            <td class="day" data-label={words.since}>
              {wording.shortDate(orphan.since)}
            </td>
            {repairs && (
              <td data-label={words.fix}>
                <a href={pageUrl(wording.language, repairOf(orphan, iso3))}>
                  {words.fixes[orphan.reason] ?? words.fix}
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function repairOf({ reason, institution, recommendation }: Orphan, iso3: string): string {
  if (reason === 'no_lead' || institution === null) return recommendationPath(iso3, recommendation.id);
  if (reason === 'no_focal_point' || reason === 'membership_ended') return statePath(iso3, '/people');
  const page = institutionPath(iso3, institution.code);
  return reason === 'institution_ended' ? page : `${page}/focal-points`;
}
