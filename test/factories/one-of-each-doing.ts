/** Saves a row of the State, whose number is $1; answers its id where it has one. */
export type Insert = (text: string, ...parameters: unknown[]) => Promise<number>;

/** What is done about a recommendation, what proves it, and what is said of it: one row in each of those tables. */
export async function saveDoings(
  insert: Insert,
  at: {
    readonly recommendation: number;
    readonly institution: number;
    readonly person: number;
    readonly indicator: number;
    readonly budgetLine: number;
    readonly source: number;
  },
): Promise<void> {
  const { recommendation, institution, person, indicator, budgetLine } = at;
  await saveWatchRules(insert, recommendation, institution);
  await insert(
    `INSERT INTO figure_judgement (state_id, indicator_id, judgement, period_start_on, period_end_on, source_id, text, language, recorded_at)
     SELECT $1, $2, 'of_record', '2023-01-01', '2023-12-31', min(id), 'The register counts victims.', 'en', now() FROM source WHERE state_id = $1`,
    indicator,
  );
  await insert(
    `INSERT INTO escalation_setting (state_id, addressees, working_days, reason, recorded_at)
     VALUES ($1, '{owner,docket}', '{0,7}', 'Agreed', now()) RETURNING id`,
  );
  await insert(
    `INSERT INTO mail_rhythm (state_id, person_id, rhythm, quiet_weekdays, quiet_when_closed, changed_at)
     VALUES ($1, $2, 'monthly', '{}', true, now())`,
    person,
  );
  const comment = await insert(
    `INSERT INTO item_comment (state_id, recommendation_id, person_id, role, language, text, written_at)
     VALUES ($1, $2, $3, 'secretariat', 'en', 'Is the register complete?', now()) RETURNING id`,
    recommendation,
    person,
  );
  await insert(
    `INSERT INTO item_comment_former (state_id, comment_id, text, replaced_at) VALUES ($1, $2, 'Is it complete?', now()) RETURNING id`,
    comment,
  );
  await insert(
    `INSERT INTO saved_view (state_id, person_id, name, address, saved_at) VALUES ($1, $2, 'Overdue', '/states/PER/alerts?rule=deadline', now()) RETURNING id`,
    person,
  );
  await insert(
    `WITH s AS (INSERT INTO subscriber (state_id, email, language, told_until) VALUES ($1, 'reader@example.org', 'es', '2026-11-01') RETURNING id),
       n AS (INSERT INTO subscription (state_id, subscriber_id, topic_kind, topic_key, language, asked_at, confirmed_at)
         SELECT $1, id, 'theme', 'data', 'es', now(), now() FROM s)
     INSERT INTO message (state_id, subscriber_id, civil_on, sequence, message_id_header, subject, body, next_attempt_at, created_at)
     SELECT $1, id, '2026-11-01', 2, '<news-' || $1::smallint || '@example.org>', 'News', '{}', now(), now() FROM s RETURNING id`,
  );
  const line = await insert(
    `INSERT INTO help_line (state_id, line_state, place, telephone, free_of_charge, written_by, written_at, checked_by, checked_on)
     VALUES ($1, 'shown', 1, '100', true, $2, now(), $2, '2026-11-02') RETURNING id`,
    person,
  );
  await insert(
    `INSERT INTO help_line_wording (state_id, help_line_id, language, name, hours, spoken)
     VALUES ($1, $2, 'es', 'Línea', 'A toda hora', '') RETURNING help_line_id AS id`,
    line,
  );
  await insert(
    `INSERT INTO plain_text (state_id, recommendation_id, language, text, plain_state, written_by, written_at, confirmed_by, confirmed_on)
     VALUES ($1, $2, 'es', 'Contar.', 'confirmed', $3, now(), $3, '2026-11-02') RETURNING id`,
    recommendation,
    person,
  );
  await insert(`INSERT INTO sweep_ground (state_id, part, digest) VALUES ($1, 'calendar', '')`);
  await insert(
    `INSERT INTO disclaimer (state_id, recommendation_id, institution_id, reason, said_on, said_at)
     VALUES ($1, $2, $3, 'The police keep it', '2026-11-01', now()) RETURNING id`,
    recommendation,
    institution,
  );
  const request = await insert(
    `INSERT INTO information_request (state_id, recommendation_id, institution_id, question, language, legal_basis, sent_on, working_days, closed_days, due_on, sent_at)
     VALUES ($1, $2, $3, 'How many?', 'en', 'Law', '2026-11-02', 10, '{}', '2026-11-16', now()) RETURNING id`,
    recommendation,
    institution,
  );
  await insert(
    `INSERT INTO information_request_event (state_id, request_id, kind, happened_on, text, language, happened_at)
     VALUES ($1, $2, 'answered', '2026-11-10', 'Twelve.', 'en', now()), ($1, $2, 'question_published', '2026-11-11', NULL, NULL, now())`,
    request,
  );
  const statement = await insert(`INSERT INTO statement (state_id) VALUES ($1) RETURNING id`);
  const version = await insert(
    `INSERT INTO statement_version (state_id, statement_id, number, institution_id, language, title, text, dated_on, written_by, written_at)
     VALUES ($1, $2, 1, $3, 'es', 'Nueve años después', 'Falta contar.', '2026-11-20', $4, now()) RETURNING id`,
    statement,
    institution,
    person,
  );
  await insert(
    `INSERT INTO statement_recommendation (state_id, version_id, recommendation_id) VALUES ($1, $2, $3)`,
    version,
    recommendation,
  );
  await insert(
    `UPDATE statement_version SET published_on = '2026-11-20' WHERE state_id = $1 AND id = $2 RETURNING id`,
    version,
  );
  // What is published is out of reach of everybody: only a draft can show that another State's is too.
  await insert(
    `INSERT INTO statement_version (state_id, statement_id, number, correction, language, title, text, dated_on, written_by, written_at)
     VALUES ($1, $2, 2, 'A figure', 'es', 'Diez años después', 'Falta contar.', '2026-11-21', $3, now()) RETURNING id`,
    statement,
    person,
  );
  await insert(
    `INSERT INTO deflator (state_id, currency, base_year, fiscal_year, price_index, source_id, recorded_at)
     VALUES ($1, 'PEN', 2021, 2026, 120, $2, now())`,
    at.source,
  );
  const action = await insert(
    `INSERT INTO action (state_id, recommendation_id, institution_id, language, title, level, planned_start_on, planned_end_on, recorded_by, recorded_at, vector)
     VALUES ($1, $2, $3, 'es', 'Crear el registro', 'national', '2026-01-01', '2026-12-31', $4, now(), '') RETURNING id`,
    recommendation,
    institution,
    person,
  );
  await insert(
    `INSERT INTO action_indicator (state_id, action_id, indicator_id) VALUES ($1, $2, $3)`,
    action,
    indicator,
  );
  await insert(
    `INSERT INTO action_budget_line (state_id, action_id, budget_line_id) VALUES ($1, $2, $3)`,
    action,
    budgetLine,
  );
  const file = await insert(
    `INSERT INTO evidence_file (state_id, sha256, size_bytes, media_type, received_at) VALUES ($1, repeat('a', 64), 3, 'text/plain', now()) RETURNING id`,
  );
  await insert(
    `INSERT INTO evidence_file_chunk (state_id, file_id, position, bytes) VALUES ($1, $2, 0, 'abc')`,
    file,
  );
  await insert(
    `INSERT INTO evidence (state_id, recommendation_id, action_id, institution_id, language, title, kind, file_id, file_name, effective_on, published, recorded_at)
     VALUES ($1, $2, $3, $4, 'es', 'Decreto', 'file', $5, 'decreto.txt', '2026-02-01', true, now())`,
    recommendation,
    action,
    institution,
    file,
  );
  const link = await insert(
    `INSERT INTO evidence (state_id, recommendation_id, institution_id, language, title, kind, url, effective_on, published, recorded_at)
     VALUES ($1, $2, $3, 'es', 'Portal', 'link', 'https://example.org/', '2026-02-01', true, now()) RETURNING id`,
    recommendation,
    institution,
  );
  await insert(
    `INSERT INTO link_check (state_id, evidence_id, checked_at, outcome, detail, http_status) VALUES ($1, $2, now(), 'reachable', 'answered', 200)`,
    link,
  );
  const assessment = await insert(
    `INSERT INTO assessment (state_id, recommendation_id, assessor, scale_code, grade_code, assessed_on, text, language, recorded_at, vector)
     VALUES ($1, $2, 'state', 'internal_1', 'begun', '2026-11-01', 'A law is being drafted.', 'en', now(), '') RETURNING id`,
    recommendation,
  );
  await insert(
    `INSERT INTO assessment_event (state_id, assessment_id, kind, happened_on, happened_at) VALUES ($1, $2, 'published', '2026-11-01', now())`,
    assessment,
  );
  await insert(
    `INSERT INTO implementation_decision (state_id, recommendation_id, decision, decided_on, reason, language, in_the_way, evidence, recorded_at, vector)
     VALUES ($1, $2, 'implemented', '2026-11-01', 'Done', 'en', '[]', 1, now(), '')`,
    recommendation,
  );
}

