import {
  PublicFigureRepository,
  PublicRecommendationRepository,
  RecordDatabase,
  StateRepository,
} from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { saveOneOfEach } from '../../factories/one-of-each.js';
import { createTestDatabase, type TestDatabase } from '../../support/template-database.js';

let database: TestDatabase;
let record: RecordDatabase;
let stateId: number;
let documentId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  record = await RecordDatabase.open({ url: database.appUrl, poolSize: 2, publicPoolSize: 2 });
  const state = await new StateRepository(record).saveState({
    iso3: 'PER',
    name: { en: 'Peru', es: 'Perú' },
    timeZone: 'America/Lima',
    demonstration: false,
  });
  stateId = state.id;
  documentId = await saveOneOfEach(record, stateId);
});

afterAll(async () => {
  await record?.close();
  await database?.drop();
});

describe('the public side of a State', () => {
  it('shows the document with the names of its committee and instrument', async () => {
    const document = await new PublicRecommendationRepository(record).findDocument(stateId);
    expect(document).toMatchObject({
      slug: 'opsc-1',
      adoptedOn: '2016-01-29',
      mechanismName: { en: 'Committee on the Rights of the Child' },
      instrumentCode: 'CRC-OP-SC',
    });
  });

  it('shows a recommendation with its texts, its lead institution and what is due next', async () => {
    const repository = new PublicRecommendationRepository(record);
    const [recommendation] = await repository.listRecommendations(stateId, {
      documentId,
      institution: 'MININTER',
    });
    expect(recommendation).toMatchObject({
      publicId: '8-data',
      paragraph: 8,
      texts: { en: { text: 'Collect data.', title: 'Data' } },
      themeName: { en: 'Data collection' },
      lead: { code: 'MININTER' },
      dueCertainty: 'confirmed',
      dueOn: '2027-03-31',
    });
  });

  it('shows obligations, responsibilities, deadlines, paragraphs and references', async () => {
    const repository = new PublicRecommendationRepository(record);
    const [recommendation] = await repository.listRecommendations(stateId, { publicId: '8-data' });
    const ids = [recommendation!.id];
    expect(await repository.listObligations(stateId, ids)).toMatchObject([
      { kind: 'data_submission', submitted: false, institution: { code: 'MININTER' } },
    ]);
    expect(await repository.listResponsibilities(stateId, ids, '2026-11-01')).toMatchObject([
      { basis: 'now_responsible', role: 'lead' },
    ]);
    expect(await repository.listDocumentDeadlines(stateId, documentId)).toMatchObject([
      { purpose: 'next_report', certainty: 'estimated', dueYear: 2033 },
    ]);
    expect(await repository.findParagraph(stateId, recommendation!.paragraphId)).toMatchObject({
      number: 8,
      headings: ['II. General', 'B. Data'],
    });
    expect(await repository.listReferences(stateId, recommendation!.paragraphId)).toEqual({
      references: [{ symbol: 'CRC/C/156', printedAs: 'CRC/C/156', item: null }],
      articles: [{ instrument: 'CRC-OP-SC', article: '12' }],
    });
  });

  it('shows indicators without the raw count of their baseline, published figures, sources and dimensions', async () => {
    const repository = new PublicFigureRepository(record);
    expect(await repository.listIndicators(stateId, { track: 'data' })).toMatchObject([
      {
        code: 'victims',
        baselineValue: null,
        baselineOn: '2022-12-31',
        recommendations: [{ publicId: '8-data', titles: { en: 'Data' } }],
      },
    ]);
    const figure = {
      indicatorCode: 'victims',
      periodEndOn: '2023-12-31',
      value: 42,
      flag: null,
      announcedError: 3,
    };
    expect(await repository.listFigures(stateId, ['victims'])).toMatchObject([figure]);
    expect(await repository.listNewestTotals(stateId, ['victims'])).toMatchObject([figure]);
    expect(await repository.listSources(stateId)).toMatchObject([{ code: 'register', citation: false }]);
    const dimensions = await repository.listDimensions(stateId);
    expect(
      dimensions.find((dimension) => dimension.code === 'sex')?.categories.map((category) => category.code),
    ).toEqual(['female', 'male', 'other', 'not_recorded']);
  });

  it('shows nothing of it to a reader of another State', async () => {
    const other = stateId + 1;
    expect(await new PublicRecommendationRepository(record).findDocument(other)).toBeNull();
    const elsewhere = await record.runPublic(other, (sql) => sql.rows('SELECT * FROM public_recommendation'));
    expect(elsewhere).toEqual([]);
  });
});
