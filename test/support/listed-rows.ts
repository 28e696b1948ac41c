import { AuditRepository } from '#persistence';
import type { Sql } from '#persistence';

import { addIndexed } from './listed-imports.js';
import type { TrackingGround } from './tracking-ground.js';

/**
 * Adds one row to every list of a State at once. Days and positions go up and down, so that a new row comes to stand before,
 * between and behind those of a list that is being read.
 * @param word stands in what each of the new rows says, and nowhere else
 */
export async function addToEveryList(
  { record, clock }: TrackingGround,
  stateId: number,
  nth: number,
  word: string,
): Promise<void> {
  const happenedAt = clock.now() + nth;
  await record.runState(stateId, async (sql) => {
    const insert = async (text: string, ...parameters: unknown[]): Promise<number> =>
      (await sql.row<{ id: number }>(`${text} RETURNING id`, [stateId, ...parameters]))?.id ?? 0;
    const between = nth % 2 === 0 ? nth : 100 - nth;
    const names = JSON.stringify({ en: `Office of ${word}`, es: `Oficina de ${word}` });
    const document = await insert(
      `INSERT INTO document (state_id, key, slug, title, short_title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
       VALUES ($1, $2, $2, $3, $4, 'CRC', 'CRC-OP-SC', 'en', date '2001-01-01' + $5::int, $2, now())`,
      `document-${nth}`,
      `Observations on ${word}`,
      names,
      between,
    );
    const recommendation = await addRecommendation(sql, stateId, { document, nth, word });
    const institution = await insert(
      `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, $3)`,
      `INST${nth}`,
      names,
    );
    const indicator = await insert(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind) VALUES ($1, $2, 'data', 'outcome', $3, '{}', 'count', 'plain')`,
      `I${between}-${nth}`,
      names,
    );
    await insert(
      `WITH o AS (INSERT INTO source (state_id, code, name) VALUES ($1, $3, '{}') RETURNING id), c AS (
         INSERT INTO case_series (state_id, indicator_id, offence, cohort_rule, cohort_year) VALUES ($1, $2, 'all', 'year_of_event', $4) RETURNING id)
       INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, recorded_at)
       SELECT $1, c.id, o.id, 'complaint', 'reported', 12, now() FROM c, o`,
      indicator,
      `SOURCE-${nth}`,
      1950 + between,
    );
    // Periods of the first indicator.
    await sql.execute(
      `WITH first AS (INSERT INTO series (state_id, indicator_id, key, categories) SELECT state_id, id, '', '{}' FROM indicator
           WHERE state_id = $1 AND code = 'I0-0' ON CONFLICT ON CONSTRAINT uq_series_key DO UPDATE SET key = '' RETURNING id),
         intake AS (INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, '2026-06-30', now()) RETURNING id)
       INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value)
       SELECT $1, s.id, c.id, make_date(1900 + $2::int, 1, 1), make_date(1900 + $2::int, 12, 31), intake.id, 'A', 1
       FROM first s JOIN source c ON c.state_id = $1 AND c.code = $3 CROSS JOIN intake`,
      [stateId, between, `SOURCE-${nth}`],
    );
    await sql.execute(
      `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home) VALUES ($1, $2, $3, true, true)`,
      [stateId, recommendation, indicator],
    );
    await insert(
      `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, kind) VALUES ($1, $2, $3, 'dropped')`,
      recommendation,
      document,
    );
    await addAlerts(sql, stateId, { recommendation, institution, names, between });
    const person = await insert(
      `INSERT INTO person (name, email, language) SELECT $2, $3, 'en' WHERE $1::int > 0`,
      `${String.fromCodePoint(97 + (between % 26))} ${word}`,
      `somebody-${nth}@list.example`,
    );
    await insert(
      `INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, delivery_state, next_attempt_at, created_at)
       VALUES ($1, $2, '2026-06-30', $3, 'A reminder', '{}', 'dead', '2026-06-30T15:00:00Z', '2026-06-30T15:00:00Z')`,
      person,
      `<${nth}@list.example>`,
    );
    await insert(
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'contributor', '2020-01-01')`,
      person,
    );
    await insert(
      `INSERT INTO item_comment (state_id, recommendation_id, person_id, role, language, text, written_at) VALUES ($1, $2, $3, 'secretariat', 'en', $4, now())`,
      recommendation,
      person,
      `What of ${word}?`,
    );
    await insert(
      `INSERT INTO transmission (state_id, institution_id, document_id, recipient_kind, sent_on, letter, recorded_at) VALUES ($1, $2, $3, 'ministry', '2026-01-01', $4, now())`,
      institution,
      document,
      `Letter on ${word}`,
    );
    await insert(
      `INSERT INTO intake (state_id, file_name, source_text, text_sha256, document_key, reading, opened_by, opened_at)
       VALUES ($1, $2, 'text', $2, $2, $3, $4, '2026-06-30T15:00:00Z')`,
      `${word}-${nth}.txt`,
      JSON.stringify({ title: `Observations on ${word}` }),
      person,
    );
    await insert(
      `INSERT INTO information_request (state_id, recommendation_id, institution_id, question, language, legal_basis, sent_on, working_days, closed_days, due_on, sent_at)
       VALUES ($1, $2, $3, $4, 'en', 'Law', '2026-06-01', 10, '{}', date '2026-07-01' + $5::int, now())`,
      recommendation,
      institution,
      `How many of the ${word}?`,
      between,
    );
    await sql.execute(
      `WITH said AS (INSERT INTO statement (state_id) VALUES ($1) RETURNING id)
       INSERT INTO statement_version (state_id, statement_id, number, language, title, text, dated_on, written_at, published_on)
       SELECT $1, said.id, 1, 'en', $2, 'It is late.', date '2026-06-01' + $3::int, now(), '2026-06-20' FROM said`,
      [stateId, `Statement on ${word}`, between],
    );
    await addJudgements(sql, stateId, { recommendation, word, between });
    await addDoings(sql, stateId, { recommendation, institution, person, word, nth, between });
    await addIndexed(sql, stateId, { word, nth });
    await addToHistory(new AuditRepository(record), stateId, { nth, word, happenedAt });
  });
  await record.runShared((sql) =>
    sql.execute(
      `INSERT INTO security_event (happened_at, event, outcome, person_id) VALUES (to_timestamp($1::float8 / 1000), 'sign_in.failed', 'refused', NULL)`,
      [happenedAt],
    ),
  );
}

