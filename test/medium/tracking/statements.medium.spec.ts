import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { parseSearch } from '#domain';
import type { StatementFilter } from '#persistence';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const WISH = {
  language: 'es',
  title: 'Nueve años después',
  text: 'Falta contar.\n\nNadie cuenta.',
  otherTitle: null,
  otherText: null,
  datedOn: '2026-11-20',
  recommendations: ['opsc-1-8'],
  correction: null,
} as const;
const ALL: StatementFilter = { recommendation: null, before: null, limit: 20 };
const by = { personId: null, role: 'ombudsperson', ownInstitution: null, institution: 'DP' } as const;

let ground: TrackingGround;
let peru: WatchedState;
let chile: WatchedState;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-27T15:00:00Z');
  peru = await WatchedState.create(ground);
  chile = await WatchedState.create(ground, 'CHL');
  await peru.addInstitution('DP', []);
  await peru.lead(await peru.addInstitution('MIMP', []));
});

afterAll(() => ground?.close());

const begin = (
  wish: Partial<Parameters<typeof ground.tracking.makeStatement.begin>[1]> = {},
  corrects: number | null = null,
) => ground.tracking.makeStatement.begin(peru.state, { ...WISH, ...wish }, corrects, by);
const publish = (draft: number, read = 1) =>
  ground.tracking.makeStatement.publish(peru.state, draft, read, by);
const read = (id: number) => ground.tracking.readStatements.read(peru.state, id);
const listed = async (filter: Partial<StatementFilter> = {}, of = peru) =>
  (await ground.tracking.readStatements.list(of.state, { ...ALL, ...filter })).statements;
const refused = (code: string) => ({ code: `statement.${code}` });

