import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Assessor, Openness } from '#domain';
import { parseSearch } from '#domain';
import type { Assessment, AssessmentWish, DecidedBy, State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { addTwoCycles } from '../../support/cycle-changes.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const TODAY = '2026-06-30';
const ITEM = 'opsc-1-8';
const ALL = {
  search: null,
  language: 'en',
  assessor: null,
  grade: null,
  document: null,
  recommendation: null,
  before: null,
  limit: 500,
} as const;
const LONG = 'The register is kept on paper in three regions, which the indicator does not count.';

let ground: TrackingGround;
let peru: WatchedState;
let state: State;
let secretariat: DecidedBy;
let ombudsperson: DecidedBy;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await WatchedState.create(ground);
  state = peru.state;
  const institution = await peru.addInstitution('MIMP', []);
  await peru.lead(institution);
  secretariat = { personId: await peru.addPerson('s@per.example', 'secretariat', null), role: 'secretariat' };
  ombudsperson = {
    personId: await peru.addPerson('o@per.example', 'ombudsperson', null),
    role: 'ombudsperson',
  };
  await addTwoCycles(ground, state, 'cat');
});

afterAll(() => ground?.close());

const wish = (change: Partial<AssessmentWish> = {}): AssessmentWish => ({
  assessor: 'state',
  scale: null,
  grade: 'begun',
  assessedOn: '2026-06-01',
  text: 'A law is being drafted.',
  language: 'en',
  symbol: null,
  paragraph: null,
  source: null,
  openness: 'published',
  supersedes: null,
  reason: null,
  ...change,
});
const add = (change: Partial<AssessmentWish> = {}, by = secretariat, item = ITEM): Promise<number> =>
  ground.tracking.recordAssessment.add(state, item, wish(change), by);
const published = async (): Promise<readonly Assessment[]> =>
  (await ground.tracking.readAssessments.list(state, ALL)).items;
const said = async (id: number): Promise<Assessment | undefined> =>
  (await published()).find((one) => one.id === id);

