import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';

import { wordsOf } from '#domain';
import type { State } from '#tracking';

import { ApiUnderTest } from '../../support/api-under-test.js';
import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly title: readonly { readonly text: string; readonly sought: boolean }[];
  readonly text: readonly { readonly text: string; readonly sought: boolean }[];
}
interface Page {
  readonly items: readonly Hit[];
  readonly nextCursor: string | null;
}

/** `FULL_TESTS=1` types two thousand. */
const TYPED = process.env['FULL_TESTS'] === '1' ? 2_000 : 500;

let ground: TrackingGround;
let api: ApiUnderTest;
let state: State;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  state = await loadPeru(ground);
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

const ask = async (parameters: Record<string, string>, path = 'search'): Promise<Page> => {
  const reply = await api.ask('GET', `/api/v1/states/PER/${path}?${new URLSearchParams(parameters)}`);
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body}`);
  return JSON.parse(reply.body) as Page;
};
const idsOf = async (q: string, more: Record<string, string> = {}): Promise<string[]> =>
  (await ask({ q, kind: 'recommendation', limit: '100', ...more })).items.map(({ id }) => id);
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** A few at once: each question stands for itself. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

interface Row {
  readonly id: string;
  readonly words: readonly string[];
}

/** Words of each recommendation's own title and text, in the way a reader sees them. */
const recommendations = async (): Promise<Row[]> => {
  const rows = await ground.rows<{ id: string; text: string }>(
    state.id,
    `SELECT r.public_id AS id, string_agg(concat_ws(' ', t.title, t.official_text), ' ') AS text
     FROM recommendation r JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id
     WHERE r.state_id = $1 GROUP BY r.id, r.public_id ORDER BY r.public_id`,
    [state.id],
  );
  return rows.map(({ id, text }) => ({ id, words: wordsOf(text) }));
};

describe('a search', () => {
  it('finds every recommendation by each of its rare words, in any case, with accents and without', async () => {
    const rows = await recommendations();
    const carriers = new Map<string, number>();
    for (const { words } of rows)
      for (const word of new Set(words.map((one) => plain(one.toLowerCase()))))
        carriers.set(word, (carriers.get(word) ?? 0) + 1);
    const missed: string[] = [];
    let asked = 0;
    const rare = rows.flatMap(({ id, words }) =>
      words
        .filter((one) => carriers.get(plain(one.toLowerCase())) === 1)
        .flatMap((word) => [...new Set([word, word.toUpperCase(), plain(word.toLowerCase())])])
        .map((typed) => ({ id, typed })),
    );
    await inTurns(rare, async ({ id, typed }) => {
      asked += 1;
      if (!(await idsOf(typed)).includes(id)) missed.push(`${typed}: ${id}`);
    });
    expect(missed).toEqual([]);
    expect(asked).toBeGreaterThan(500);
  }, 300_000);

  it('never answers an excluded word with a recommendation that holds it', async () => {
    const rows = await recommendations();
    const words = [...new Set(rows.flatMap((row) => row.words))].filter((_, index) => index % 5 === 0);
    const wrong: string[] = [];
    await inTurns(words, async (word) => {
      const found = new Set(await idsOf(`-${word}`));
      for (const row of rows)
        if (row.words.includes(word) && found.has(row.id)) wrong.push(`${word}: ${row.id}`);
    });
    expect(words.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    expect((await idsOf('-xylophone')).length).toBe(rows.length);
  }, 300_000);

  it('knows a word by its stem, in Spanish with the accents left out as well', async () => {
    expect(await idsOf('recommendations')).toEqual(await idsOf('recommending'));
    await ground.rows(
      state.id,
      `UPDATE recommendation_text SET title = 'Educación de las niñas xyzzy' WHERE state_id = $1 AND language = 'es'
         AND recommendation_id = (SELECT min(id) FROM recommendation WHERE state_id = $1) RETURNING 1`,
      [state.id],
    );
    for (const q of [
      'educaciones xyzzy',
      'educacion niña xyzzy',
      'EDUCACIÓN ninas xyzzy',
      '"educacion de las ninas" xyzzy',
    ])
      expect([q, (await idsOf(q, { lang: 'es' })).length]).toEqual([q, 1]);
    expect(await idsOf('"niñas educación" xyzzy')).toEqual([]);
  });

  it('takes all words, either of two, words in a row, and what is not to occur', async () => {
    const [both, left, right] = [
      await idsOf('sale prostitution'),
      await idsOf('sale'),
      await idsOf('prostitution'),
    ];
    expect(both.sort()).toEqual(left.filter((id) => right.includes(id)).sort());
    expect((await idsOf('sale OR prostitution')).sort()).toEqual([...new Set([...left, ...right])].sort());
    expect((await idsOf('sale -prostitution')).sort()).toEqual(
      left.filter((id) => !right.includes(id)).sort(),
    );
    expect(await idsOf('"sale of children"')).not.toEqual([]);
    expect(await idsOf('"children of sale"')).toEqual([]);
  });

  it('finds a code, and a symbol with its paragraph', async () => {
    const [row] = await ground.rows<{ id: string }>(
      state.id,
      `SELECT public_id AS id FROM recommendation WHERE state_id = $1 AND code = '14(a)'`,
      [state.id],
    );
    expect(await idsOf('14(a)')).toContain(row?.id);
    expect(await idsOf('CRC/C/OPSC/PER/CO/1 14')).toContain(row?.id);
    expect(await idsOf('"CRC/C/OPSC/PER/CO/1" 14(a)')).toContain(row?.id);
  });

  it('shows why: the hit is marked, apart from the text and never as markup', async () => {
    const { items } = await ask({ q: 'protecting', kind: 'recommendation' });
    const marked = items.flatMap(({ title, text }) => [...title, ...text]).filter(({ sought }) => sought);
    expect(marked.length).toBeGreaterThan(0);
    for (const { text } of marked) expect(text.toLowerCase()).toMatch(/^protect/);
  });

  it('marks no word that says nothing, unless nothing else was asked', async () => {
    const marksOf = async (q: string): Promise<string[]> =>
      (await ask({ q, kind: 'recommendation' })).items
        .flatMap(({ title, text }) => [...title, ...text])
        .filter(({ sought }) => sought)
        .map(({ text }) => text.toLowerCase());
    const marks = await marksOf('the sale of children');
    expect(marks).toEqual(expect.arrayContaining(['sale', 'children']));
    expect(marks.filter((word) => ['the', 'of'].includes(word))).toEqual([]);
    expect(await marksOf('of')).toContain('of');
  });

  it('shows in every paragraph at least one of the words it was found by', async () => {
    const { items } = await ask({ q: 'trafficking', kind: 'paragraph', limit: '100' });
    const unmarked = items.filter(({ text }) => !text.some(({ sought }) => sought)).map(({ id }) => id);
    expect(items.length).toBeGreaterThan(5);
    expect(unmarked).toEqual([]);
  });

  it('answers whatever is typed', async () => {
    const pieces = fc.constantFrom(
      '"',
      "'",
      '-',
      '--',
      '(',
      ')',
      '|',
      '&',
      '!',
      '<->',
      ':*',
      '\\',
      '%',
      '\u0000',
      '<script>',
      ' OR ',
      'OR',
      'AND',
      '“',
      '»',
      '\ud800',
      '\u202e',
      'ﬁ',
      '½',
      'ß',
      '漢字',
      'عربي',
      "'; DROP TABLE state; --",
      '~1',
      "'~1'",
      '14(a)',
      'x'.repeat(400),
      '1e99',
      '-1',
    );
    const hostile = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 40,
    });
    const refused: unknown[] = [];
    await inTurns(fc.sample(hostile, { numRuns: TYPED, seed: 22 }), async (parts) => {
      const q = parts.join(parts.length % 2 === 0 ? ' ' : '');
      const reply = await api.ask(
        'GET',
        `/api/v1/states/PER/search?q=${encodeURIComponent(Buffer.from(q).toString())}&limit=2`,
      );
      // U+0000 stands in no text and is refused by its name; half of a surrogate pair has become U+FFFD on the way.
      const readable = !q.includes('\u0000');
      if (reply.status !== (readable ? 200 : 422)) refused.push([q, reply.status, reply.body]);
    });
    expect(refused).toEqual([]);
  }, 300_000);

  it('gives the same in small pages as in one, also while rows come in between', async () => {
    for (const path of ['search', 'recommendations']) {
      const whole = (await ask({ q: 'children', limit: '100' }, path)).items.map(
        ({ kind, id }) => `${kind} ${id}`,
      );
      const walked: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await ask(
          { q: 'children', limit: '3', ...(cursor === null ? {} : { cursor }) },
          path,
        );
        walked.push(...page.items.map(({ kind, id }) => `${kind} ${id}`));
        cursor = page.nextCursor;
        await ground.rows(
          state.id,
          `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, '{"en": "Office for youth", "es": "Oficina"}') RETURNING 1`,
          [state.id, `NEW${path}${walked.length}`],
        );
      } while (cursor !== null);
      expect(walked).toEqual(whole);
      expect(whole.length).toBeGreaterThan(6);
    }
  });

  it('goes through the index of words, not through every row', async () => {
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `INSERT INTO searchable_text (state_id, kind, subject_id, kind_position, place, key, titles, texts, vector)
       SELECT $1::smallint, 'institution', 1000000 + i, 5, 1000000 + i, 'x', '{}', '{}', ('''~' || $1 || ''' w' || i)::tsvector FROM generate_series(1, 20000) i`,
      [state.id],
    );
    await owner.query('ANALYZE searchable_text');
    const plan = await ground.record.runPublic(state.id, async (sql) => {
      // Which way is cheaper in a table this small is a matter of pages; that the way is open is not.
      await sql.execute('SET LOCAL enable_seqscan = off');
      return sql.rows<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT 1 FROM public_search s WHERE s.state_id = $1 AND s.vector @@ ('''~1'''::tsquery && search_word('sale', 'en', false))`,
        [state.id],
      );
    });
    await owner.query(`DELETE FROM searchable_text WHERE state_id = $1 AND subject_id > 1000000`, [state.id]);
    await owner.end();
    expect(JSON.stringify(plan)).toContain('ix_searchable_text_vector');
  });

  it('forgets what is removed, and lets nobody but the owner write', async () => {
    await expect(
      ground.rows(state.id, `DELETE FROM searchable_text WHERE state_id = $1 RETURNING 1`, [state.id]),
    ).rejects.toThrow();
    await ground.rows(
      state.id,
      `DELETE FROM institution WHERE state_id = $1 AND code LIKE 'NEW%' RETURNING 1`,
      [state.id],
    );
    expect((await ask({ q: '"Office for youth"' })).items).toEqual([]);
  });
});
