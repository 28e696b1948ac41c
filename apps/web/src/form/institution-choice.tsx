import type { InstitutionList } from '#contracts';

import { Choice } from './field.js';

interface InstitutionChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What stands there while none is chosen. */
  readonly none: string;
  readonly chosen?: string | undefined;
  /** The one that cannot be chosen: the page's own. */
  readonly but?: string;
  readonly institutions: InstitutionList;
}

export function InstitutionChoice({ none, but, institutions, ...field }: InstitutionChoiceProps) {
  return (
    <Choice {...field}>
      <option value="">{none}</option>
      {institutions.items
        .filter(({ code }) => code !== but)
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </Choice>
  );
}
