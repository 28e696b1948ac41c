import type { UhriContent } from '#domain';

/** Columns of `uhri_annotation` by the name that an annotation has in the code. */
const COLUMNS: Readonly<
  Record<keyof UhriContent, readonly [column: string, type: 'text' | 'list' | 'date' | 'smallint']>
> = {
  symbol: ['symbol', 'text'],
  body: ['body', 'text'],
  kind: ['kind', 'text'],
  heading: ['heading', 'text'],
  paragraph: ['paragraph', 'text'],
  text: ['text', 'text'],
  countries: ['countries', 'list'],
  regions: ['regions', 'list'],
  themes: ['themes', 'list'],
  affectedPersons: ['affected_persons', 'list'],
  sdgs: ['sdgs', 'list'],
  publishedOn: ['published_on', 'date'],
  listedAt: ['listed_at', 'text'],
  recommendingStates: ['recommending_states', 'list'],
  recommendingRegions: ['recommending_regions', 'list'],
  uprPosition: ['upr_position', 'text'],
  uprSession: ['upr_session', 'smallint'],
};
const FIELDS = Object.entries(COLUMNS);

export const UHRI_COLUMNS = FIELDS.map(([, [column]]) => column).join(', ');

/** An annotation's content as one value, to be compared with what an import stages. */
export function uhriContentOf(alias: string): string {
  return `jsonb_build_object(${FIELDS.map(([name, [column]]) => `'${name}', ${alias}.${column}`).join(', ')})`;
}

/** The columns out of a staged content. */
export function uhriColumnsFrom(content: string): string {
  return FIELDS.map(([name, [, type]]) =>
    type === 'list'
      ? `ARRAY(SELECT jsonb_array_elements_text(${content} -> '${name}'))`
      : `(${content} ->> '${name}')::${type}`,
  ).join(', ');
}

/** `~12` marks the State, as in the other search vectors. */
export function uhriVectorFrom(content: string, stateId: string, language: string): string {
  return `('''~' || ${stateId} || '''')::tsvector || search_vector('simple', concat_ws(' ', ${content} ->> 'symbol', ${content} ->> 'body'))
    || search_vector(search_language(${language}), concat_ws(' ', ${content} ->> 'heading', ${content} ->> 'text',
       array_to_string(ARRAY(SELECT jsonb_array_elements_text(${content} -> 'themes')), ' ')))`;
}
