import type { InstitutionList, WatchRulesView } from '#contracts';

import type { Visit } from '../../router/page.js';

/** What each part of the page is given. */
export interface PartProps {
  readonly rules: WatchRulesView;
  readonly institutions: InstitutionList;
  readonly visit: Visit;
  readonly iso3: string;
}
