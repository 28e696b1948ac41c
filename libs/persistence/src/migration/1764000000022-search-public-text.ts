import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Letters without their marks, in lower case, words apart: the same on every server, whatever its locale and whichever version
 * of the contrib `unaccent` it has or lacks, because what is kept in an index must never depend on either. The marks are
 * U+0300 to U+036F after NFKD; the letters below it have no decomposition.
 *
 * A text is kept as its plain words, the stems of those, and the plain form of its stems: stemmers need accents (educación,
 * educaciones) that readers leave out, also in "-ión", which is put back for them. A mark that stands alone leaves an empty
 * lexeme, which no tsvector may hold.
 */
export const WORDS = String.raw`
CREATE FUNCTION search_plain(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  lower(regexp_replace(replace(replace(replace(translate(normalize(t, NFKD), 'øØłŁđĐıħĦ', 'oollddihh'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), '[\u0300-\u036f]', '', 'g'));
CREATE FUNCTION search_spaced(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  replace(replace(regexp_replace(normalize(t, NFKC), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'), 'Œ', 'oe'), 'Æ', 'ae');
CREATE FUNCTION search_vector(configuration regconfig, t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  (to_tsvector('simple', search_plain(search_spaced(t)))::text || ' ' ||
   to_tsvector(configuration, search_plain(search_spaced(t)))::text || ' ' ||
   regexp_replace(search_plain(to_tsvector(configuration, CASE configuration WHEN 'spanish'::regconfig
     THEN regexp_replace(search_spaced(t), 'ion\M', 'ión', 'gi') ELSE search_spaced(t) END)::text), '''''(:[0-9,]+)?', '', 'g'))::tsvector;
CREATE FUNCTION search_language(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE language WHEN 'en' THEN 'english'::regconfig WHEN 'es' THEN 'spanish'::regconfig WHEN 'fr' THEN 'french'::regconfig ELSE 'simple'::regconfig END;
CREATE FUNCTION search_lexemes(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  tsvector_to_array(search_vector('english', word) || search_vector('spanish', word) || search_vector('french', word));
CREATE FUNCTION search_word(word text, language text, always boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN NOT always AND length(to_tsvector(search_language(language), search_spaced(word))) = 0 THEN ''::tsquery
  ELSE coalesce((SELECT string_agg('''' || replace(replace(l, '\', '\\'), '''', '''''') || '''', ' | ') FROM unnest(search_lexemes(word)) l), '')::tsquery END;
`;

/**
 * A policy would keep full-text searches from their index: their operators are not leakproof. The table has none and no grant
 * either; the view in front of it names the State and is no security barrier, so that the planner sees through it.
 */
const TABLE = `
CREATE TABLE searchable_text (
  state_id smallint NOT NULL CONSTRAINT fk_searchable_text_state REFERENCES state (id) ON DELETE CASCADE,
  kind text NOT NULL CONSTRAINT ck_searchable_text_kind CHECK (kind IN ('recommendation', 'paragraph', 'document', 'indicator', 'institution')),
  subject_id integer NOT NULL,
  kind_position smallint NOT NULL,
  place bigint NOT NULL,
  key text NOT NULL,
  document text,
  code text,
  titles jsonb NOT NULL,
  texts jsonb NOT NULL,
  vector tsvector NOT NULL,
  CONSTRAINT pk_searchable_text PRIMARY KEY (state_id, kind, subject_id)
);
CREATE INDEX ix_searchable_text_vector ON searchable_text USING gin (vector);
CREATE INDEX ix_searchable_text_place ON searchable_text (state_id, kind_position, place, subject_id);
REVOKE ALL ON searchable_text FROM vigia_app;
CREATE VIEW public_search AS SELECT x.state_id, x.kind, x.subject_id, x.kind_position, x.place, x.key, x.document, x.code, x.titles, x.texts, x.vector
  FROM searchable_text x WHERE x.state_id = NULLIF(current_setting('vigia.state', true), '')::smallint;
REVOKE ALL ON public_search FROM vigia_app;
GRANT SELECT ON public_search TO vigia_app, vigia_public;
`;

/** `~12` marks the State: a query that excludes only, or whose words other States share, still finds its way through the index. */
const VECTOR = `('''~' || x.state_id || '''')::tsvector || search_vector('simple', concat_ws(' ', x.document_symbols, x.code))
  || coalesce((SELECT tsvector_all(search_vector(search_language(e.key), e.value) ORDER BY e.key) FROM jsonb_each_text(x.titles) e), '')
  || coalesce((SELECT tsvector_all(search_vector(search_language(e.key), e.value) ORDER BY e.key) FROM jsonb_each_text(x.texts) e), '')
  || coalesce((SELECT tsvector_all(search_vector(search_language(e.key), e.value) ORDER BY e.key) FROM jsonb_each_text(x.more) e), '')`;

