import type { MigrationInterface, QueryRunner } from 'typeorm';

import {
  FOLLOWED,
  SUBJECTS,
  WATCHED,
  WORDS,
  indexing,
  watching,
} from './1764000000022-search-public-text.js';

/**
 * The same lexemes as before, each form of the text made once; inlined into one expression they were made three times over. A
 * text of ASCII only has no marks to leave out: the plain form of its stems is its stems. Spanish lacks one even there ("-ion").
 */
const WORDS_ONCE = String.raw`
CREATE OR REPLACE FUNCTION search_vector(configuration regconfig, t text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  spaced text := public.search_spaced(t);
  bare text := public.search_plain(spaced);
  words text := to_tsvector('simple', bare)::text || ' ' || to_tsvector(configuration, bare)::text;
BEGIN
  IF configuration = 'spanish'::regconfig THEN spaced := regexp_replace(spaced, 'ion\M', 'ión', 'gi'); END IF;
  IF octet_length(spaced) = length(spaced) THEN RETURN words::tsvector; END IF;
  RETURN (words || ' ' || regexp_replace(public.search_plain(to_tsvector(configuration, spaced)::text), '''''(:[0-9,]+)?', '', 'g'))::tsvector;
END $$;
CREATE FUNCTION search_words(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  public.search_vector('english', t) || public.search_vector('spanish', t) || public.search_vector('french', t);
`;

/** A language's title, text and what else leads there are made into words together. */
const VECTOR = `('''~' || x.state_id || '''')::tsvector || search_vector('simple', concat_ws(' ', x.document_symbols, x.code))
  || coalesce((SELECT tsvector_all(search_vector(search_language(w.language), w.words) ORDER BY w.language) FROM (
    SELECT e.key AS language, string_agg(e.value, ' ' ORDER BY e.part) AS words FROM (
      SELECT 1 AS part, t.key, t.value FROM jsonb_each_text(x.titles) t
      UNION ALL SELECT 2, t.key, t.value FROM jsonb_each_text(x.texts) t
      UNION ALL SELECT 3, t.key, t.value FROM jsonb_each_text(x.more) t) e GROUP BY e.key) w), '')`;

interface SetOfTexts {
  readonly table: string;
  readonly kind: string;
  /** Column with the subject. */
  readonly subject: string;
  /** What stands in other rows too: a chapeau is found with each of its items. */
  readonly follow: string;
}

/** Texts that come in many at once: by a document, an import, the text of a further language. */
const SETS: readonly SetOfTexts[] = [
  { table: 'recommendation_text', kind: 'recommendation', subject: 'recommendation_id', follow: '' },
  {
    table: 'paragraph_text',
    kind: 'paragraph',
    subject: 'paragraph_id',
    follow: `PERFORM search_index_recommendations(of_state, (SELECT array_agg(r.id) FROM recommendation r
      WHERE r.state_id = of_state AND r.paragraph_id = ANY(of_subjects) AND r.role = 'item'));`,
  },
];
/** Transition tables are of one event each; all three are named alike, so that one function reads them. */
const EVENTS = { INSERT: 'NEW', UPDATE: 'NEW', DELETE: 'OLD' };

/** In the order of the subjects: two that write the same ones wait for each other and do not deadlock. */
function indexingSet(kind: string, of: string): string {
  return `
  CREATE FUNCTION search_index_${kind}s(of_state smallint, of_subjects integer[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO searchable_text AS s (state_id, kind, subject_id, kind_position, place, key, document, code, titles, texts, vector)
    SELECT x.state_id, '${kind}', x.subject_id, x.kind_position, x.place, x.key, x.document, x.code, x.titles, x.texts, ${VECTOR}
    FROM (${of}) x WHERE x.state_id = of_state AND x.subject_id = ANY(of_subjects) ORDER BY x.subject_id
    ON CONFLICT (state_id, kind, subject_id) DO UPDATE SET place = excluded.place, key = excluded.key, document = excluded.document, code = excluded.code,
      titles = excluded.titles, texts = excluded.texts, vector = excluded.vector
  $$;
  REVOKE EXECUTE ON FUNCTION search_index_${kind}s(smallint, integer[]) FROM PUBLIC;
  CREATE OR REPLACE FUNCTION search_index_${kind}(of_state smallint, of_subject integer) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT search_index_${kind}s(of_state, ARRAY[of_subject])
  $$`;
}

function watchingSet({ table, kind, subject, follow }: SetOfTexts): string {
  const triggers = Object.entries(EVENTS).map(
    ([event, side]) =>
      `CREATE TRIGGER search_texts_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${side} TABLE AS changed
       FOR EACH STATEMENT EXECUTE FUNCTION search_texts_of_${table}();`,
  );
  return `
  DROP TRIGGER search_text ON ${table}; DROP FUNCTION search_text_of_${table}();
  CREATE FUNCTION search_texts_of_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE of_state smallint; of_subjects integer[];
  BEGIN
    FOR of_state, of_subjects IN SELECT c.state_id, array_agg(DISTINCT c.${subject}) FROM changed c GROUP BY c.state_id LOOP
      PERFORM search_index_${kind}s(of_state, of_subjects);
      ${follow}
    END LOOP;
    RETURN NULL;
  END $$;
  ${triggers.join('\n')}`;
}

const FOLLOWED_IN_SETS = `
DROP TRIGGER search_follow ON paragraph_text; DROP FUNCTION search_follow_chapeau();
CREATE OR REPLACE FUNCTION search_follow_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM search_index_recommendations(NEW.state_id, (SELECT array_agg(r.id) FROM recommendation r WHERE r.state_id = NEW.state_id AND r.document_id = NEW.id));
  PERFORM search_index_paragraphs(NEW.state_id, (SELECT array_agg(p.id) FROM paragraph p WHERE p.state_id = NEW.state_id AND p.document_id = NEW.id));
  RETURN NULL;
END $$;
`;

/**
 * Texts of one statement are made searchable by one statement. Row by row, 50,000 recommendations planned the same query 50,000
 * times and wrote a row again for each of its languages. Changes of a single subject stay with their row's trigger.
 */
export class IndexTextsInSets1764000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS_ONCE);
    for (const { kind } of SETS) await runner.query(indexingSet(kind, SUBJECTS[kind] ?? ''));
    for (const set of SETS) await runner.query(watchingSet(set));
    await runner.query(FOLLOWED_IN_SETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of SETS)
      await runner.query(
        `${Object.keys(EVENTS)
          .map((event) => `DROP TRIGGER search_texts_${event.toLowerCase()} ON ${table};`)
          .join(' ')} DROP FUNCTION search_texts_of_${table}()`,
      );
    for (const { kind } of SETS) {
      await runner.query(
        indexing(kind, SUBJECTS[kind] ?? '').replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'),
      );
      await runner.query(`DROP FUNCTION search_index_${kind}s(smallint, integer[])`);
    }
    for (const watched of WATCHED.filter(({ table }) => SETS.some((set) => set.table === table)))
      await runner.query(watching(watched));
    await runner.query(
      `DROP TRIGGER search_follow ON document; DROP FUNCTION search_follow_document(); DROP INDEX ix_recommendation_paragraph; ${FOLLOWED}`,
    );
    await runner.query('DROP FUNCTION search_words(text)');
    await runner.query(
      /CREATE FUNCTION search_vector[\s\S]*?;\n/.exec(WORDS)?.[0].replace('CREATE', 'CREATE OR REPLACE') ??
        '',
    );
  }
}
