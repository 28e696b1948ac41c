import { describe, expect, it } from '@jest/globals';

import { preferredLanguage } from '#messages';

import { apiUrl, indicatorPath, pageUrl, recommendationPath } from './address.js';
import { matchPath } from './match.js';
import { readUrl } from './read-url.js';
import { findRoute } from './routes.js';

describe('addresses', () => {
  it('are built with their filters, and empty filters are left out', () => {
    expect(pageUrl('en', '/states/PER/recommendations', { status: 'overdue', theme: '' })).toBe(
      '/en/states/PER/recommendations?status=overdue',
    );
    expect(pageUrl('es', '/')).toBe('/es');
    expect(apiUrl('es', '/states/PER/prosecutions', { cohort: 2021 })).toBe(
      '/api/v1/states/PER/prosecutions?cohort=2021&lang=es',
    );
  });

  it('escape what an id may hold', () => {
    expect(recommendationPath('PER', 'a/b 14(a)')).toBe('/states/PER/recommendations/a%2Fb%2014(a)');
    expect(indicatorPath('PER', '32d-2')).toBe('/states/PER/indicators/32d-2');
  });

  it('are taken apart into language, path and filters', () => {
    const { language, path, query } = readUrl('/es/states/PER/?by=sex&x=a%3Fb');
    expect({ language, path, by: query.get('by'), x: query.get('x') }).toEqual({
      language: 'es',
      path: '/states/PER',
      by: 'sex',
      x: 'a?b',
    });
    expect(readUrl('/xx/states').language).toBeNull();
    expect(readUrl('/en').path).toBe('');
  });

  it('of a State may be typed in any case', () => {
    expect(findRoute('/states/per/indicators/8-o1')?.parameters).toEqual({ iso3: 'PER', code: '8-o1' });
    expect(findRoute('/watch')?.parameters).toEqual({});
    expect(findRoute('/nowhere')).toBeNull();
  });

  it('match a pattern part by part, and a broken escape matches nothing', () => {
    expect(matchPath('/states/:iso3', '/states/PER')).toEqual({ iso3: 'PER' });
    expect(matchPath('/states/:iso3', '/states/PER/budget')).toBeNull();
    expect(matchPath('/states/:iso3', '/states/%E0%A4%A')).toBeNull();
    expect(matchPath('/states/:iso3', '/states/')).toBeNull();
    expect(matchPath('', '')).toEqual({});
  });
});

describe('the language of a first visit', () => {
  it('is the one the reader prefers among those that Vigía speaks', () => {
    expect(preferredLanguage('qu, es-PE;q=0.9, en;q=0.8')).toBe('es');
    expect(preferredLanguage('en;q=0.2, es;q=0.7')).toBe('es');
    expect(preferredLanguage('fr, *;q=0.1')).toBe('en');
    expect(preferredLanguage('es;q=0')).toBe('en');
    expect(preferredLanguage(undefined)).toBe('en');
  });
});