/** One row for each subject of a kind: what it is called, what it says, and what else leads to it. */
export const SUBJECTS: Readonly<Record<string, string>> = {
  recommendation: `
    SELECT r.state_id, r.id AS subject_id, 1 AS kind_position, r.document_id * 1000000::bigint + r.position AS place, r.public_id AS key, d.slug AS document, r.code,
           coalesce((SELECT jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL) FROM recommendation_text t WHERE t.state_id = r.state_id AND t.recommendation_id = r.id), '{}') AS titles,
           coalesce((SELECT jsonb_object_agg(t.language, t.official_text) FILTER (WHERE t.official_text IS NOT NULL) FROM recommendation_text t WHERE t.state_id = r.state_id AND t.recommendation_id = r.id), '{}') AS texts,
           coalesce((SELECT jsonb_object_agg(c.language, c.text) FROM (
             SELECT n.language, string_agg(n.text, ' ') AS text FROM (
               SELECT p.language, p.text FROM paragraph_text p WHERE p.state_id = r.state_id AND p.paragraph_id = r.paragraph_id AND r.role = 'item'
               UNION ALL SELECT h.key, h.value FROM theme, jsonb_each_text(theme.name) h WHERE theme.code = r.theme_code) n GROUP BY n.language) c), '{}') AS more,
           concat_ws(' ', d.symbol, d.inferred_symbol) AS document_symbols
    FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id`,
  paragraph: `
    SELECT p.state_id, p.id AS subject_id, 2 AS kind_position, p.document_id * 1000000::bigint + p.number AS place, p.number::text AS key, d.slug AS document, p.number::text AS code,
           '{}'::jsonb AS titles,
           coalesce((SELECT jsonb_object_agg(t.language, concat_ws(' ', t.text, (SELECT string_agg(concat('(', i.label, ') ', i.text), ' ') FROM jsonb_to_recordset(t.items) AS i(label text, text text))))
             FROM paragraph_text t WHERE t.state_id = p.state_id AND t.paragraph_id = p.id), '{}') AS texts,
           '{}'::jsonb AS more, concat_ws(' ', d.symbol, d.inferred_symbol) AS document_symbols
    FROM paragraph p JOIN document d ON d.state_id = p.state_id AND d.id = p.document_id`,
  document: `
    SELECT d.state_id, d.id AS subject_id, 3 AS kind_position, d.id::bigint AS place, d.slug AS key, d.slug AS document, coalesce(d.symbol, d.inferred_symbol) AS code,
           coalesce(d.short_title, '{}') AS titles, jsonb_build_object(coalesce(d.language, 'en'), d.title) AS texts,
           m.name AS more, concat_ws(' ', d.symbol, d.inferred_symbol, array_to_string(d.reports_considered, ' ')) AS document_symbols
    FROM document d JOIN mechanism m ON m.code = d.mechanism_code`,
  indicator: `
    SELECT i.state_id, i.id AS subject_id, 4 AS kind_position, i.id::bigint AS place, i.code AS key, NULL AS document, i.code,
           i.name AS titles, i.unit AS texts, coalesce(i.population, '{}') AS more, NULL AS document_symbols FROM indicator i`,
  institution: `
    SELECT n.state_id, n.id AS subject_id, 5 AS kind_position, n.id::bigint AS place, n.code AS key, NULL AS document, n.code,
           n.name AS titles, coalesce(n.short_name, '{}') AS texts, '{}'::jsonb AS more, NULL AS document_symbols FROM institution n`,
};

export function indexing(kind: string, of: string): string {
  return `
  CREATE FUNCTION search_index_${kind}(of_state smallint, of_subject integer) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO searchable_text AS s (state_id, kind, subject_id, kind_position, place, key, document, code, titles, texts, vector)
    SELECT x.state_id, '${kind}', x.subject_id, x.kind_position, x.place, x.key, x.document, x.code, x.titles, x.texts, ${VECTOR}
    FROM (${of}) x WHERE x.state_id = of_state AND x.subject_id = of_subject
    ON CONFLICT (state_id, kind, subject_id) DO UPDATE SET place = excluded.place, key = excluded.key, document = excluded.document, code = excluded.code,
      titles = excluded.titles, texts = excluded.texts, vector = excluded.vector
  $$`;
}

interface Watched {
  readonly table: string;
  readonly kind: string;
  /** Column with the subject. */
  readonly subject: string;
  readonly when: string;
}

