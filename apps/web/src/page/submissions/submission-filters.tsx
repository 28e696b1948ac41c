import { Choice } from '../../form/field.js';
import { ListSearch } from '../../form/list-search.js';
import type { Visit } from '../../router/page.js';

interface SubmissionFiltersProps {
  readonly visit: Visit;
  /** Beside the words: a name of the query, what it is called, and what can be chosen. */
  readonly name: string;
  readonly label: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What of a list is shown. */
export function SubmissionFilters({ visit, name, label, options }: SubmissionFiltersProps) {
  const { wording, address } = visit;
  return (
    <ListSearch visit={visit} narrows={[name]}>
      <Choice name={name} label={label}>
        <option value="">{wording.say.submission.all}</option>
        {Object.entries(options).map(([value, says]) => (
          <option key={value} value={value} selected={address.query.get(name) === value}>
            {says}
          </option>
        ))}
      </Choice>
    </ListSearch>
  );
}