async function addRecommendation(
  sql: Sql,
  stateId: number,
  { document, nth, word }: { readonly document: number; readonly nth: number; readonly word: string },
): Promise<number> {
  const paragraph = await sql.row<{ id: number }>(
    `INSERT INTO paragraph (state_id, document_id, number, kind, verb) VALUES ($1, $2, 8, 'recommendation', 'recommends') RETURNING id`,
    [stateId, document],
  );
  const saved = await sql.row<{ id: number }>(
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb, theme_code)
     VALUES ($1, $2, $3, $4, 1, '8', 'paragraph', 'recommends', 'data') RETURNING id`,
    [stateId, `document-${nth}.8`, document, paragraph?.id],
  );
  await sql.execute(
    `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text, title) VALUES ($1, $2, 'en', $3, $4)`,
    [stateId, saved?.id, `Collect data on ${word}.`, `Data on ${word}`],
  );
  return saved?.id ?? 0;
}

async function addAlerts(
  sql: Sql,
  stateId: number,
  owed: {
    readonly recommendation: number;
    readonly institution: number;
    readonly names: string;
    readonly between: number;
  },
): Promise<void> {
  const { recommendation, institution, names, between } = owed;
  const deadline = await sql.row<{ id: number }>(
    `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
     VALUES ($1, 'data_submission', 'confirmed', date '2026-01-01' + $2::int, 'America/Lima', '{}') RETURNING id`,
    [stateId, between],
  );
  const obligation = await sql.row<{ id: number }>(
    `INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required) VALUES ($1, $2, $3, $4, 'data_submission', $5, true) RETURNING id`,
    [stateId, recommendation, institution, deadline?.id, names],
  );
  await sql.execute(
    `INSERT INTO alert (state_id, recommendation_id, rule, subject_kind, subject_id, alert_state, severity, reason, evidence, due_on, institution_id, opened_on, unanswered_since, escalation_step)
     VALUES ($1, $2, 'deadline', 'obligation', $3, 'open', 'warning', 'overdue', '{}', date '2026-01-01' + $5::int, $4, '2026-01-01', '2026-01-01', 1),
            ($1, $2, 'nobody_responsible', 'recommendation', $2, 'open', 'warning', 'no_lead', '{}', NULL, $4, '2026-01-01', '2026-01-01', 0)`,
    [stateId, recommendation, obligation?.id, institution, between],
  );
  await sql.execute(
    `INSERT INTO alert_transition (state_id, alert_id, kind, reason, evidence, happened_on, happened_at)
     SELECT state_id, id, 'escalated', 'unanswered', '{"step": 1, "addressee": "docket", "workingDays": 30, "people": 1}', '2026-03-01', now()
     FROM alert WHERE state_id = $1 AND subject_kind = 'obligation' AND subject_id = $2`,
    [stateId, obligation?.id],
  );
}

/** The State's assessment, which everybody reads, a confidential one of the ombudsperson, and an override. */
async function addJudgements(
  sql: Sql,
  stateId: number,
  {
    recommendation,
    word,
    between,
  }: { readonly recommendation: number; readonly word: string; readonly between: number },
): Promise<void> {
  const words = `search_vector('simple', $3) || ('''~' || $1::smallint || '''')::tsvector`;
  const said = `Progress on ${word}`;
  await sql.execute(
    `INSERT INTO assessment (state_id, recommendation_id, assessor, scale_code, grade_code, assessed_on, text, language, recorded_at, vector)
     SELECT $1, $2, x.assessor, 'internal_1', 'begun', date '2026-01-01' + $4::int, $3, 'en', now(), ${words}
     FROM (VALUES ('ombudsperson'), ('state')) x (assessor)`,
    [stateId, recommendation, said, between],
  );
  await sql.execute(
    `INSERT INTO assessment_event (state_id, assessment_id, kind, happened_on, happened_at)
     SELECT state_id, id, 'published', assessed_on, now() FROM assessment
     WHERE state_id = $1 AND recommendation_id = $2 AND assessor = 'state'`,
    [stateId, recommendation],
  );
  await sql.execute(
    `INSERT INTO implementation_decision (state_id, recommendation_id, decision, decided_on, reason, language, in_the_way, evidence, recorded_at, vector)
     VALUES ($1, $2, 'overridden', date '2026-01-01' + $4::int, $3, 'en', $5, 0, now(), ${words})`,
    [
      stateId,
      recommendation,
      said,
      between,
      JSON.stringify([{ hindrance: 'no_evidence', indicator: null, value: null, target: null }]),
    ],
  );
}

