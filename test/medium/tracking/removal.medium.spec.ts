import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, loadPeru, openTrackingGround, rowCounts } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('a demonstration State, as a newcomer finds it', () => {
  let ground: TrackingGround;
  let peru: State;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    peru = await loadPeru(ground);
  });

  afterAll(() => ground.close());

  it.each<[room: string, query: string, found: readonly string[]]>([
    [
      'submissions in every state, in both languages',
      `SELECT DISTINCT s.submission_state || ' ' || t.language AS found FROM submission s
       JOIN submission_text t ON t.state_id = s.state_id AND t.submission_id = s.id ORDER BY 1`,
      ['accepted', 'draft', 'returned', 'submitted'].flatMap((state) => [`${state} en`, `${state} es`]),
    ],
    [
      'a contribution of civil society that is published',
      `SELECT DISTINCT author_kind AS found FROM public_contribution ORDER BY 1`,
      ['civil_society'],
    ],
    [
      'actions that are done, under way and planned',
      `SELECT CASE WHEN done_on IS NOT NULL THEN 'done' WHEN planned_start_on <= '2026-06-15' THEN 'under way' ELSE 'planned' END AS found
       FROM action ORDER BY 1`,
      ['done', 'planned', 'under way'],
    ],
    [
      'evidence as link and file, public and private',
      `SELECT kind || ' ' || published AS found FROM evidence ORDER BY 1`,
      ['file false', 'file true', 'link true'],
    ],
  ])('has %s', async (_, query, found) => {
    const rows = await ground.rows<{ found: string }>(peru.id, query);
    expect(rows.map((row) => row.found)).toEqual(found);
  });

  it('says of everything invented there that it is of the demonstration', async () => {
    const rows = await ground.rows<{ text: string }>(
      peru.id,
      `SELECT title AS text FROM action UNION ALL SELECT description FROM action
       UNION ALL SELECT text FROM submission_text UNION ALL SELECT organisation FROM submission WHERE organisation IS NOT NULL
       UNION ALL SELECT reason FROM submission_history WHERE reason IS NOT NULL
       UNION ALL SELECT title FROM evidence WHERE url IS DISTINCT FROM 'https://undocs.org/CRC/C/PER/6-7'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ text }) => text).filter((text) => !/demostración|demonstration/i.test(text))).toEqual(
      [],
    );
  });

  it('writes to nobody when it is loaded', async () => {
    expect(await ground.rows(peru.id, 'SELECT 1 FROM message')).toEqual([]);
  });
});

describe('removing the demonstration State', () => {
  let ground: TrackingGround;
  let peru: State;
  let neighbour: WatchedState;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    peru = await loadPeru(ground);
    neighbour = await WatchedState.create(ground, 'CHL');
    await neighbour.addInstitution('SENAME', ['owner@sename.example']);
    await liveThrough(ground, peru, '2026-06-15');
    // A demonstration in use: somebody has signed in.
    const [person] = await ground.record.runState(peru.id, () =>
      ground.tracking.people.listOneOfEachRole(peru.id),
    );
    const { session } = await ground.tracking.signInLinks.exchangeLink(
      await ground.tracking.signInLinks.createLink(person?.id ?? 0),
    );
    expect(session.token).not.toBe('');
  });

  afterAll(() => ground.close());

  it('leaves no row of the State and no invented person, and keeps everybody else', async () => {
    const before = await rowCounts(ground, peru);
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(25);
    const lived = ['action', 'evidence', 'evidence_file', 'submission', 'submission_text', 'period_lock'];
    expect(lived.filter((table) => !before[table])).toEqual([]);
    const kept = await rowCounts(ground, neighbour.state);

    await ground.tracking.states.removeDemonstration(peru.id);

    const after = await rowCounts(ground, peru);
    expect(Object.entries(after).filter(([, count]) => count > 0)).toEqual([]);
    expect(await rowCounts(ground, neighbour.state)).toEqual(kept);
    const people = await ground.record.runShared((sql) =>
      sql.rows<{ email: string }>('SELECT email FROM person ORDER BY email'),
    );
    expect(people).toEqual([{ email: 'owner@sename.example' }]);
    for (const table of ['session', 'sign_in_link'])
      expect(await ground.record.runShared((sql) => sql.rows(`SELECT 1 FROM ${table}`))).toEqual([]);
  });

  it('can be loaded again afterwards, as on a first start', async () => {
    const again = await loadPeru(ground);
    expect(await rowCounts(ground, again)).toMatchObject({ document: 2, recommendation: 33, alert: 0 });
  });

  it('is loaded once only, however often it starts', async () => {
    const state = await ground.tracking.states.getState('PER');
    const before = await rowCounts(ground, state);
    await loadPeru(ground);
    expect(await rowCounts(ground, state)).toEqual(before);
  });
});
