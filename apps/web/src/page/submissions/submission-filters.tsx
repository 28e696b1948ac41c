import { pageUrl } from '../../router/address.js';
import type { Visit } from '../../router/page.js';

interface SubmissionFiltersProps {
  readonly visit: Visit;
  /** Beside the words: a name of the query, what it is called, and what can be chosen. */
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: Readonly<Record<string, string>>;
  }[];
}

/** What of a list is shown. */
export function SubmissionFilters({ visit: { wording, address }, choices }: SubmissionFiltersProps) {
  const words = wording.say.submission;
  const here = pageUrl(wording.language, address.path);
  const filtered = ['q', ...choices.map(({ name }) => name)].some(
    (name) => (address.query.get(name) ?? '') !== '',
  );
  return (
    <form class="filters" method="get" action={here} role="search">
      <label class="field field-search">
        <span class="field-label">{words.search}</span>
        <input type="search" name="q" maxLength={300} value={address.query.get('q') ?? ''} />
      </label>
      {choices.map(({ name, label, options }) => (
        <label class="field" key={name}>
          <span class="field-label">{label}</span>
          <select name={name}>
            <option value="">{words.all}</option>
            {Object.entries(options).map(([value, says]) => (
              <option key={value} value={value} selected={address.query.get(name) === value}>
                {says}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button class="button" type="submit">
        {words.find}
      </button>
      {filtered && (
        <a class="clear" href={here}>
          {words.clear}
        </a>
      )}
    </form>
  );
}

interface NextPageProps {
  readonly visit: Visit;
  readonly cursor: string | null;
  readonly names: readonly string[];
}

export function NextPage({ visit: { wording, address }, cursor, names }: NextPageProps) {
  if (cursor === null) return null;
  const query = Object.fromEntries(names.map((name) => [name, address.query.get(name)]));
  return (
    <p class="pager">
      <a rel="next" href={pageUrl(wording.language, address.path, { ...query, cursor })}>
        {wording.say.submission.next}
      </a>
    </p>
  );
}
