import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { AuditActor, UndoKind } from '#domain';
import { heldUntil } from '#domain';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const HELD_MS = heldUntil(0);
const TODAY = '2026-11-24';
const PLAN = {
  institution: 'MIMP',
  language: 'es',
  title: 'Crear el registro de víctimas',
  description: '',
  level: 'national',
  plannedStartOn: '2026-01-01',
  plannedEndOn: '2026-12-23',
  criteria: [],
  indicators: [],
  budgetLines: [],
} as const;
const LINK = {
  institution: 'MIMP',
  action: null,
  language: 'es',
  title: 'Decreto',
  effectiveOn: '2026-02-01',
  expiresOn: null,
  published: true,
  url: 'https://example.org/decreto',
} as const;
const QUESTION = {
  institution: 'MIMP',
  indicator: null,
  question: 'How many places are there?',
  language: 'en',
  legalBasis: 'Law 26520, article 16',
  workingDays: null,
} as const;
const ANSWER = { text: 'Twelve.', language: 'es', url: null } as const;

let ground: TrackingGround;
let peru: WatchedState;
let ministry: number;
let personId: number;
let colleague: number;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await WatchedState.create(ground);
  ministry = await peru.addInstitution('MIMP', []);
  await peru.lead(ministry);
  personId = await peru.addPerson('sara@per.example', 'secretariat', null);
  colleague = await peru.addPerson('carlos@per.example', 'secretariat', null);
});
afterAll(() => ground?.close());

interface Act {
  readonly id: number;
  readonly act: () => Promise<unknown>;
}

const one = async <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  (await ground.rows<T>(peru.state.id, sql, [peru.state.id, ...parameters]))[0]!;
const byState = () => ({ personId, role: 'secretariat', ownInstitution: null }) as const;
const request = () => ground.tracking.askForInformation.ask(peru.state, 'opsc-1-8', QUESTION, byState());

async function planned(): Promise<number> {
  return ground.tracking.recordAction.plan(peru.state, 'opsc-1-8', PLAN, byState());
}

async function deadLetter(): Promise<number> {
  const at = [personId, ground.clock.now()];
  const { id } = await one<{ id: number }>(
    `INSERT INTO message (state_id, person_id, civil_on, sequence, message_id_header, subject, body, delivery_state, next_attempt_at, created_at)
     SELECT $1, $2, date '2019-01-01', count(*), '<' || count(*) || '@dead.example>', 'A reminder', '{}', 'in_doubt',
            to_timestamp($3::float8 / 1000), to_timestamp($3::float8 / 1000) FROM message WHERE state_id = $1 RETURNING id`,
    at,
  );
  return id;
}

async function suggestedPair(): Promise<number> {
  const { id } = await one<{ id: number }>(
    `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, kind)
     SELECT r.state_id, r.id, r.document_id, 'dropped' FROM recommendation r WHERE r.state_id = $1 AND r.public_id = 'opsc-1-8' RETURNING id`,
  );
  return id;
}

/** What is there to be read of a thing, without what only counts changes. */
const STANDS: Readonly<Record<UndoKind, string>> = {
  submission: '',
  action: 'SELECT done_on, cancelled_on, cancel_reason, title FROM action WHERE state_id = $1 AND id = $2',
  evidence: 'SELECT withdrawn_on, withdrawal_reason, title FROM evidence WHERE state_id = $1 AND id = $2',
  information_request: `SELECT count(*)::int AS events, min(kind) AS kind FROM information_request_event WHERE state_id = $1 AND request_id = $2 AND undone_at IS NULL`,
  responsibility: 'SELECT starts_on, ends_on, role FROM responsibility WHERE state_id = $1 AND id = $2',
  membership: 'SELECT is_head FROM membership WHERE state_id = $1 AND id = $2',
  succession:
    'SELECT succession_state, kind, person_id, reason, decided_at FROM recommendation_succession WHERE state_id = $1 AND id = $2',
  dead_letter:
    'SELECT delivery_state, set_aside_at, set_aside_reason FROM message WHERE state_id = $1 AND id = $2',
};