/** To whom the recommendations were sent: one row in each of those tables. */
export async function saveTransmission(
  insert: Insert,
  {
    institution,
    document,
    recommendation,
  }: Readonly<Record<'institution' | 'document' | 'recommendation', number>>,
): Promise<void> {
  const transmission = await insert(
    `INSERT INTO transmission (state_id, institution_id, document_id, recipient_kind, sent_on, letter, recorded_at)
     VALUES ($1, $2, $3, 'ministry', '2026-11-01', '12-2026', now()) RETURNING id`,
    institution,
    document,
  );
  await insert(
    `INSERT INTO transmission_item (state_id, transmission_id, recommendation_id) VALUES ($1, $2, $3)`,
    transmission,
    recommendation,
  );
  await insert(
    `INSERT INTO transmission_history (state_id, transmission_id, version, changed_at) VALUES ($1, $2, 1, now())`,
    transmission,
  );
}

export async function saveCompleteness(
  insert: Insert,
  indicator: number,
  institution: number,
): Promise<void> {
  await insert(
    `INSERT INTO indicator_completeness (state_id, indicator_id, period_start_on, period_end_on, asked, received, not_applicable)
     VALUES ($1, $2, '2024-01-01', '2024-12-31', '{sex,age}', '{sex}', '{}')`,
    indicator,
  );
  await insert(`INSERT INTO completeness_mark (state_id, indicator_id) VALUES ($1, $2)`, indicator);
  await insert(
    `INSERT INTO indicator_reporter (state_id, indicator_id, institution_id, position, starts_on)
     VALUES ($1, $2, $3, 0, '2024-01-01')`,
    indicator,
    institution,
  );
}

