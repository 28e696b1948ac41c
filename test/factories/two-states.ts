import fc from 'fast-check';

import type { Sql } from '#persistence';
import type { State } from '#tracking';

import type { TrackingGround } from '../support/tracking-ground.js';
import {
  INST,
  INSTITUTIONS,
  OBLIGATIONS,
  REC,
  RECOMMENDATIONS,
  ahead,
  deed,
  inst,
  nth,
  place,
  rec,
} from './deed.js';
import type { Deed } from './deed.js';
import { FIGURE_DEEDS } from './figure-deeds.js';

/** Role, institution, and whether it heads it. */
const PEOPLE: readonly (readonly [string, string | null, boolean])[] = [
  ['focal_point', 'A', false],
  ['focal_point', 'A', true],
  ['focal_point', 'B', false],
  ['secretariat', null, false],
  ['ombudsperson', null, false],
];

/** Sorted as people see them, so that the same place is the same alert in both States. */
const ALERTS = `SELECT a.id FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
  WHERE a.state_id = $1 AND a.alert_state <> 'resolved' AND a.subject_kind <> 'alert' ORDER BY r.code, a.rule, a.subject_id`;

export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(rec, ahead, inst, fc.constantFrom('data_submission', 'report'))
      .map(([code, days, by, kind]) =>
        deed(`WITH d AS (INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
                VALUES ($1, 'x', 'confirmed', $2::date + ${days}, 'America/Lima', '{}') RETURNING id)
              INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required)
              SELECT $1, ${REC(code)}, ${INST(by)}, id, '${kind}', jsonb_build_object('en', 'O', 'es', 'O'), true FROM d`),
      ),
  },
  fc.tuple(place, ahead).map(([at, days]) =>
    deed(`UPDATE deadline SET due_on = $2::date + ${days}, version = version + 1 WHERE state_id = $1
          AND id = (SELECT deadline_id FROM obligation WHERE state_id = $1 AND id = ${nth(OBLIGATIONS, at)})`),
  ),
  fc
    .tuple(place, inst)
    .map(([at, by]) =>
      deed(
        `UPDATE obligation SET institution_id = ${INST(by)} WHERE state_id = $1 AND id = ${nth(OBLIGATIONS, at)} AND $2::date IS NOT NULL`,
      ),
    ),
  place.map((at) =>
    deed(`INSERT INTO submission (state_id, obligation_id, submitted_on, submission_state)
          SELECT $1, id, $2, 'submitted' FROM ${nth(OBLIGATIONS, at)} o ON CONFLICT DO NOTHING`),
  ),
  fc.constantFrom('accepted', 'returned').map((state) =>
    deed(`UPDATE submission SET submission_state = '${state}', decided_on = $2 WHERE state_id = $1 AND submission_state = 'submitted'
          AND id = (SELECT max(id) FROM submission WHERE state_id = $1)`),
  ),
  ...FIGURE_DEEDS,
  fc.tuple(fc.constantFrom('I', 'M'), rec, rec).map(([letter, code, to]) =>
    deed(`WITH home AS (DELETE FROM recommendation_indicator WHERE state_id = $1 AND is_home AND $2::date IS NOT NULL
            AND indicator_id = (SELECT id FROM indicator WHERE state_id = $1 AND code = '${letter}${code}') RETURNING indicator_id, required)
          INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
          SELECT $1, ${REC(to)}, indicator_id, required, true FROM home`),
  ),
  fc.tuple(rec, ahead, inst).map(([code, days, by]) =>
    deed(`INSERT INTO action (state_id, recommendation_id, institution_id, language, title, level, planned_start_on, planned_end_on, recorded_at, vector)
          VALUES ($1, ${REC(code)}, ${INST(by)}, 'es', 'A', 'national', '2020-01-01', $2::date + ${days}, now(), '')`),
  ),
  place.map((at) =>
    deed(
      `UPDATE action SET done_on = $2 WHERE state_id = $1 AND id = ${nth('SELECT id FROM action WHERE state_id = $1 ORDER BY id', at)}`,
    ),
  ),
  fc.tuple(rec, ahead, fc.nat(90), inst).map(([code, from, days, by]) =>
    deed(`INSERT INTO evidence (state_id, recommendation_id, institution_id, language, title, kind, url, effective_on, expires_on, published, recorded_at)
          VALUES ($1, ${REC(code)}, ${INST(by)}, 'es', 'E', 'link', 'https://example.org/', $2::date + ${from}, $2::date + ${from + days}, true, now())`),
  ),
  fc
    .tuple(rec, inst, fc.integer({ min: 0, max: 40 }))
    .map(([code, by, days]) =>
      deed(
        `UPDATE responsibility SET ends_on = $2::date + ${days} WHERE state_id = $1 AND recommendation_id = ${REC(code)} AND institution_id = ${INST(by)} AND starts_on IS NULL`,
      ),
    ),
  fc.tuple(rec, inst, fc.integer({ min: 0, max: 40 })).map(([code, by, days]) =>
    deed(`INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role, starts_on)
          VALUES ($1, ${REC(code)}, ${INST(by)}, 'now_responsible', 'lead', $2::date + ${days}) ON CONFLICT DO NOTHING`),
  ),
  fc.tuple(place, fc.option(fc.integer({ min: 0, max: 40 }))).map(([at, days]) =>
    deed(`UPDATE membership SET ends_on = $2::date + ${days ?? 'NULL::integer'} WHERE state_id = $1
          AND id = ${nth('SELECT id FROM membership WHERE state_id = $1 ORDER BY id', at)}`),
  ),
  fc
    .tuple(place, fc.integer({ min: 0, max: 30 }))
    .map(([at, days]) =>
      deed(
        `UPDATE focal_point SET starts_on = $2::date + ${days} WHERE state_id = $1 AND id = ${nth('SELECT id FROM focal_point WHERE state_id = $1 ORDER BY id', at)}`,
      ),
    ),
  // A mailbox is one for all States.
  fc.tuple(place, fc.boolean()).map(([at, refuses]) =>
    deed(`UPDATE person SET unreachable_since = ${refuses ? `$2::date::timestamptz` : 'NULL'} WHERE $2::date IS NOT NULL
          AND id = (SELECT person_id FROM membership WHERE state_id = $1 ORDER BY id OFFSET ${at} LIMIT 1)`),
  ),
  fc
    .tuple(inst, fc.option(fc.integer({ min: 0, max: 30 })))
    .map(([by, days]) =>
      deed(
        `UPDATE institution SET valid_until = $2::date + ${days ?? 'NULL::integer'} WHERE state_id = $1 AND id = ${INST(by)}`,
      ),
    ),
  fc
    .tuple(inst, fc.nat(9))
    .map(([by, number]) =>
      deed(
        `UPDATE institution SET code = '${by}${number}' WHERE state_id = $1 AND id = ${INST(by)} AND $2::date IS NOT NULL`,
      ),
    ),
  fc.tuple(rec, inst).map(([code, by]) =>
    deed(`INSERT INTO disclaimer (state_id, recommendation_id, institution_id, reason, said_on, said_at)
          VALUES ($1, ${REC(code)}, ${INST(by)}, 'no', $2, now()) ON CONFLICT DO NOTHING`),
  ),
  fc.constant(
    deed(
      `UPDATE disclaimer SET decision = 'sent_back', decided_on = $2, decision_reason = 'x' WHERE state_id = $1 AND decision IS NULL`,
    ),
  ),
  {
    weight: 3,
    arbitrary: fc
      .tuple(place, fc.integer({ min: 1, max: 40 }))
      .map(([at, days]) =>
        deed(
          `UPDATE alert SET alert_state = 'snoozed', snoozed_on = $2, snoozed_until = $2::date + ${days} WHERE state_id = $1 AND id = ${nth(ALERTS, at)}`,
        ),
      ),
  },
  place.map((at) =>
    deed(
      `UPDATE alert SET alert_state = 'acknowledged', snoozed_on = NULL, snoozed_until = NULL WHERE state_id = $1 AND $2::date IS NOT NULL AND id = ${nth(ALERTS, at)}`,
    ),
  ),
  place.map((at) =>
    deed(
      `UPDATE alert SET alert_state = 'open', snoozed_on = NULL, snoozed_until = NULL, unanswered_since = $2, escalation_step = 0 WHERE state_id = $1 AND id = ${nth(ALERTS, at)}`,
    ),
  ),
  fc.tuple(fc.constantFrom('deadline', 'report'), fc.integer({ min: 1, max: 20 })).map(([kind, days]) =>
    deed(`INSERT INTO reminder_ladder (state_id, kind, rungs, monthly_after, valid_from, reason, recorded_at)
          VALUES ($1, '${kind}', '{-20,-3,2}', true, $2::date + ${days}, 'x', now())`),
  ),
  fc.tuple(rec, inst, fc.integer({ min: 1, max: 40 }), fc.boolean()).map(([code, by, days, again]) =>
    deed(`INSERT INTO information_request (state_id, recommendation_id, institution_id, question, language, legal_basis, sent_on, working_days, closed_days, due_on, earlier_id, sent_at)
          SELECT $1, ${REC(code)}, ${INST(by)}, 'Q', 'es', 'L', $2, 10, '{}', $2::date + ${days}, ${
            again
              ? `(SELECT min(x.id) FROM information_request x WHERE x.state_id = $1 AND x.recommendation_id = ${REC(code)} AND x.institution_id = ${INST(by)}
                   AND NOT EXISTS (SELECT FROM information_request l WHERE l.state_id = $1 AND l.earlier_id = x.id))`
              : 'NULL'
          }, now()`),
  ),
  fc
    .tuple(place, fc.constantFrom('answered', 'withdrawn', 'question_published', 'closed'))
    .map(([at, kind]) =>
      deed(`INSERT INTO information_request_event (state_id, request_id, kind, happened_on, text, language, happened_at)
          SELECT $1, id, '${kind}', $2, 'T', ${kind === 'answered' ? `'es'` : 'NULL'}, now()
          FROM ${nth('SELECT id FROM information_request WHERE state_id = $1 ORDER BY id', at)} x ON CONFLICT DO NOTHING`),
    ),
  fc
    .constantFrom(10, 60)
    .map((days) =>
      deed(
        `INSERT INTO threshold_setting (state_id, name, value, reason, recorded_at) SELECT $1, 'dueSoonDays', ${days}, 'x', now() WHERE $2::date IS NOT NULL`,
      ),
    ),
  fc
    .integer({ min: 0, max: 20 })
    .map((days) =>
      deed(
        `INSERT INTO work_day (state_id, day_on, standing, reason, recorded_at) VALUES ($1, $2::date + ${days}, 'closed', 'x', now())`,
      ),
    ),
  fc
    .tuple(rec, fc.constantFrom(1, 12))
    .map(([code, months]) =>
      deed(
        `UPDATE indicator SET periodicity_months = ${months} WHERE state_id = $1 AND code = 'I${code}' AND $2::date IS NOT NULL`,
      ),
    ),
  rec.map((code) =>
    deed(`WITH b AS (INSERT INTO budget_line (state_id, indicator_id, purpose, currency)
            SELECT $1, id, 'prevention', 'PEN' FROM indicator WHERE state_id = $1 AND code = 'M${code}' ON CONFLICT DO NOTHING RETURNING id)
          INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, recorded_at)
          SELECT $1, b.id, c.id, extract(year FROM $2::date)::int, p.phase, p.amount, make_date(extract(year FROM $2::date)::int, 12, 31), now()
          FROM b, source c, (VALUES ('approved', 100), ('executed', 10)) p(phase, amount) WHERE c.state_id = $1`),
  ),
);

