import type { TopicKind } from '#domain';

/** Named in one entry; all are counted. */
const ITEMS_NAMED = 100;

const DOCUMENT = `jsonb_build_object('slug', d.slug, 'title', coalesce(d.short_title, jsonb_build_object('en', d.title, 'es', d.title)))`;
const ITEM = `jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles',
  (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM public_recommendation_text t
   WHERE t.state_id = r.state_id AND t.recommendation_id = r.id))`;
/** The instant at which a day begins in the State. */
const beginning = (day: string): string => `(${day}::timestamp AT TIME ZONE z.time_zone)`;
const ZONE = `JOIN public_state z ON z.id = $1`;

/** Recommendations of what is followed. $3 is the key, $4 today. */
const OF_TOPIC: Readonly<Record<TopicKind, string>> = {
  theme: 'r.theme_code = $3 AND $4::date IS NOT NULL',
  institution: `EXISTS (
    SELECT FROM public_responsibility z JOIN public_institution w ON w.state_id = z.state_id AND w.id = z.institution_id
    WHERE z.state_id = r.state_id AND z.recommendation_id = r.id AND z.basis = 'now_responsible' AND w.code = $3
      AND (z.starts_on IS NULL OR z.starts_on <= $4::date) AND (z.ends_on IS NULL OR z.ends_on >= $4::date))`,
  recommendation: 'r.public_id = $3 AND $4::date IS NOT NULL',
};

/** Conditions that narrow each kind of change to a topic; empty where nothing is. */
interface Narrowing {
  readonly first: string;
  readonly documents: string;
  readonly items: string;
  readonly figures: string;
  readonly deadlines: string;
  readonly statements: string;
}

const OF_ALL: Narrowing = { first: '', documents: '', items: '', figures: '', deadlines: '', statements: '' };

function narrowingTo(kind: TopicKind): Narrowing {
  return {
    first: `WITH topic AS (SELECT r.id, r.document_id, r.code FROM public_recommendation r WHERE r.state_id = $1 AND ${OF_TOPIC[kind]})`,
    documents: 'AND d.id IN (SELECT document_id FROM topic)',
    items: 'AND r.id IN (SELECT id FROM topic)',
    figures: `AND p.indicator_code IN (
      SELECT x.code FROM public_indicator x JOIN public_recommendation_indicator y ON y.state_id = x.state_id AND y.indicator_id = x.id
      WHERE x.state_id = $1 AND y.recommendation_id IN (SELECT id FROM topic))`,
    statements: `AND EXISTS (SELECT FROM public_statement_recommendation y
      WHERE y.state_id = x.state_id AND y.version_id = x.version_id AND y.recommendation_id IN (SELECT id FROM topic))`,
    deadlines: `AND EXISTS (SELECT FROM topic c WHERE c.document_id = h.document_id
      AND (l.purpose <> 'follow_up' OR c.code = ANY (l.paragraphs) OR split_part(c.code, '(', 1) = ANY (l.paragraphs)))`,
  };
}

/**
 * One query for each kind of change; $1 is the State, $2 how many of the newest.
 * @param kind of what is followed; null: the whole State
 */
