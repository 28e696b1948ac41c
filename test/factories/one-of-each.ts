import { AuditRepository } from '#persistence';
import type { RecordDatabase } from '#persistence';

import { saveCompleteness, saveDoings, saveTransmission } from './one-of-each-doing.js';
import type { Insert } from './one-of-each-doing.js';
import { savePublishedCube } from './published-cube.js';

/** One row in every table that belongs to a State; answers the document's id. */
export function saveOneOfEach(record: RecordDatabase, state: number): Promise<number> {
  return record.runState(state, async (sql) => {
    const insert: Insert = async (text, ...parameters) => {
      const saved = await sql.row<{ id: number }>(text, [state, ...parameters]);
      return saved?.id ?? 0;
    };
    const document = await insert(
      `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
       VALUES ($1, 'k', 'opsc-1', 'Concluding observations', 'CRC', 'CRC-OP-SC', 'en', '2016-01-29', 'x', now()) RETURNING id`,
    );
    const outer = await insert(
      `INSERT INTO section (state_id, document_id, position, number, title) VALUES ($1, $2, 1, 'II', 'General') RETURNING id`,
      document,
    );
    const inner = await insert(
      `INSERT INTO section (state_id, document_id, parent_id, position, number, title) VALUES ($1, $2, $3, 2, 'B', 'Data') RETURNING id`,
      document,
      outer,
    );
    const paragraph = await insert(
      `INSERT INTO paragraph (state_id, document_id, section_id, number, kind, verb) VALUES ($1, $2, $3, 8, 'recommendation', 'recommends') RETURNING id`,
      document,
      inner,
    );
    await insert(
      `INSERT INTO paragraph_text (state_id, paragraph_id, language, text) VALUES ($1, $2, 'en', 'Collect data.')`,
      paragraph,
    );
    await insert(
      `INSERT INTO document_reference (state_id, paragraph_id, symbol, printed_as) VALUES ($1, $2, 'CRC/C/156', 'CRC/C/156')`,
      paragraph,
    );
    await insert(
      `INSERT INTO article_reference (state_id, paragraph_id, instrument_code, article) VALUES ($1, $2, 'CRC-OP-SC', '12')`,
      paragraph,
    );
    const recommendation = await insert(
      `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb, theme_code)
       VALUES ($1, '8-data', $2, $3, 1, '8', 'paragraph', 'recommends', 'data') RETURNING id`,
      document,
      paragraph,
    );
    await insert(
      `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text, title) VALUES ($1, $2, 'en', 'Collect data.', 'Data')`,
      recommendation,
    );
    await insert(
      `INSERT INTO reporting_cycle (state_id, document_id, mechanism_code, instrument_code, number) VALUES ($1, $2, 'CRC', 'CRC-OP-SC', 1)`,
      document,
    );
    await insert(
      `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, kind, succession_state, decided_at)
       VALUES ($1, $2, $3, 'dropped', 'confirmed', now())`,
      recommendation,
      document,
    );
    const institution = await insert(
      `INSERT INTO institution (state_id, code, name) VALUES ($1, 'MININTER', '{"en": "Interior", "es": "Interior"}') RETURNING id`,
    );
    await insert(
      `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role) VALUES ($1, $2, $3, 'now_responsible', 'lead')`,
      recommendation,
      institution,
    );
    const indicator = await insert(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, baseline_value, baseline_on, institution_id)
       VALUES ($1, 'victims', 'data', 'outcome', '{}', '{}', 'count', 'person_count', 120.5, '2022-12-31', $2) RETURNING id`,
      institution,
    );
    await insert(
      `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home) VALUES ($1, $2, $3, true, true)`,
      recommendation,
      indicator,
    );
    const source = await insert(
      `INSERT INTO source (state_id, code, name) VALUES ($1, 'register', '{}') RETURNING id`,
    );
    await savePublishedCube(insert);
    const ofDocument = await insert(
      `INSERT INTO deadline (state_id, document_id, purpose, certainty, due_year, time_zone, basis)
       VALUES ($1, $2, 'next_report', 'estimated', 2033, 'America/Lima', '{}') RETURNING id`,
      document,
    );
    await insert(
      `INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_year, basis, changed_at) VALUES ($1, $2, 1, 'estimated', 2033, '{}', now())`,
      ofDocument,
    );
    const deadline = await insert(
      `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
       VALUES ($1, 'milestone', 'confirmed', '2027-03-31', 'America/Lima', '{}') RETURNING id`,
    );
    const obligation = await insert(
      `INSERT INTO obligation (state_id, recommendation_id, institution_id, indicator_id, deadline_id, kind, title, required)
       VALUES ($1, $2, $3, $4, $5, 'data_submission', '{}', true) RETURNING id`,
      recommendation,
      institution,
      indicator,
      deadline,
    );
    const submission = await insert(
      `INSERT INTO submission (state_id, obligation_id, submitted_on, submission_state, decided_on) VALUES ($1, $2, '2027-01-10', 'returned', '2027-01-20') RETURNING id`,
      obligation,
    );
    for (const row of [
      `submission_text (state_id, submission_id, revision, language, text) VALUES ($1, $2, 1, 'en', 'What was done.')`,
      `submission_history (state_id, submission_id, version, step, to_state, revision, actor, happened_at) VALUES ($1, $2, 1, 'begin', 'draft', 1, 'focal_point', now())`,
      `submission_comment (state_id, submission_id, actor, text, written_at) VALUES ($1, $2, 'secretariat', 'Which year?', now())`,
      `contribution_contact (state_id, submission_id, email, language, given_at) VALUES ($1, $2, 'somebody@example.org', 'en', now())`,
    ])
      await insert(`INSERT INTO ${row}`, submission);
    await insert(
      `INSERT INTO submission_figure (state_id, submission_id, revision, indicator_id, series_key, source_id, period_start_on, period_end_on, categories,
         value_state, value, provisional) VALUES ($1, $2, 1, $3, '', $4, '2026-01-01', '2026-12-31', '{}', 'reported', 42, false)`,
      submission,
      indicator,
      source,
    );
    await insert(
      `INSERT INTO submission_departure (state_id, submission_id, revision, position, rule, dimension, whole, parts, total, reason)
       VALUES ($1, $2, 1, 1, 'parts.exceed_total', 'sex', '{}', 12, 10, 'Two sources')`,
      submission,
    );
    await insert(
      `INSERT INTO submission (state_id, recommendation_id, author_kind, organisation, submitted_on, submission_state, decided_on)
       VALUES ($1, $2, 'civil_society', 'A network', '2027-01-10', 'accepted', '2027-01-20')`,
      recommendation,
    );
    await insert(
      `INSERT INTO period_lock (state_id, submission_id, obligation_id, locked_at) VALUES ($1, $2, $3, now())`,
      submission,
      obligation,
    );
    await insert(
      `INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_on, basis, changed_at) VALUES ($1, $2, 1, 'confirmed', '2027-03-31', '{}', now())`,
      deadline,
    );
    const person = await insert(
      `INSERT INTO person (name, email, language) VALUES ('Somebody', 'somebody.' || $1::smallint || '@example.org', 'es') RETURNING id`,
    );
    const membership = await insert(
      `INSERT INTO membership (state_id, person_id, role, institution_id, starts_on) VALUES ($1, $2, 'focal_point', $3, '2026-01-01') RETURNING id`,
      person,
      institution,
    );
    await insert(
      `INSERT INTO focal_point (state_id, institution_id, membership_id, kind, starts_on) VALUES ($1, $2, $3, 'institutional', '2026-01-01')`,
      institution,
      membership,
    );
    await insert(
      `INSERT INTO intake (state_id, file_name, source_text, text_sha256, document_key, reading, opened_by, opened_at)
       VALUES ($1, 'a.txt', 'text', 'digest', 'key', '{}', $2, now())`,
      person,
    );
    await insert(
      `INSERT INTO classification_decision (state_id, recommendation_public_id, aspect, code, verdict, person_id, decided_at)
       VALUES ($1, '8-data', 'sdg_target', '16.2', 'confirmed', $2, now())`,
      person,
    );
    await insert(
      `INSERT INTO reading_correction (state_id, document_key, place, language, person_id, corrected_at) VALUES ($1, 'key', 'document', 'en', $2, now())`,
      person,
    );
    await insert(
      `INSERT INTO document_language (state_id, document_id, language, title, text_sha256, ingested_at) VALUES ($1, $2, 'es', 'Observaciones finales', 'digest', now())`,
      document,
    );
    const figureImport = await insert(
      `INSERT INTO figure_import (state_id, kind, file_name, sha256, format, row_count, imported_by, imported_at)
       VALUES ($1, 'observations', 'figures.csv', repeat('a', 64), 'long', 1, $2, now()) RETURNING id`,
      person,
    );
    await insert(
      `INSERT INTO undone_figure (state_id, import_id, content) VALUES ($1, $2, '{}')`,
      figureImport,
    );
    await insert(
      `WITH upload AS (INSERT INTO figure_upload (state_id, kind, file_name, sha256, byte_count, content, settings, uploaded_by, uploaded_at) VALUES ($1, 'observations', 'figures.csv', 'a', 1, 'x', '{}', $2, now())) INSERT INTO import_mapping (state_id, kind, fingerprint, mapping, saved_at) VALUES ($1, 'observations', 'head', '{}', now())`,
      person,
    );
    const uhriImport = await insert(
      `INSERT INTO uhri_import (state_id, file_name, language, opened_by, opened_at) VALUES ($1, 'export.json', 'en', $2, now()) RETURNING id`,
      person,
    );
    await insert(
      `INSERT INTO uhri_import_row (state_id, import_id, row_number, rejections) VALUES ($1, $2, 1, '[]')`,
      uhriImport,
    );
    const uhriAnnotation = await insert(
      `INSERT INTO uhri_annotation (state_id, annotation_id, language, symbol, body, kind, paragraph, text, countries, regions, themes, affected_persons,
         sdgs, recommending_states, recommending_regions, imported_at, changed_at, vector)
       VALUES ($1, '00000000-0000-4000-8000-000000000001', 'en', 'CRC/C/OPSC/PER/CO/1', 'CRC-OP-SC', 'recommendation', '8', 'Collect data.', '{Peru}', '{}', '{}', '{}',
         '{}', '{}', '{}', now(), now(), '') RETURNING id`,
    );
    await insert(
      `INSERT INTO uhri_annotation_history (state_id, uhri_annotation_id, import_id, change, before, changed_at) VALUES ($1, $2, $3, 'changed', '{}', now())`,
      ...[uhriAnnotation, uhriImport],
    );
    await insert(
      `INSERT INTO uhri_link_decision (state_id, annotation_id, recommendation_public_id, verdict, person_id, decided_at)
       VALUES ($1, '00000000-0000-4000-8000-000000000001', '8-data', 'confirmed', $2, now())`,
      person,
    );
    await saveCompleteness(insert, indicator, institution);
    const series = await insert(
      `INSERT INTO series (state_id, indicator_id, key, categories) VALUES ($1, $2, '', '{}') RETURNING id`,
      indicator,
    );
    await insert(
      `WITH intake AS (INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, '2024-03-01', now()) RETURNING id),
         figure AS (INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value)
           SELECT $1, $2, $3, '2023-01-01', '2023-12-31', id, 'A', 42 FROM intake RETURNING *)
       INSERT INTO observation_detail (state_id, series_id, source_id, period_start_on, period_end_on, revision, numerator, denominator)
       SELECT state_id, series_id, source_id, period_start_on, period_end_on, revision, 21, 50 FROM figure`,
      ...[series, source],
    );
    const spending = await insert(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, required_purposes) VALUES ($1, 'spending', 'budget', 'process', '{}', '{}', 'amount', 'plain', '{prevention}') RETURNING id`,
    );
    const budgetLine = await insert(
      `INSERT INTO budget_line (state_id, indicator_id, purpose, currency) VALUES ($1, $2, 'prevention', 'PEN') RETURNING id`,
      spending,
    );
    await insert(
      `INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, recorded_at)
       VALUES ($1, $2, $3, 2026, 'approved', 1000, '2026-12-31', now())`,
      ...[budgetLine, source],
    );
    const caseSeries = await insert(
      `INSERT INTO case_series (state_id, indicator_id, offence, cohort_rule, cohort_year) VALUES ($1, $2, 'trafficking', 'year_of_complaint', 2022) RETURNING id`,
      indicator,
    );
    await insert(
      `WITH d AS (INSERT INTO case_duration (state_id, case_series_id, source_id, since_stage, stage, median_days, recorded_at) VALUES ($1, $2, $3, 'complaint', 'charge', 90, now()))
       INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, recorded_at)
       VALUES ($1, $2, $3, 'complaint', 'reported', 12, now())`,
      ...[caseSeries, source],
    );
    await insert(`INSERT INTO sweep (state_id, swept_on) VALUES ($1, '2026-11-01')`);
    const alert = await insert(
      `INSERT INTO alert (state_id, recommendation_id, rule, subject_kind, subject_id, alert_state, severity, reason, evidence, opened_on, unanswered_since)
       VALUES ($1, $2, 'deadline', 'obligation', $3, 'open', 'warning', 'overdue', '{}', '2026-11-01', '2026-11-01') RETURNING id`,
      ...[recommendation, obligation],
    );
    await insert(
      `INSERT INTO alert_transition (state_id, alert_id, kind, reason, happened_on, happened_at) VALUES ($1, $2, 'opened', 'overdue', '2026-11-01', now())`,
      alert,
    );
    const message = await insert(
      `INSERT INTO message (state_id, person_id, civil_on, message_id_header, subject, body, next_attempt_at, created_at)
       VALUES ($1, $2, '2026-11-01', '<' || $1::smallint || '@example.org>', 'Due', '{}', now(), now()) RETURNING id`,
      person,
    );
    await insert(
      `INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at) VALUES ($1, $2, 1, 'started', now())`,
      message,
    );
    await insert(
      `INSERT INTO notice (state_id, alert_id, person_id, subject_kind, subject_id, rule, occasion, rung, rung_on, outcome, reason, written_on, message_id)
       VALUES ($1, $2, $3, 'obligation', $4, 'deadline', '2027-03-31', 0, '2026-11-01', 'send', 'due', '2026-11-01', $5)`,
      alert,
      person,
      obligation,
      message,
    );
    await insert(
      `INSERT INTO institution_name (state_id, institution_id, name, valid_until) VALUES ($1, $2, '{"en": "Before", "es": "Antes"}', '2020-12-31')`,
      institution,
    );
    const colleague = await insert(
      `INSERT INTO person (name, email, language) VALUES ('Colleague', 'colleague' || $1::smallint || '@example.org', 'en') RETURNING id`,
    );
    await insert(
      `INSERT INTO hand_over (state_id, institution_id, from_person_id, to_person_id, starts_on, note, recorded_at)
       VALUES ($1, $2, $3, $4, '2026-11-01', '', now())`,
      institution,
      person,
      colleague,
    );
    await saveTransmission(insert, { institution, document, recommendation });
    await saveDoings(insert, { recommendation, institution, person, indicator, budgetLine, source });
    await new AuditRepository(record).append(state, {
      personId: null,
      actor: 'mail_link',
      action: 'alert.acknowledged',
      subjectKind: 'alert',
      subjectId: '1',
      happenedAt: 0,
    });
    return document;
  });
}