/** How the State is watched. */
async function saveWatchRules(insert: Insert, recommendation: number, institution: number): Promise<void> {
  for (const row of [
    `work_day (state_id, day_on, standing, reason, recorded_at) VALUES ($1, '2026-12-24', 'closed', 'Decree', now())`,
    `work_week (state_id, weekend, reason, recorded_at) VALUES ($1, '{6,7}', 'Law', now())`,
    `threshold_setting (state_id, name, value, reason, recorded_at) VALUES ($1, 'pathPercent', 80, 'Agreed', now())`,
    `mail_day (state_id, civil_on, closed_at) VALUES ($1, '2026-11-01', now())`,
  ])
    await insert(`INSERT INTO ${row}`);
  await insert(
    `INSERT INTO reminder_ladder (state_id, kind, institution_id, rungs, monthly_after, valid_from, reason, recorded_at)
     VALUES ($1, 'report', $2, '{-30,0}', true, '2026-12-01', 'Agreed', now())`,
    institution,
  );
  const duty = await insert(
    `INSERT INTO recurring_obligation (state_id, recommendation_id, kind, title, required, first_due_on, every_months, opens_days_before, since_on)
     VALUES ($1, $2, 'report', '{}', true, '2027-03-31', 12, 90, '2026-11-01') RETURNING id`,
    recommendation,
  );
  await insert(
    `INSERT INTO obligation_round (state_id, recurrence_id, due_on, obligation_id)
     SELECT $1, $2, '2027-03-31', min(id) FROM obligation WHERE state_id = $1`,
    duty,
  );
}