export function changeQueries(kind: TopicKind | null): readonly string[] {
  const { first, documents, items, figures, deadlines, statements } =
    kind === null ? OF_ALL : narrowingTo(kind);
  return [
    `${first} SELECT 'document' AS kind, i.ingested_at AS at, ${DOCUMENT} AS document
   FROM public_document d JOIN public_document_intake i ON i.state_id = d.state_id AND i.document_id = d.id
   WHERE d.state_id = $1 ${documents} ORDER BY i.ingested_at DESC, d.id DESC LIMIT $2`,
    `${first} SELECT 'status' AS kind, ${beginning('s.status_since')} AS at, s.status_since AS "on", s.status, s.count, ${DOCUMENT} AS document,
     (SELECT jsonb_agg(${ITEM} ORDER BY r.position) FROM public_recommendation r
      WHERE r.state_id = $1 AND r.document_id = s.document_id AND r.status = s.status AND r.status_since = s.status_since
        AND r.position <= s.last_named ${items}) AS items
   FROM (SELECT document_id, status, status_since, count(*)::int AS count,
           (array_agg(position ORDER BY position))[least(count(*), ${ITEMS_NAMED})] AS last_named
         FROM public_recommendation r WHERE state_id = $1 AND status_since IS NOT NULL ${items} GROUP BY document_id, status, status_since
         ORDER BY status_since DESC, document_id, status LIMIT $2) s
   JOIN public_document d ON d.state_id = $1 AND d.id = s.document_id ${ZONE}`,
    `${first} SELECT 'figures' AS kind, max(f.at) AS at, f.on, min(f.from) AS "from", max(f.to) AS "to", sum(f.cells)::int AS cells, count(*)::int AS count,
     jsonb_build_object('code', s.code, 'name', s.name) AS source,
     jsonb_path_query_array(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name) ORDER BY i.code), '$[0 to ${ITEMS_NAMED - 1}]') AS indicators
   FROM (SELECT p.indicator_code, p.source_code, (p.published_at AT TIME ZONE z.time_zone)::date AS "on", max(p.published_at) AS at,
           min(p.period_start_on) AS "from", max(p.period_end_on) AS "to", count(*) AS cells
         FROM published_figure p ${ZONE} WHERE p.state_id = $1 ${figures} GROUP BY 1, 2, 3) f
   JOIN public_indicator i ON i.state_id = $1 AND i.code = f.indicator_code
   JOIN public_source s ON s.state_id = $1 AND s.code = f.source_code
   GROUP BY s.code, s.name, f.on ORDER BY 2 DESC, s.code LIMIT $2`,
    `${first} SELECT 'assessment' AS kind, ${beginning('coalesce(a.withdrawn_on, a.published_on)')} AS at, a.id, ${ITEM} AS item, a.assessor, a.symbol,
     jsonb_build_object('code', g.code, 'name', g.name) AS grade, a.withdrawn_on IS NOT NULL AS withdrawn
   FROM public_assessment a JOIN public_recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
   JOIN public_assessment_grade g ON g.scale_code = a.scale_code AND g.code = a.grade_code ${ZONE}
   WHERE a.state_id = $1 ${items} ORDER BY coalesce(a.withdrawn_on, a.published_on) DESC, a.id DESC LIMIT $2`,
    `${first} SELECT 'deadline' AS kind, h.changed_at AS at, h.deadline_id AS "deadlineId", h.version, l.purpose, ${DOCUMENT} AS document,
     jsonb_build_object('certainty', h.certainty, 'dueOn', h.due_on, 'dueYear', h.due_year) AS now,
     jsonb_build_object('certainty', b.certainty, 'dueOn', b.due_on, 'dueYear', b.due_year) AS before
   FROM public_deadline_history h
   JOIN public_deadline_history b ON b.state_id = h.state_id AND b.deadline_id = h.deadline_id AND b.version = h.version - 1
   JOIN public_deadline l ON l.state_id = h.state_id AND l.id = h.deadline_id
   JOIN public_document d ON d.state_id = h.state_id AND d.id = h.document_id
   WHERE h.state_id = $1 AND (h.certainty, h.due_on, h.due_year) IS DISTINCT FROM (b.certainty, b.due_on, b.due_year) ${deadlines}
   ORDER BY h.changed_at DESC, h.deadline_id, h.version DESC LIMIT $2`,
    `${first} SELECT 'statement' AS kind, ${beginning('coalesce(x.withdrawn_on, x.published_on)')} AS at, x.id, x.number, x.language, x.title,
     x.other_title AS "otherTitle", x.correction, x.withdrawn_reason AS "withdrawnReason"
   FROM public_statement x ${ZONE} WHERE x.state_id = $1 ${statements}
   ORDER BY coalesce(x.withdrawn_on, x.published_on) DESC, x.id DESC, x.number DESC LIMIT $2`,
  ];
}
