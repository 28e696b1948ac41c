import type { DeadlineList } from '#contracts';

import { ListSearch } from '../../form/list-search.js';
import type { Visit } from '../../router/page.js';

/** Beside what is sought: each is in the address. */
export const FILTERS = ['when', 'kind', 'institution'] as const;

interface DeadlineFiltersProps {
  readonly institutions: DeadlineList['institutions'];
  readonly visit: Visit;
}

/** Words, kind and institution, whichever dates are looked at. */
export function DeadlineFilters({ institutions, visit }: DeadlineFiltersProps) {
  const words = visit.wording.say.deadlines;
  const { query } = visit.address;
  return (
    <ListSearch visit={visit} keeps={['when']} narrows={['kind', 'institution']}>
      <label class="field">
        <span class="field-label">{words.kind}</span>
        <select name="kind">
          <option value="">{words.any}</option>
          {Object.entries(words.kinds).map(([kind, label]) => (
            <option key={kind} value={kind} selected={kind === query.get('kind')}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-label">{words.institution}</span>
        <select name="institution">
          <option value="">{words.any}</option>
          {institutions.map(({ code, name }) => (
            <option key={code} value={code} selected={code === query.get('institution')}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </ListSearch>
  );
}
