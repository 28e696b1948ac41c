import type { DimensionList, IndicatorDefinitionView, InstitutionList } from '#contracts';

import type { Visit } from '../../router/page.js';

/** What the groups of the form are drawn from. */
export interface DefinitionFieldsProps {
  readonly visit: Visit;
  /** Where the form is sent to: what was typed into it stands there again. */
  readonly action: string;
  readonly dimensions: DimensionList;
  readonly institutions: InstitutionList;
  /** What stands on record; a new indicator has nothing yet. */
  readonly old?: IndicatorDefinitionView;
  /** Codes of recommendations that a new indicator is required for. */
  readonly suggestedFor?: string;
}