/**
 * An action, evidence, a submission that waits for its review, and a published contribution; evidence and contributions all
 * belong to the recommendation of the second document, whose lists are read.
 */
async function addDoings(
  sql: Sql,
  stateId: number,
  row: {
    readonly recommendation: number;
    readonly institution: number;
    readonly person: number;
    readonly word: string;
    readonly nth: number;
    readonly between: number;
  },
): Promise<void> {
  const { recommendation, institution, person, word, nth, between } = row;
  const title = `Register of ${word}`;
  await sql.execute(
    `INSERT INTO action (state_id, recommendation_id, institution_id, language, title, level, planned_start_on, planned_end_on, recorded_at, vector)
     VALUES ($1, $2, $3, 'en', $4, 'national', '2026-01-01', '2026-12-31', now(), search_vector('simple', $4) || ('''~' || $1::smallint || '''')::tsvector)`,
    [stateId, recommendation, institution, title],
  );
  const read = nth === 0 ? 'document-0.8' : 'document-1.8';
  await sql.execute(
    `INSERT INTO evidence (state_id, recommendation_id, institution_id, language, title, kind, url, effective_on, published, recorded_at)
     SELECT $1, r.id, $3, 'en', $4, 'link', 'https://example.org/', '2026-02-01', true, now() FROM recommendation r
     WHERE r.state_id = $1 AND r.public_id = $2`,
    [stateId, read, institution, title],
  );
  await sql.execute(
    `WITH answer AS (
       INSERT INTO submission (state_id, obligation_id, person_id, author_kind, submitted_on, submission_state)
       SELECT $1, o.id, $4, 'institution', date '2026-01-01' + $5::int, 'submitted' FROM obligation o
       WHERE o.state_id = $1 AND o.recommendation_id = $2 RETURNING id)
     INSERT INTO submission_text (state_id, submission_id, revision, language, text) SELECT $1, id, 1, 'en', $3 FROM answer`,
    [stateId, recommendation, title, person, between],
  );
  await sql.execute(
    `WITH contribution AS (
       INSERT INTO submission (state_id, recommendation_id, author_kind, organisation, submitted_on, submission_state, decided_on)
       SELECT $1, r.id, 'civil_society', 'A network', '2026-01-10', 'accepted', '2026-01-20' FROM recommendation r
       WHERE r.state_id = $1 AND r.public_id = $2 RETURNING id)
     INSERT INTO submission_text (state_id, submission_id, revision, language, text) SELECT $1, id, 1, 'en', $3 FROM contribution`,
    [stateId, read, title],
  );
}

/** To the audit of the State, and with it to the history of the recommendation that every entry is about. */
async function addToHistory(
  audit: AuditRepository,
  stateId: number,
  { nth, word, happenedAt }: { readonly nth: number; readonly word: string; readonly happenedAt: number },
): Promise<void> {
  await audit.append(stateId, {
    personId: null,
    actor: 'command_line',
    action: 'document.amended',
    subjectKind: 'recommendation',
    subjectId: nth === 0 ? 'document-0.8' : 'document-1.8',
    reason: `Because of ${word}`,
    happenedAt,
  });
}