/** Two States that are the same, with the same people. */
export async function createTwoStates(
  ground: TrackingGround,
  codes: readonly [string, string],
): Promise<[State, State]> {
  const people: number[] = [];
  await ground.record.runShared(async (sql) => {
    for (const place of PEOPLE.keys()) {
      const row = await sql.row<{ id: number }>(
        `INSERT INTO person (name, email, language) VALUES ($1, $1, 'en') RETURNING id`,
        [`p${place}@${codes[0].toLowerCase()}.example`],
      );
      people.push(row!.id);
    }
  });
  const create = async (iso3: string): Promise<State> => {
    const name = { en: iso3, es: iso3 };
    const state = await ground.tracking.states.saveState({
      iso3,
      name,
      timeZone: 'America/Lima',
      demonstration: false,
    });
    await ground.record.runState(state.id, (sql) => fill(sql, state.id, people));
    return state;
  };
  return [await create(codes[0]), await create(codes[1])];
}

async function fill(sql: Sql, state: number, people: readonly number[]): Promise<void> {
  const run = (text: string, ...parameters: unknown[]): Promise<number> =>
    sql.execute(text, [state, ...parameters]);
  for (const code of INSTITUTIONS)
    await run(
      `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, jsonb_build_object('en', $2::text, 'es', $2::text))`,
      code,
    );
  for (const [place, [role, institution, isHead]] of PEOPLE.entries())
    await run(
      `INSERT INTO membership (state_id, person_id, role, institution_id, starts_on, is_head)
       VALUES ($1, $2, $3, (SELECT id FROM institution WHERE state_id = $1 AND code = $4), '2020-01-01', $5)`,
      people[place],
      role,
      institution,
      isHead,
    );
  await run(`INSERT INTO focal_point (state_id, institution_id, membership_id, kind, starts_on)
             SELECT $1, institution_id, id, 'institutional', '2020-01-01' FROM membership WHERE state_id = $1 AND role = 'focal_point' ORDER BY id`);
  await run(`INSERT INTO source (state_id, code, name) VALUES ($1, 'S', '{}')`);
  await run(`INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, text_sha256, ingested_at)
             VALUES ($1, 'k', 'k', 'K', 'CRC', 'CRC', 'en', 'x', now())`);
  await run(`INSERT INTO paragraph (state_id, document_id, number, kind) SELECT $1, d.id, i, 'recommendation'
             FROM document d, generate_series(1, ${RECOMMENDATIONS}) i WHERE d.state_id = $1 ORDER BY i`);
  await run(`INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb)
             SELECT $1, 'k.' || number, document_id, id, number, number::text, 'paragraph', 'recommends' FROM paragraph p WHERE state_id = $1 ORDER BY p.number`);
  await run(`INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role)
             SELECT $1, r.id, i.id, 'now_responsible', 'lead' FROM recommendation r
             JOIN institution i ON i.state_id = $1 AND i.code = CASE r.position WHEN 2 THEN 'B' ELSE 'A' END WHERE r.state_id = $1 ORDER BY r.position`);
  for (const [letter, track, type] of [
    ['I', 'data', 'count'],
    ['M', 'budget', 'amount'],
  ])
    await run(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, periodicity_months, baseline_value, baseline_on, target_value, target_on, institution_id)
       SELECT $1, $2 || r.code, $3, 'process', '{}', '{}', $4, 'plain', 12, 20, '2020-01-01', 100, '2030-01-01', (SELECT min(id) FROM institution WHERE state_id = $1)
       FROM recommendation r WHERE r.state_id = $1 ORDER BY r.position`,
      letter,
      track,
      type,
    );
  await run(`INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
             SELECT $1, r.id, i.id, true, true FROM indicator i JOIN recommendation r ON r.state_id = $1 AND r.code = substr(i.code, 2) WHERE i.state_id = $1 ORDER BY i.id`);
  await run(
    `INSERT INTO series (state_id, indicator_id, key, categories) SELECT $1, id, '', '{}' FROM indicator WHERE state_id = $1 AND track = 'data' ORDER BY id`,
  );
}

/** Days that pass, and what is done meanwhile. A day more than one is an outage. */
export const anyLife: fc.Arbitrary<readonly { readonly days: number; readonly deeds: readonly Deed[] }[]> =
  fc.array(
    fc.record({ days: fc.constantFrom(0, 1, 1, 1, 2, 7, 30), deeds: fc.array(anyDeed, { maxLength: 3 }) }),
    { minLength: 6, maxLength: 12 },
  );