describe('assessments', () => {
  it('of the three are kept apart: nobody assesses in the name of another', async () => {
    await expect(add({ assessor: 'state' }, ombudsperson)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(add({ assessor: 'committee' }, ombudsperson)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(add({ assessor: 'ombudsperson' })).rejects.toMatchObject({ code: 'assessment.not_yours' });
  });

  it('of a committee are recorded from a document with symbol and paragraph, on its scale', async () => {
    const cited = { assessor: 'committee', grade: 'initial_steps', assessedOn: '2021-05-14' } as const;
    await expect(add(cited, secretariat, 'cat-2.8')).rejects.toMatchObject({ code: 'assessment.citation' });
    const id = await add({ ...cited, symbol: 'CAT/C/70/3', paragraph: '12' }, secretariat, 'cat-2.8');
    expect(await said(id)).toMatchObject({
      assessor: 'committee',
      graded: { scale: 'cat_1', mechanism: 'CAT', grade: 'initial_steps' },
      symbol: 'CAT/C/70/3',
      paragraph: '12',
    });
  });

  it('refuse a grade outside the scale that is valid on its day, and name the scale and its grades', async () => {
    const grade = {
      assessor: 'committee',
      grade: 'B2',
      assessedOn: '2021-05-14',
      symbol: 'CAT/C/70/3',
      paragraph: '1',
    };
    await expect(add(grade as Partial<AssessmentWish>, secretariat, 'cat-2.8')).rejects.toMatchObject({
      code: 'assessment.grade',
      message: expect.stringMatching(
        /valid on 2021-05-14: Committee against Torture.*\(cat_1\): substantive, initial_steps, not_implemented, counteracted/,
      ),
    });
  });

  it('of a committee without a scale stand without a grade, and with the words alone', async () => {
    const words = {
      assessor: 'committee',
      symbol: 'CRC/C/PER/CO/6-7',
      paragraph: '5',
      assessedOn: '2025-01-31',
    } as const;
    await expect(add({ ...words, grade: 'A' })).rejects.toMatchObject({
      message: expect.stringContaining('CRC had no scale of grades'),
    });
    const id = await add({ ...words, grade: null, text: 'The Committee reiterates its recommendation.' });
    expect(await said(id)).toMatchObject({
      graded: null,
      text: 'The Committee reiterates its recommendation.',
    });
  });

  it('lie between the adoption of the document and today', async () => {
    await expect(add({ assessedOn: '2026-07-01' })).rejects.toMatchObject({ code: 'assessment.day' });
    await expect(add({ assessedOn: '2015-12-31' })).rejects.toMatchObject({ code: 'assessment.day' });
  });

  it('hold nothing that points at a person', async () => {
    await expect(add({ text: 'Write to ana.quispe@mimp.gob.pe' })).rejects.toMatchObject({
      code: 'assessment.personal_data',
    });
  });

  it('of the ombudsperson may be confidential: nobody else reads them, not even in the audit', async () => {
    const id = await add(
      { assessor: 'ombudsperson', openness: 'confidential', grade: 'reversed', text: 'Kept to ourselves.' },
      ombudsperson,
    );
    expect(await said(id)).toBeUndefined();
    const { items } = await ground.tracking.readAssessments.listOwn(state, ALL);
    expect(items.find((one) => one.id === id)).toMatchObject({
      publishedOn: null,
      text: 'Kept to ourselves.',
    });
    const entries = await ground.rows<{ after: string }>(
      state.id,
      `SELECT after::text AS after FROM audit_entry WHERE after ->> 'assessment' = $1`,
      [String(id)],
    );
    expect(entries.map(({ after }) => after).join()).not.toMatch(/reversed|Kept to ourselves/);
    await ground.tracking.recordAssessment.publish(state, id, ombudsperson);
    expect(await said(id)).toMatchObject({ publishedOn: TODAY });
    await expect(add({ openness: 'confidential' })).rejects.toMatchObject({ code: 'assessment.public_only' });
  });

  it('are not withdrawn in silence: they stay to be read with the reason', async () => {
    const id = await add({ assessor: 'ombudsperson' }, ombudsperson);
    await ground.tracking.recordAssessment.withdraw(
      state,
      id,
      'The visit was to another prison',
      ombudsperson,
    );
    expect(await said(id)).toMatchObject({
      text: 'A law is being drafted.',
      withdrawnOn: TODAY,
      withdrawnReason: 'The visit was to another prison',
    });
    await expect(
      ground.tracking.recordAssessment.withdraw(state, id, 'Again', ombudsperson),
    ).rejects.toMatchObject({ code: 'assessment.withdrawn' });
  });

  it('are corrected by a later one that says why, once, and in public where they were public', async () => {
    const first = await add({ assessor: 'ombudsperson' }, ombudsperson);
    const later = { assessor: 'ombudsperson', supersedes: first, reason: 'The figure was of 2024' } as const;
    await expect(add({ ...later, openness: 'confidential' }, ombudsperson)).rejects.toMatchObject({
      code: 'assessment.supersede_open',
    });
    await expect(add({ ...later, reason: null }, ombudsperson)).rejects.toMatchObject({
      code: 'assessment.supersede_reason',
    });
    await expect(add({ supersedes: first, reason: 'Not ours' })).rejects.toMatchObject({
      code: 'assessment.supersedes',
    });
    const second = await add(later, ombudsperson);
    expect(await said(first)).toMatchObject({ supersededBy: second });
    expect(await said(second)).toMatchObject({
      supersedes: first,
      supersedeReason: 'The figure was of 2024',
    });
    await expect(add(later, ombudsperson)).rejects.toMatchObject({ code: 'assessment.superseded' });
  });

  it('cannot be changed or deleted by the application, whatever it tries', async () => {
    for (const table of ['assessment', 'assessment_event', 'implementation_decision'])
      for (const attempt of [`UPDATE ${table} SET person_id = NULL`, `DELETE FROM ${table}`])
        await expect(ground.rows(state.id, attempt)).rejects.toThrow();
  });

  it('never change once they are public, whatever is recorded, published, superseded and withdrawn after', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add' as const, 'supersede' as const, 'publish' as const, 'withdraw' as const),
      assessor: fc.constantFrom<Assessor>('state', 'ombudsperson', 'committee'),
      openness: fc.constantFrom<Openness>('published', 'confidential'),
      grade: fc.constantFrom('done', 'begun', 'reversed'),
      pick: fc.nat(50),
    });
    const kept = (one: Assessment) =>
      JSON.stringify({ ...one, withdrawnOn: null, withdrawnReason: null, supersededBy: null });
    const { recordAssessment, readAssessments } = ground.tracking;
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const { kind, assessor, openness, grade, pick } of steps) {
          const before = await published();
          const own = (await readAssessments.listOwn(state, ALL)).items;
          const all = [...before, ...own];
          const target = all[pick % Math.max(all.length, 1)];
          const by = assessor === 'ombudsperson' ? ombudsperson : secretariat;
          const cited =
            assessor === 'committee' ? { grade: null, symbol: 'CRC/C/9', paragraph: '1' } : { grade };
          const work = {
            add: () => add({ assessor, openness, ...cited }, by),
            supersede: () =>
              add({ assessor, openness, ...cited, supersedes: target?.id ?? 1, reason: 'Corrected' }, by),
            publish: () => recordAssessment.publish(state, target?.id ?? 1, ombudsperson),
            withdraw: () => recordAssessment.withdraw(state, target?.id ?? 1, 'No longer so', ombudsperson),
          }[kind];
          await work().then(
            () => (changes += 1),
            (error: { code?: string }) => expect(error.code).toMatch(/^assessment\./),
          );
          const after = new Map((await published()).map((one) => [one.id, one]));
          for (const one of before) {
            const now = after.get(one.id);
            expect(now && kept(now)).toBe(kept(one));
            if (one.withdrawnOn !== null) expect(now?.withdrawnReason).toBe(one.withdrawnReason);
            if (one.supersededBy !== null) expect(now?.supersededBy).toBe(one.supersededBy);
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(changes).toBeGreaterThan(20);
  }, 120_000);

  it('are found by their words, their assessor, their grade and their document, a page at a time', async () => {
    const { readAssessments } = ground.tracking;
    const id = await add({
      text: 'Las comisarías llevan registros integrados.',
      language: 'es',
      grade: 'advanced',
    });
    const search = parseSearch('comisaria registro');
    const found = await readAssessments.list(state, { ...ALL, search, language: 'es' });
    expect(found.items.map((one) => one.id)).toEqual([id]);
    expect([...found.hits].sort()).toEqual(['comisarías', 'registros']);
    const graded = await readAssessments.list(state, { ...ALL, grade: 'advanced', assessor: 'state' });
    expect(graded.items.map((one) => one.id)).toEqual([id]);
    const ofCat = await readAssessments.list(state, { ...ALL, document: 'cat-2' });
    expect(new Set(ofCat.items.map((one) => one.item.publicId))).toEqual(new Set(['cat-2.8']));
    const all = await published();
    const [first, second] = all;
    const next = await readAssessments.list(state, { ...ALL, before: first?.id ?? 0, limit: 1 });
    expect(next.items.map((one) => one.id)).toEqual([second?.id]);
  });
});

