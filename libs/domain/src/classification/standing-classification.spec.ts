import { describe, expect, it } from '@jest/globals';

import { classificationName, readClassification } from './classification.js';
import type { Classification, SuggestedClassification } from './classification.js';
import { standingClassifications } from './standing-classification.js';
import type { ClassificationDecision } from './standing-classification.js';

const WORDS = [{ place: 'text', heading: 0, start: 0, end: 4, words: 'data' }] as const;
const suggested = (aspect: Classification['aspect'], code: string): SuggestedClassification => ({
  aspect,
  code,
  words: WORDS,
});
const decided = (
  aspect: Classification['aspect'],
  code: string,
  verdict: ClassificationDecision['verdict'],
): ClassificationDecision => ({
  aspect,
  code,
  verdict,
  insteadOf: null,
  personName: 'Rosa Quispe',
  decidedAt: 0,
});

function standing(...known: Parameters<typeof standingClassifications>): string[] {
  return standingClassifications(...known).map((one) => `${classificationName(one)} ${one.state}`);
}

describe('what a recommendation is about', () => {
  it('is undecided while it is only suggested', () => {
    expect(standing({ suggested: [suggested('theme', 'data')], decisions: [], theme: null })).toEqual([
      'theme:data undecided',
    ]);
  });

  it('is what a person said of a suggestion', () => {
    expect(
      standing({
        suggested: [suggested('theme', 'data'), suggested('theme', 'training')],
        decisions: [decided('theme', 'data', 'confirmed'), decided('theme', 'training', 'dismissed')],
        theme: 'data',
      }),
    ).toEqual(['theme:data confirmed', 'theme:training dismissed']);
  });

  it('keeps what a person chose although no rule suggests it, without words', () => {
    const [group] = standingClassifications({
      suggested: [],
      decisions: [decided('affected_group', 'women', 'confirmed')],
      theme: null,
    });
    expect(group).toMatchObject({ aspect: 'affected_group', code: 'women', state: 'confirmed', words: [] });
  });

  it('counts a theme on record as confirmed, by nobody', () => {
    const [theme] = standingClassifications({
      suggested: [suggested('theme', 'data')],
      decisions: [],
      theme: 'data',
    });
    expect(theme).toMatchObject({ state: 'confirmed', decision: null, words: WORDS });
  });

  it('goes aspect by aspect', () => {
    expect(
      standing({
        suggested: [suggested('sdg_target', '16.2'), suggested('theme', 'data')],
        decisions: [decided('theme', 'policy', 'confirmed')],
        theme: null,
      }),
    ).toEqual(['theme:data undecided', 'theme:policy confirmed', 'sdg_target:16.2 undecided']);
  });
});

describe('the name of a value', () => {
  it('is read back as it was written', () => {
    const value = { aspect: 'sdg_target', code: '16.2' } as const;
    expect(readClassification(classificationName(value))).toEqual(value);
  });

  it.each(['', 'theme', 'theme:', 'colour:red', '16.2'])('is none where it is "%s"', (name) => {
    expect(readClassification(name)).toBeNull();
  });
});
