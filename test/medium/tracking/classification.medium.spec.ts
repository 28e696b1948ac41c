import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLASSIFICATION_ASPECTS, classificationName, parseSearch, readClassification } from '#domain';
import type { Classification } from '#domain';
import { suggestClassifications } from '#ingest';
import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { SAMPLE, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const OPSC = 'crc-c-opsc-per-co-1';

let ground: TrackingGround;
let peru: State;
let secretariat: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  peru = await loadPeru(ground);
  [{ id: secretariat }] = (await ground.rows<{ id: number }>(
    peru.id,
    `SELECT person_id AS id FROM membership WHERE state_id = $1 AND role = 'secretariat'`,
    [peru.id],
  )) as [{ id: number }];
});

afterAll(() => ground.close());

const publicId = (code: string): Promise<string> =>
  ground
    .rows<{ id: string }>(
      peru.id,
      `SELECT public_id AS id FROM recommendation WHERE state_id = $1 AND code = $2`,
      [peru.id, code],
    )
    .then(([row]) => row?.id ?? '');

async function decide(
  code: string,
  names: string,
  verdict: 'confirmed' | 'dismissed',
  instead: string | null = null,
): Promise<void> {
  await ground.tracking.decideClassification.decide(peru, {
    recommendation: await publicId(code),
    values: names.split(' ').map((name) => readClassification(name) as Classification),
    verdict,
    instead,
    by: { personId: secretariat, role: 'secretariat' },
  });
}

async function standing(code: string): Promise<string[]> {
  const { standing: values } = await ground.tracking.readSuggestions.readItem(peru, await publicId(code));
  return values.map((one) => `${classificationName(one)} ${one.state}`);
}

async function confirmedInPublic(code: string): Promise<string[]> {
  const { classifications } = await ground.tracking.readPublicRecord.readRecommendation(
    peru,
    await publicId(code),
  );
  return classifications.map(classificationName);
}

const themeOf = async (code: string): Promise<string | null> => {
  const [row] = await ground.rows<{ theme: string | null }>(
    peru.id,
    `SELECT theme_code AS theme FROM recommendation WHERE state_id = $1 AND code = $2`,
    [peru.id, code],
  );
  return row?.theme ?? null;
};

describe('the vocabularies', () => {
  it('hold every value that the rules can suggest', async () => {
    const values = new Set((await ground.tracking.readSuggestions.listValues()).map(classificationName));
    const kinds = new Set(['structural', 'process', 'outcome', 'data', 'budget', 'prosecutions']);
    const { items } = await ground.tracking.readSuggestions.readDocument(peru, OPSC, {
      undecided: false,
      after: null,
      limit: 100,
    });
    const suggested = items.flatMap(({ item }) => suggestClassifications(item.reading));
    expect(new Set(suggested.map(({ aspect }) => aspect))).toEqual(new Set(CLASSIFICATION_ASPECTS));
    expect(suggested.filter((one) => !values.has(classificationName(one)) && !kinds.has(one.code))).toEqual(
      [],
    );
  });
});

describe('the suggestions of a document', () => {
  const page = (undecided: boolean, after: number | null, limit: number) =>
    ground.tracking.readSuggestions.readDocument(peru, OPSC, { undecided, after, limit });

  it('come page by page, each recommendation once and in order', async () => {
    const seen: string[] = [];
    let after: number | null = null;
    do {
      const { items, next } = await page(false, after, 7);
      seen.push(...items.map(({ item }) => item.code));
      after = next;
    } while (after !== null);
    const rows = await ground.rows<{ code: string }>(
      peru.id,
      `SELECT r.code FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
       WHERE r.state_id = $1 AND d.slug = $2 ORDER BY r.position`,
      [peru.id, OPSC],
    );
    expect(seen).toEqual(rows.map(({ code }) => code));
  });

  it('say how far into the document a page reaches', async () => {
    const first = await page(false, null, 7);
    expect(first.progress).toEqual({ through: 7, of: 33 });
    expect((await page(false, first.next, 7)).progress).toEqual({ through: 14, of: 33 });
    expect((await page(false, null, 100)).progress).toEqual({ through: 33, of: 33 });
  });

  it('are those of the recommendations that hold what is searched for', async () => {
    const query = parseSearch('budget');
    const { items } = await ground.tracking.readSuggestions.readDocument(peru, OPSC, {
      undecided: false,
      ...(query ? { search: { query, language: 'en' } } : {}),
      after: null,
      limit: 100,
    });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(33);
    for (const { item } of items) expect(JSON.stringify(item)).toMatch(/budget/i);
  });

  it('leave out, where that is asked, what nothing of waits any more', async () => {
    const { standing: values } = await ground.tracking.readSuggestions.readItem(peru, await publicId('22'));
    const waiting = values.filter(({ state }) => state === 'undecided').map(classificationName);
    expect(waiting.length).toBeGreaterThan(0);
    await decide('22', waiting.join(' '), 'dismissed');
    const undecided: string[] = [];
    let after: number | null = null;
    do {
      const { items, next } = await page(true, after, 5);
      undecided.push(...items.map(({ item }) => item.code));
      after = next;
    } while (after !== null);
    expect(undecided).not.toContain('22');
    expect(undecided).toContain('24');
  });

  it('are not of a document that is not there', async () => {
    await expect(
      ground.tracking.readSuggestions.readDocument(peru, 'nothing', {
        undecided: false,
        after: null,
        limit: 5,
      }),
    ).rejects.toMatchObject({ code: 'document.unknown' });
  });
});