describe('a statement of the ombudsperson', () => {
  let statement = 0;

  it('is read by nobody until it is published as it was read', async () => {
    const draft = await begin();
    expect(await listed()).toEqual([]);
    const kept = (await ground.tracking.readStatements.readDraft(peru.state, draft)).draft;
    await expect(read(kept.statementId)).rejects.toMatchObject(refused('unknown'));
    const { makeStatement } = ground.tracking;
    await makeStatement.save(peru.state, draft, 1, { ...WISH, title: 'Diez años después' }, by);
    await expect(makeStatement.save(peru.state, draft, 1, WISH, by)).rejects.toMatchObject(
      refused('changed'),
    );
    await expect(publish(draft, 1)).rejects.toMatchObject(refused('changed'));
    statement = await publish(draft, 2);
    expect(await listed()).toMatchObject([
      {
        id: statement,
        number: 1,
        institution: { code: 'DP' },
        texts: [{ language: 'es', title: 'Diez años después', text: WISH.text }],
        datedOn: '2026-11-20',
        publishedOn: '2026-11-27',
        withdrawnOn: null,
        recommendations: [{ publicId: 'opsc-1-8', code: '8' }],
      },
    ]);
    expect((await ground.tracking.readStatements.listDrafts(peru.state)).drafts).toEqual([]);
    await expect(publish(draft, 2)).rejects.toMatchObject(refused('unknown'));
  });

  it('is found by a word of it, and by the recommendation that it speaks of, in its State alone', async () => {
    const whole = await publish(
      await begin({ title: 'Sobre todo', recommendations: [], datedOn: '2026-11-26' }),
    );
    expect((await listed()).map(({ id }) => id)).toEqual([whole, statement]);
    expect((await listed({ recommendation: 'opsc-1-8' })).map(({ id }) => id)).toEqual([statement]);
    expect((await listed({ before: ['2026-11-26', whole] })).map(({ id }) => id)).toEqual([statement]);
    const search = { query: parseSearch('diez')!, language: 'es' };
    expect((await listed({ search })).map(({ id }) => id)).toEqual([statement]);
    expect(await listed({}, chile)).toEqual([]);
    await expect(ground.tracking.readStatements.read(chile.state, statement)).rejects.toMatchObject(
      refused('unknown'),
    );
  });

  it('is corrected by a version that says so, one at a time, and the one before stays to be read', async () => {
    await expect(begin({}, statement)).rejects.toMatchObject(refused('correction'));
    const correction = await begin({ title: 'Nueve', correction: 'Eran nueve' }, statement);
    await expect(begin({ correction: 'Otra' }, statement)).rejects.toMatchObject(refused('draft_exists'));
    expect((await read(statement)).earlier).toEqual([]);
    expect(await publish(correction)).toBe(statement);
    expect(await read(statement)).toMatchObject({
      statement: { number: 2, correction: 'Eran nueve', texts: [{ title: 'Nueve' }] },
      earlier: [{ number: 1, correction: null, texts: [{ title: 'Diez años después' }] }],
    });
    expect((await listed({ recommendation: 'opsc-1-8' })).map(({ number }) => number)).toEqual([2]);
  });

  it('is never changed once it is public, by whoever asks the database', async () => {
    const { id } = peru.state;
    const changed = (text: string) =>
      ground.rows<{ id: number }>(id, `${text} RETURNING statement_version.id`, [id]);
    expect(await changed(`UPDATE statement_version SET title = 'X' WHERE state_id = $1`)).toEqual([]);
    expect(await changed(`DELETE FROM statement_version WHERE state_id = $1`)).toEqual([]);
    expect(await ground.rows(id, `DELETE FROM statement WHERE state_id = $1 RETURNING id`, [id])).toEqual([]);
    expect(
      await ground.rows(id, `DELETE FROM statement_recommendation WHERE state_id = $1 RETURNING version_id`, [
        id,
      ]),
    ).toEqual([]);
    await expect(
      ground.rows(
        id,
        `INSERT INTO statement_recommendation (state_id, version_id, recommendation_id)
         SELECT $1, v.id, r.id FROM statement_version v, recommendation r
         WHERE v.state_id = $1 AND r.state_id = $1 AND NOT EXISTS (SELECT FROM statement_recommendation l WHERE l.state_id = $1 AND l.version_id = v.id)`,
        [id],
      ),
    ).rejects.toThrow();
  });

  it('is in the feed of what changed, and in that of its recommendation, with its correction', async () => {
    const of = async (topic: { kind: 'recommendation'; key: string } | null) =>
      (await ground.tracking.readPublicChanges.read('PER', topic)).changes
        .filter(({ kind }) => kind === 'statement')
        .map((change) => ('number' in change ? [change.title, change.number] : []));
    expect(await of(null)).toEqual(
      expect.arrayContaining([
        ['Sobre todo', 1],
        ['Nueve', 2],
        ['Diez años después', 1],
      ]),
    );
    expect(await of({ kind: 'recommendation', key: 'opsc-1-8' })).toEqual([
      ['Nueve', 2],
      ['Diez años después', 1],
    ]);
  });

  it('leaves its title, its day and the reason when it is withdrawn, and no word of any version', async () => {
    const { makeStatement } = ground.tracking;
    await makeStatement.withdraw(peru.state, statement, 'Se escribió antes de leer', by);
    expect(await read(statement)).toEqual({
      today: '2026-11-27',
      statement: expect.objectContaining({
        texts: [{ language: 'es', title: 'Nueve', text: null }],
        correction: null,
        datedOn: '2026-11-20',
        withdrawnOn: '2026-11-27',
        withdrawnReason: 'Se escribió antes de leer',
      }),
      earlier: [],
    });
    const search = { query: parseSearch('contar')!, language: 'es' };
    expect((await listed({ search })).map(({ id }) => id)).not.toContain(statement);
    await expect(makeStatement.withdraw(peru.state, statement, 'x', by)).rejects.toMatchObject(
      refused('withdrawn'),
    );
    await expect(begin({ correction: 'x' }, statement)).rejects.toMatchObject(refused('withdrawn'));
  });

  it('is thrown away as long as it is a draft, and its correction without it', async () => {
    const { makeStatement, readStatements } = ground.tracking;
    const draft = await begin();
    const { statementId } = (await readStatements.readDraft(peru.state, draft)).draft;
    await makeStatement.discard(peru.state, draft, by);
    await expect(begin({ correction: 'x' }, statementId)).rejects.toMatchObject(refused('unknown'));
    const kept = await publish(await begin());
    await makeStatement.discard(peru.state, await begin({ correction: 'x' }, kept), by);
    expect((await read(kept)).statement).toMatchObject({ number: 1, withdrawnOn: null });
  });

  it('holds nothing that points at a person, and no day to come, and speaks of what is followed', async () => {
    await expect(begin({ text: 'Escriba a ana@per.example' })).rejects.toMatchObject(
      refused('personal_data'),
    );
    await expect(begin({ datedOn: '2026-11-28' })).rejects.toMatchObject(refused('day'));
    await expect(begin({ otherTitle: 'Nine' })).rejects.toMatchObject(refused('other'));
    await expect(begin({ recommendations: ['none'] })).rejects.toMatchObject(
      refused('recommendation_unknown'),
    );
  });
});