/** A recommendation's own row is followed by its texts: what is inserted waits for them. */
export const WATCHED: readonly Watched[] = [
  {
    table: 'recommendation',
    kind: 'recommendation',
    subject: 'id',
    when: 'UPDATE OF theme_code, code, position, public_id',
  },
  {
    table: 'recommendation_text',
    kind: 'recommendation',
    subject: 'recommendation_id',
    when: 'INSERT OR UPDATE OR DELETE',
  },
  { table: 'paragraph_text', kind: 'paragraph', subject: 'paragraph_id', when: 'INSERT OR UPDATE OR DELETE' },
  {
    table: 'document',
    kind: 'document',
    subject: 'id',
    when: 'INSERT OR UPDATE OF title, short_title, symbol, inferred_symbol, slug',
  },
  {
    table: 'indicator',
    kind: 'indicator',
    subject: 'id',
    when: 'INSERT OR UPDATE OF name, unit, population, code',
  },
  {
    table: 'institution',
    kind: 'institution',
    subject: 'id',
    when: 'INSERT OR UPDATE OF name, short_name, code',
  },
];

/** A symbol, a slug or a chapeau stands in the rows of the recommendations below it. */
export const FOLLOWED = `
CREATE FUNCTION search_follow_document() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM search_index_recommendation(r.state_id, r.id) FROM recommendation r WHERE r.state_id = NEW.state_id AND r.document_id = NEW.id;
  PERFORM search_index_paragraph(p.state_id, p.id) FROM paragraph p WHERE p.state_id = NEW.state_id AND p.document_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_follow AFTER UPDATE OF symbol, inferred_symbol, slug ON document FOR EACH ROW EXECUTE FUNCTION search_follow_document();
CREATE FUNCTION search_follow_chapeau() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM search_index_recommendation(r.state_id, r.id) FROM recommendation r
  WHERE r.state_id = NEW.state_id AND r.paragraph_id = NEW.paragraph_id AND r.role = 'item';
  RETURN NULL;
END $$;
CREATE TRIGGER search_follow AFTER INSERT OR UPDATE ON paragraph_text FOR EACH ROW EXECUTE FUNCTION search_follow_chapeau();
CREATE INDEX ix_recommendation_paragraph ON recommendation (state_id, paragraph_id);
`;

const KINDS = Object.keys(SUBJECTS);

/** What the public can read, ready to be searched: kept by the transaction that changes a text, and by nothing else. */
export class SearchPublicText1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(
      `CREATE AGGREGATE tsvector_all(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '')`,
    );
    await runner.query(TABLE);
    for (const [kind, of] of Object.entries(SUBJECTS)) await runner.query(indexing(kind, of));
    for (const watched of WATCHED) await runner.query(watching(watched));
    for (const kind of KINDS) await runner.query(leaving(kind));
    await runner.query(FOLLOWED);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${KINDS.map((kind) => `search_index_${kind}(smallint, integer)`).join(', ')} FROM PUBLIC`);
    // FORCE binds the owner: rows are seen only for the State that is named.
    for (const { id } of (await runner.query('SELECT id FROM state ORDER BY id')) as { id: number }[]) {
      await runner.query(`SELECT set_config('vigia.state', $1, true)`, [String(id)]);
      for (const kind of KINDS)
        await runner.query(`SELECT search_index_${kind}(state_id, id) FROM ${kind} WHERE state_id = $1`, [
          id,
        ]);
    }
    await runner.query(`SELECT set_config('vigia.state', '', true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const watches = WATCHED.map(({ table }) => table);
    await runner.query(`
      DROP INDEX ix_recommendation_paragraph;
      DROP TRIGGER search_follow ON document; DROP TRIGGER search_follow ON paragraph_text;
      DROP FUNCTION search_follow_document(), search_follow_chapeau();
      ${watches.map((table) => `DROP TRIGGER search_text ON ${table}; DROP FUNCTION search_text_of_${table}();`).join('\n')}
      ${KINDS.map((kind) => `DROP TRIGGER search_leave ON ${kind}; DROP FUNCTION search_leave_${kind}(); DROP FUNCTION search_index_${kind}(smallint, integer);`).join('\n')}
      DROP VIEW public_search; DROP TABLE searchable_text;
      DROP AGGREGATE tsvector_all(tsvector);
      DROP FUNCTION search_word(text, text, boolean), search_lexemes(text), search_language(text), search_vector(regconfig, text), search_spaced(text), search_plain(text)`);
  }
}

export function watching({ table, kind, subject, when }: Watched): string {
  return `
  CREATE FUNCTION search_text_of_${table}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN PERFORM search_index_${kind}(OLD.state_id, OLD.${subject});
    ELSE PERFORM search_index_${kind}(NEW.state_id, NEW.${subject}); END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER search_text AFTER ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION search_text_of_${table}()`;
}

function leaving(kind: string): string {
  return `
  CREATE FUNCTION search_leave_${kind}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    DELETE FROM searchable_text WHERE state_id = OLD.state_id AND kind = '${kind}' AND subject_id = OLD.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER search_leave AFTER DELETE ON ${kind} FOR EACH ROW EXECUTE FUNCTION search_leave_${kind}()`;
}
