import type { State } from '#tracking';

import type { Change, Changes } from './audited-changes.js';
import type { TrackingGround } from './tracking-ground.js';

interface Owner {
  readonly personId: number;
  readonly cookie: string;
}

/** Two documents of which the later goes on from the earlier, each with one item and the date of its next report. */
export interface TwoCycles {
  readonly earlier: number;
  readonly later: number;
  readonly laterDocument: number;
  readonly deadline: number;
  /** Public address of an item. */
  readonly address: (item: number) => string;
}

export async function addTwoCycles(
  { record }: TrackingGround,
  state: State,
  name: string,
): Promise<TwoCycles> {
  return record.runState(state.id, async (sql) => {
    const insert = async (text: string, ...parameters: unknown[]): Promise<number> =>
      (await sql.row<{ id: number }>(text, [state.id, ...parameters]))?.id ?? 0;
    const add = async (cycle: number): Promise<{ document: number; item: number }> => {
      const document = await insert(
        `INSERT INTO document (state_id, key, slug, symbol, title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
         VALUES ($1, $2, $2, $2, 'Concluding observations', 'CAT', 'CAT', 'en', $3, $2, now()) RETURNING id`,
        `${name}-${cycle}`,
        `20${cycle}0-01-31`,
      );
      const paragraph = await insert(
        `INSERT INTO paragraph (state_id, document_id, number, kind, verb) VALUES ($1, $2, 8, 'recommendation', 'urges') RETURNING id`,
        document,
      );
      const item = await insert(
        `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
         VALUES ($1, $2, $3, $4, 0, '8', 'paragraph', 'urges') RETURNING id`,
        `${name}-${cycle}.8`,
        document,
        paragraph,
      );
      return { document, item };
    };
    const [earlier, later] = [await add(1), await add(2)];
    await insert(
      `INSERT INTO reporting_cycle (state_id, document_id, mechanism_code, instrument_code, number, closed_on, continued_by_document_id, continuation)
       VALUES ($1, $2, 'CAT', 'CAT', 1, '2020-01-31', $3, 'superseded') RETURNING document_id AS id`,
      earlier.document,
      later.document,
    );
    const deadline = await insert(
      `INSERT INTO deadline (state_id, document_id, purpose, certainty, due_year, time_zone, basis, origin, rule_code)
       VALUES ($1, $2, 'next_report', 'estimated', 2024, 'America/Lima', '{"en": "Interval", "es": "Intervalo"}', 'rule', 'cat.next_report') RETURNING id`,
      later.document,
    );
    return {
      earlier: earlier.item,
      later: later.item,
      laterDocument: later.document,
      deadline,
      address: (item) => `${name}-${item === earlier.item ? 1 : 2}.8`,
    };
  });
}

/** How to change dates and links between cycles through each route. */
export function cycleChanges(
  ground: TrackingGround,
  state: State,
  secretariat: () => Promise<Owner>,
): Changes {
  let made = 0;
  const twoCycles = (): Promise<TwoCycles> => {
    made += 1;
    return addTwoCycles(ground, state, `cat-${made}`);
  };
  const change = async (
    url: string,
    entry: Change['entry'],
    form: Readonly<Record<string, unknown>>,
  ): Promise<Change> => {
    const { personId, cookie } = await secretariat();
    const { reason } = form;
    return {
      url,
      cookie,
      personId,
      form: () => form,
      entry: { actor: 'secretariat', reason: typeof reason === 'string' ? reason : null, ...entry },
    };
  };
  return {
    'POST /states/{iso3}/deadlines/{deadline}/communicate': async () => {
      const { deadline } = await twoCycles();
      return change(
        `/states/PER/deadlines/${deadline}/communicate`,
        {
          action: 'deadline.communicated',
          before: {
            duePurpose: 'next_report',
            certainty: 'estimated',
            dueOn: null,
            dueYear: 2024,
            basis: 'Interval',
            rule: 'cat.next_report',
          },
          after: {
            duePurpose: 'next_report',
            certainty: 'confirmed',
            dueOn: '2028-05-31',
            dueYear: null,
            basis: 'Communicated by the committee: Note verbale of 3 June 2026',
            rule: null,
          },
        },
        { dueOn: '2028-05-31', source: 'Note verbale of 3 June 2026', reason: 'It came today' },
      );
    },
    'POST /states/{iso3}/successions': async () => {
      const { earlier, later, address } = await twoCycles();
      const pair = { earlier: address(earlier), later: address(later), kind: 'repeated' };
      return change(
        '/states/PER/successions',
        { action: 'succession.added', before: null, after: { ...pair, state: 'confirmed' } },
        { ...pair, reason: 'The same request' },
      );
    },
    'POST /states/{iso3}/successions/{succession}': async () => {
      const { earlier, later, laterDocument, address } = await twoCycles();
      const [suggested] = await ground.rows<{ id: number }>(
        state.id,
        `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, later_id, kind, score)
         VALUES ($1, $2, $3, $4, 'repeated', 0.5) RETURNING id`,
        [state.id, earlier, laterDocument, later],
      );
      const pair = { earlier: address(earlier), later: address(later) };
      return change(
        `/states/PER/successions/${suggested?.id}`,
        {
          action: 'succession.confirmed',
          before: { ...pair, kind: 'repeated', state: 'suggested' },
          after: { ...pair, kind: 'narrowed', state: 'confirmed' },
        },
        { kind: 'narrowed', state: 'confirmed', reason: 'Only the staff is left of it' },
      );
    },
  };
}
