import { describe, expect, it } from '@jest/globals';
import renderToString from 'preact-render-to-string';
import type { VNode } from 'preact';

import type { CaseSeriesList } from '#contracts';
import type { Language } from '#messages';

import { wordingFor } from '../../wording/wording.js';
import { caseSeriesPage } from './case-series-page.js';

type Item = CaseSeriesList['items'][number];
type Count = Item['archived'];

const none = { share: null, refused: 'not_reported', explanation: 'No share.' } as const;
const count = (stage: Count['stage'], cases: number | null, change: Partial<Count> = {}): Count => ({
  stage,
  state: cases === null ? 'never' : 'reported',
  cases,
  provisional: false,
  ofComplaints: none,
  ofPrevious: none,
  medians: [],
  ...change,
});
const share = (value: number) => ({ share: value, refused: null, explanation: null });
const item: Item = {
  id: 7,
  indicator: { code: '26a-J1', name: 'From complaint to reparation' },
  offence: 'trafficking',
  region: { code: '160000', name: 'Loreto' },
  facet: 'main',
  cohortRule: 'year_of_complaint',
  cohortYear: 2021,
  institution: 'Public Ministry',
  demonstration: true,
  stages: [
    count('complaint', 54),
    count('trial', 5, { state: 'below_threshold' }),
    count('conviction', 3, {
      ofComplaints: share(3 / 54),
      medians: [
        { since: 'complaint', days: 1104, refused: null, explanation: null },
        {
          since: 'trial',
          days: null,
          refused: 'too_few_cases',
          explanation: 'not told: fewer than 10 cases',
        },
      ],
    }),
    count('sentence', null),
  ],
  archived: count('archived', 25, { ofComplaints: share(25 / 54) }),
};

function page(change: Partial<CaseSeriesList> = {}, query = '', language: Language = 'en'): string {
  const cases: CaseSeriesList = {
    ...{ items: [item], rate: null, leastCases: 10, onlyOf: null, nextCursor: null },
    ...change,
  };
  const sheet = caseSeriesPage.show({ cases }, {
    wording: wordingFor(language),
    state: { iso3: 'PER', name: 'Peru' },
    address: {
      language,
      path: '/states/PER/case-series',
      parameters: { iso3: 'PER' },
      query: new URLSearchParams(query),
    },
  } as never);
  if ('redirectTo' in sheet) throw new RangeError('The page led elsewhere.');
  return renderToString(sheet.body as VNode)
    .replaceAll('\u202f', ' ')
    .replaceAll('\u00a0', ' ');
}

describe('the page of real figures of cases', () => {
  it('says each cohort in words, then in a table, and last as a funnel', () => {
    const html = page();
    expect(html).toContain('Loreto: Trafficking for exploitation, complaints made in 2021');
    const places = [
      '54 complaints; led to a conviction: 3 (5.6 %). Archived: 25 (46.3 %).',
      '<table',
      '<canvas',
    ].map((part) => html.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });

  it('tells a bound, a stage that was never reported and a refused median from numbers', () => {
    const html = page();
    expect(html).toContain('fewer than 5');
    expect(html).toContain('Never reported: sentences.');
    expect(html).toContain('1,104 days since complaints');
    expect(html).toContain('since trials: not told: fewer than 10 cases');
  });

  it('keeps archived complaints out of the funnel, which holds stages alone', () => {
    const [, props = ''] = /<script type="application\/json">(.*?)<\/script>/.exec(page()) ?? [];
    expect(props).toContain('Convicted');
    expect(props).not.toContain('Archived');
  });

  it('says of what is counted apart that it is never added', () => {
    expect(page({}, 'facet=official')).toContain('never added to the main figures');
    expect(page()).not.toContain('never added to the main figures');
  });

  it.each<[Language, string]>([
    ['en', 'different cohorts'],
    ['es', 'cohortes distintas'],
  ])('gives the refusal of a share across cohorts in words: %s', (language, words) => {
    const { refusals } = wordingFor(language).say.caseSeries;
    const rate = {
      share: null,
      refused: 'different_cohorts',
      explanation: refusals.different_cohorts,
    } as const;
    const html = page({ rate }, 'fromSeries=7&from=complaint&toSeries=8&to=conviction', language);
    expect(html.slice(html.indexOf('case-refused'))).toContain(words);
    expect(page({ rate: share(0.25) }, 'from=complaint&to=archived')).toContain(
      '25.0 % of complaints led to archived complaints.',
    );
  });

  it('says where nothing was reported what may be done', () => {
    const html = page({ items: [] });
    expect(html).toContain('Nothing of this kind has been reported');
    expect(html).not.toContain('<form');
  });
});
