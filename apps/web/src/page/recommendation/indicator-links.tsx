import type { RecommendationDetail } from '#contracts';

import { pageUrl, recommendationPath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface IndicatorLinksProps {
  readonly detail: RecommendationDetail;
  readonly wording: Wording;
}

/** Where the secretariat sets what a recommendation is measured by. */
export function IndicatorLinks({ detail, wording: { say, language } }: IndicatorLinksProps) {
  const at = recommendationPath(detail.state.iso3, detail.id);
  return (
    <nav aria-label={say.definition.links}>
      <p class="links">
        <a href={pageUrl(language, `${at}/library`)}>{say.definition.library}</a>
        <a href={pageUrl(language, `${at}/new-indicator`)}>{say.definition.add}</a>
      </p>
    </nav>
  );
}
