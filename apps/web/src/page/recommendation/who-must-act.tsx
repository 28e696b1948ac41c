import type { RecommendationDetail } from '#contracts';

import { institutionPath, pageUrl } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface WhoMustActProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** Then and now: the body that the text names, and the one that answers today. */
export function WhoMustAct({ detail, wording }: WhoMustActProps) {
  const words = wording.say.recommendation;
  if (detail.responsibilities.length === 0) return <p class="late-words">{words.nobodyAtAll}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.named}</th>
          <th scope="col">{words.responsible}</th>
          <th scope="col">{words.role}</th>
        </tr>
      </thead>
      <tbody>
        {detail.responsibilities.map(({ namedAs, institution, role }) => (
          <tr key={`${namedAs ?? ''} ${institution?.code ?? ''}`}>
            <td data-label={words.named}>
              {namedAs === null ? (
                <span class="quiet">{words.notNamed}</span>
              ) : (
                <span lang={detail.textLanguage}>{namedAs}</span>
              )}
            </td>
            <td data-label={words.responsible}>
              {institution === null ? (
                <b class="late-words">{words.nobody}</b>
              ) : (
                <>
                  <a href={pageUrl(wording.language, institutionPath(detail.state.iso3, institution.code))}>
                    {institution.name}
                  </a>
                  {institution.shortName !== institution.name && (
                    <span class="second">{institution.shortName}</span>
                  )}
                </>
              )}
            </td>
            <td data-label={words.role}>{role === null ? '' : words.roles[role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
