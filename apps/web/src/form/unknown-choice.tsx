import { pageUrl, queryOf } from '../router/address.js';
import type { Address } from '../router/address.js';
import type { Visit } from '../router/page.js';

/** A value in the address that no choice of the page has. */
export interface UnknownChoice {
  /** Name in the address. */
  readonly name: string;
  /** What the page calls that choice. */
  readonly label: string;
  readonly value: string;
}

/** Values under a name of the address that are none of those there are. */
export function unknownOf(
  { query }: Pick<Address, 'query'>,
  name: string,
  label: string,
  known: readonly string[],
): UnknownChoice[] {
  return [...new Set(query.getAll(name))]
    .filter((value) => value !== '' && !known.includes(value))
    .map((value) => ({ name, label, value }));
}

interface UnknownChoicesProps {
  readonly unknown: readonly UnknownChoice[];
  readonly visit: Pick<Visit, 'wording' | 'address'>;
  /** What the page shows in spite of it; absent: nothing. */
  readonly shown?: string;
}

/** Names what the address asks for and nothing has, and the way back: silence would pass something else off as the answer. */
export function UnknownChoices({ unknown, visit: { wording, address }, shown }: UnknownChoicesProps) {
  if (unknown.length === 0) return null;
  const words = wording.say.search;
  const without = Object.fromEntries(
    Object.entries(queryOf(address.query)).map(([name, values]) => [
      name,
      [values ?? []]
        .flat()
        .filter((value) => !unknown.some((one) => one.name === name && one.value === value)),
    ]),
  ) as Record<string, string[]>;
  return (
    <div class="empty unknown-choice" role="status">
      {unknown.map(({ name, label, value }) => (
        <p key={`${name} ${value}`}>{words.unknownChoice(value, label)}</p>
      ))}
      {shown !== undefined && <p>{shown}</p>}
      <p>
        <a href={pageUrl(wording.language, address.path, without)}>{words.withoutIt}</a>
      </p>
    </div>
  );
}