const ACTS: readonly [string, UndoKind, string, () => Promise<Act>][] = [
  [
    'saying that an action is done',
    'action',
    'action.done',
    async () => {
      const id = await planned();
      const done = { doneOn: TODAY, reason: 'It works' };
      return { id, act: () => ground.tracking.recordAction.finish(peru.state, id, done, byState()) };
    },
  ],
  [
    'taking an action up again',
    'action',
    'action.reopened',
    async () => {
      const id = await planned();
      const { recordAction } = ground.tracking;
      await recordAction.finish(peru.state, id, { doneOn: '2026-11-20', reason: 'It works' }, byState());
      const again = { doneOn: null, reason: 'Not yet' };
      return { id, act: () => recordAction.finish(peru.state, id, again, byState()) };
    },
  ],
  [
    'giving an action up',
    'action',
    'action.cancelled',
    async () => {
      const id = await planned();
      const why = { reason: 'No budget' };
      return { id, act: () => ground.tracking.recordAction.cancel(peru.state, id, why, byState()) };
    },
  ],
  [
    'withdrawing evidence',
    'evidence',
    'evidence.withdrawn',
    async () => {
      const { giveEvidence } = ground.tracking;
      const id = await giveEvidence.giveLink(peru.state, 'opsc-1-8', LINK, byState());
      return { id, act: () => giveEvidence.withdraw(peru.state, id, { reason: 'Wrong decree' }, byState()) };
    },
  ],
  [
    'answering a request',
    'information_request',
    'information_request.answered',
    async () => {
      const id = await request();
      return { id, act: () => ground.tracking.askForInformation.answer(peru.state, id, ANSWER, byState()) };
    },
  ],
  [
    'closing a request',
    'information_request',
    'information_request.closed',
    async () => {
      const id = await request();
      await ground.tracking.askForInformation.answer(peru.state, id, ANSWER, byState());
      return { id, act: () => ground.tracking.askForInformation.close(peru.state, id, null, byState()) };
    },
  ],
  [
    'withdrawing a request',
    'information_request',
    'information_request.withdrawn',
    async () => {
      const id = await request();
      return {
        id,
        act: () => ground.tracking.askForInformation.withdraw(peru.state, id, 'Twice', byState()),
      };
    },
  ],
  [
    'ending a responsibility',
    'responsibility',
    'responsibility.ended',
    async () => {
      const { id } = await one<{ id: number }>(`SELECT id FROM responsibility WHERE state_id = $1 LIMIT 1`);
      const end = { lastDay: TODAY, reason: 'Decree' };
      const by = { personId, role: 'secretariat' } as const;
      return { id, act: () => ground.tracking.assignResponsibility.end(peru.state, id, end, by) };
    },
  ],
  [
    'marking the head of an institution',
    'membership',
    'membership.head_marked',
    async () => {
      const email = `head-${ground.clock.now()}@mimp.example`;
      const head = await peru.addPerson(email, 'focal_point', ministry);
      const { id } = await one<{ id: number }>(
        'SELECT id FROM membership WHERE state_id = $1 AND person_id = $2',
        [head],
      );
      const by = { personId, role: 'secretariat', reason: 'Appointed' } as const;
      return { id, act: () => ground.tracking.markHead.mark(peru.state, id, true, by) };
    },
  ],
  ...(['confirmed', 'rejected'] as const).map((state): [string, UndoKind, string, () => Promise<Act>] => [
    `a verdict on a suggested pair: ${state}`,
    'succession',
    `succession.${state}`,
    async () => {
      await ground.rows(
        peru.state.id,
        `DELETE FROM recommendation_succession WHERE state_id = $1 RETURNING id`,
        [peru.state.id],
      );
      const id = await suggestedPair();
      const by = { personId, role: 'secretariat' } as const;
      const verdict = { state, kind: 'dropped', reason: 'Read both', by } as const;
      return { id, act: () => ground.tracking.decideSuccession.decide(peru.state, id, verdict) };
    },
  ]),
  [
    'setting a dead letter aside',
    'dead_letter',
    'dead_letter.set_aside',
    async () => {
      const id = await deadLetter();
      const wish = { decision: 'set_aside', reason: 'Wrong address' } as const;
      const by = { personId, role: 'operator' } as const;
      return { id, act: () => ground.tracking.deadLetters.decide(peru.state, id, wish, by) };
    },
  ],
];

const undo = (kind: UndoKind, id: number, who = personId, actor: AuditActor = 'secretariat') =>
  ground.tracking.undoAct.undo(peru.state, { kind, id }, { personId: who, actor });

describe.each(ACTS)('%s', (_, kind, action, make) => {
  it('is undone to where it stood, once, with both acts in the trail; and can be done anew', async () => {
    const { id, act } = await make();
    const stands = () => one(STANDS[kind], [id]);
    const before = await stands();
    await act();
    expect(await stands()).not.toEqual(before);
    ground.clock.advance(HELD_MS - 1);
    await undo(kind, id);
    expect(await stands()).toEqual(before);
    const trail = await ground.rows<{ action: string; who: number; undone: string | null }>(
      peru.state.id,
      `SELECT action, person_id AS who, after->>'undone' AS undone FROM audit_entry WHERE state_id = $1 ORDER BY position DESC LIMIT 2`,
      [peru.state.id],
    );
    expect(trail).toEqual([
      { action: 'change.undone', who: personId, undone: action },
      { action, who: personId, undone: null },
    ]);
    await expect(undo(kind, id)).rejects.toMatchObject({ code: 'undo.nothing', kind: 'conflict' });
    await act();
    await undo(kind, id);
    expect(await stands()).toEqual(before);
  });

  it('is refused to somebody else and once its time is over, and then stays as it was done', async () => {
    const { id, act } = await make();
    await act();
    const before = await fingerprint(ground, peru.state);
    await expect(undo(kind, id, colleague)).rejects.toMatchObject({ code: 'undo.not_yours' });
    ground.clock.advance(HELD_MS);
    await expect(undo(kind, id)).rejects.toMatchObject({ code: 'undo.too_late' });
    expect(await fingerprint(ground, peru.state)).toEqual(before);
    // The next one begins with what goes on.
    if (kind === 'responsibility')
      await ground.rows(
        peru.state.id,
        'UPDATE responsibility SET ends_on = NULL WHERE state_id = $1 RETURNING id',
        [peru.state.id],
      );
  });
});

describe('what has left the house', () => {
  it('is not undone: a published question', async () => {
    const id = await request();
    await ground.tracking.askForInformation.publish(peru.state, id, 'question', byState());
    await expect(undo('information_request', id)).rejects.toMatchObject({ code: 'undo.moved_on' });
  });

  it('is looked for by its number, and there is nothing to undo where there is no such thing', async () => {
    await expect(undo('dead_letter', 2_147_483_000)).rejects.toMatchObject({ code: 'undo.nothing' });
  });
});