describe('whether a recommendation is implemented', () => {
  const decide = (decision: 'implemented' | 'overridden' | 'reopened', reason = LONG) =>
    ground.tracking.decideImplementation.decide(
      state,
      ITEM,
      { decision, decidedOn: '2026-06-15', reason, language: 'en' },
      secretariat,
    );
  const status = async (): Promise<unknown> => {
    const [row] = await ground.rows(
      state.id,
      `SELECT status, status_parameters ->> 'on' AS on FROM recommendation WHERE public_id = $1`,
      [ITEM],
    );
    return row;
  };

  it('is refused with the list of what stands in the way while there is no evidence', async () => {
    await expect(decide('implemented')).rejects.toMatchObject({
      code: 'implementation.in_the_way',
      message: 'What stands in the way: no evidence that holds today stands behind it.',
      details: { inTheWay: ['no_evidence'] },
    });
  });

  it('can be decided against the rule for a reason that says something, which everybody reads', async () => {
    await expect(decide('overridden', 'Because we say so')).rejects.toMatchObject({
      code: 'implementation.short_reason',
    });
    await expect(decide('overridden', `${LONG} Ask ana.quispe@mimp.gob.pe.`)).rejects.toMatchObject({
      code: 'assessment.personal_data',
    });
    await decide('overridden');
    expect(await status()).toEqual({ status: 'implemented', on: '2026-06-15' });
    const { items } = await ground.tracking.readAssessments.listOverrides(state, {
      search: parseSearch('registers'),
      language: 'en',
      before: null,
      limit: 10,
    });
    expect(items).toMatchObject([
      { reason: LONG, inTheWay: [{ hindrance: 'no_evidence' }], evidence: 0, reopenedOn: null },
    ]);
  });

  it('is taken back only by a decision, and the override stays on its list', async () => {
    await expect(decide('implemented')).rejects.toMatchObject({ code: 'implementation.decided' });
    await decide('reopened', 'A new law ended it');
    expect(await status()).not.toMatchObject({ status: 'implemented' });
    await expect(decide('reopened')).rejects.toMatchObject({ code: 'implementation.not_decided' });
    const { items } = await ground.tracking.readAssessments.listOverrides(state, {
      search: null,
      language: 'en',
      before: null,
      limit: 10,
    });
    expect(items).toMatchObject([{ decision: 'overridden', reopenedOn: '2026-06-15' }]);
  });

  it('is decided by the rule once evidence that holds stands behind it, and shows beside it what fails later', async () => {
    const [evidence] = await ground.rows<{ id: number }>(
      state.id,
      `INSERT INTO evidence (state_id, recommendation_id, institution_id, language, title, kind, url, effective_on, published, recorded_at)
       SELECT $1, r.id, i.id, 'en', 'Decree', 'link', 'https://example.org/', '2026-01-01', true, now()
       FROM recommendation r, institution i WHERE r.public_id = $2 AND i.code = 'MIMP' RETURNING id`,
      [state.id, ITEM],
    );
    await expect(decide('overridden')).rejects.toMatchObject({ code: 'implementation.nothing_to_override' });
    await decide('implemented', 'The decree is in force');
    await ground.rows(
      state.id,
      `UPDATE evidence SET withdrawn_on = $2, withdrawal_reason = 'Wrong file' WHERE id = $1`,
      [evidence?.id, TODAY],
    );
    await ground.tracking.runSweep.run(state, { worker: 'test', again: true });
    expect(await status()).toMatchObject({ status: 'implemented' });
    const reading = await ground.tracking.readAssessments.readItem(state, ITEM, false);
    expect(reading.decisions.map(({ decision }) => decision)).toEqual([
      'implemented',
      'reopened',
      'overridden',
    ]);
    expect(reading.inTheWay).toMatchObject([{ hindrance: 'no_evidence' }]);
    expect(reading.beside).toMatchObject({ status: 'at_risk', reason: 'nobody_reachable' });
  });
});