describe('a decision', () => {
  it('makes a value public, which a suggestion alone never is', async () => {
    expect(await standing('24')).toContain('sdg_target:16.2 undecided');
    expect(await confirmedInPublic('24')).toEqual([]);
    await decide('24', 'sdg_target:16.2 affected_group:children', 'confirmed');
    expect(await standing('24')).toContain('sdg_target:16.2 confirmed');
    expect(await confirmedInPublic('24')).toEqual(['affected_group:children', 'sdg_target:16.2']);
  });

  it('can be taken back, and then nobody sees it', async () => {
    await decide('24', 'sdg_target:16.2', 'dismissed');
    expect(await confirmedInPublic('24')).toEqual(['affected_group:children']);
  });

  it('is kept with the words that the rules had gone by, also after another one', async () => {
    const rows = await ground.rows<{ verdict: string; words: { words: string }[] }>(
      peru.id,
      `SELECT verdict, words FROM classification_decision
       WHERE state_id = $1 AND recommendation_public_id = $2 AND code = '16.2' ORDER BY id`,
      [peru.id, await publicId('24')],
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['confirmed', 'dismissed']);
    expect(rows[0]?.words.map(({ words }) => words)).toContain('sale of children');
  });

  it('is written again by nobody: the application may only add', async () => {
    await expect(
      ground.record.runState(peru.id, (sql) =>
        sql.execute(`UPDATE classification_decision SET verdict = 'confirmed' WHERE state_id = $1`, [
          peru.id,
        ]),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('permission denied') as unknown as string });
  });

  it('changes nothing where it says what stands already', async () => {
    const count = () =>
      ground.rows(
        peru.id,
        `SELECT 1 FROM audit_entry WHERE state_id = $1 AND action = 'classification.decided'`,
        [peru.id],
      );
    const before = (await count()).length;
    await decide('24', 'affected_group:children', 'confirmed');
    expect(await count()).toHaveLength(before);
  });

  it('puts another value in the place of one, and lists go by it', async () => {
    expect(await themeOf('12')).toBe('coordination');
    await decide('12', 'theme:coordination', 'confirmed', 'resources');
    expect(await themeOf('12')).toBe('resources');
    expect(await standing('12')).toEqual(
      expect.arrayContaining(['theme:coordination dismissed', 'theme:resources confirmed']),
    );
  });

  it('may add what no rule suggests', async () => {
    await decide('12', 'affected_group:indigenous', 'confirmed');
    expect(await confirmedInPublic('12')).toContain('affected_group:indigenous');
  });

  it.each([
    ['theme:nothing', null, 'classification.value'],
    ['indicator_class:budget', null, 'classification.value'],
    ['theme:data', 'data', 'classification.instead'],
    ['theme:data theme:policy', 'training', 'classification.instead'],
  ])('on %s instead of which %s is right is refused', async (names, instead, code) => {
    await expect(decide('8', names, 'confirmed', instead)).rejects.toMatchObject({ code });
  });

  it('is refused on a value that is no longer valid', async () => {
    await expect(
      openTrackingGround('2031-02-01T15:00:00Z').then(async (later) => {
        try {
          const { state } = await WatchedState.create(later, 'PER');
          const [{ id }] = (await later.rows<{ id: string }>(
            state.id,
            `SELECT public_id AS id FROM recommendation WHERE state_id = $1`,
            [state.id],
          )) as [{ id: string }];
          await later.tracking.decideClassification.decide(state, {
            recommendation: id,
            values: [{ aspect: 'sdg_target', code: '16.2' }],
            verdict: 'confirmed',
            instead: null,
            by: { personId: 1, role: 'secretariat' },
          });
        } finally {
          await later.close();
        }
      }),
    ).rejects.toMatchObject({ code: 'classification.value' });
  });
});

describe('what was decided of a document', () => {
  it('still holds when the document goes and is read again', async () => {
    const fresh = await openTrackingGround('2026-06-30T15:00:00Z');
    try {
      const watched = await WatchedState.create(fresh, 'PER');
      const { state } = watched;
      const personId = await watched.addPerson('secretariat@example.org', 'secretariat', null);
      const ingest = async (): Promise<string> => {
        const bytes = await readFile(join('samples', SAMPLE));
        const ingested = await fresh.tracking.ingestDocument.ingest(
          state,
          { name: SAMPLE, bytes },
          { dryRun: false },
        );
        return ingested.outcome;
      };
      const themes = () =>
        fresh.rows<{ code: string; theme: string | null }>(
          state.id,
          `SELECT code, theme_code AS theme FROM recommendation WHERE state_id = $1 AND theme_code IS NOT NULL AND public_id LIKE 'crc%' ORDER BY position`,
          [state.id],
        );
      await ingest();
      expect(await themes()).toEqual([]);
      const [found] = await fresh.rows<{ id: string }>(
        state.id,
        `SELECT public_id AS id FROM recommendation WHERE state_id = $1 AND code = '30'`,
        [state.id],
      );
      await fresh.tracking.decideClassification.decide(state, {
        recommendation: found?.id ?? '',
        values: [
          { aspect: 'theme', code: 'jurisdiction' },
          { aspect: 'indicator_track', code: 'prosecutions' },
        ],
        verdict: 'confirmed',
        instead: null,
        by: { personId, role: 'secretariat' },
      });
      await fresh.record.runState(state.id, (sql) =>
        sql.execute(`DELETE FROM document WHERE state_id = $1 AND slug = $2`, [state.id, OPSC]),
      );
      expect(await ingest()).toBe('saved');
      expect(await themes()).toEqual([{ code: '30', theme: 'jurisdiction' }]);
      const { classifications } = await fresh.tracking.readPublicRecord.readRecommendation(
        state,
        found?.id ?? '',
      );
      expect(classifications.map(classificationName).sort()).toEqual([
        'indicator_track:prosecutions',
        'theme:jurisdiction',
      ]);
    } finally {
      await fresh.close();
    }
  });
});
