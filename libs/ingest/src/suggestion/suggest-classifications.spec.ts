import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ClassifiedText } from '#domain';

import type { RuleWords } from './rule-words.js';
import { suggestClassifications, suggestInWords } from './suggest-classifications.js';

function item(text: string, parts: Partial<ClassifiedText> = {}): ClassifiedText {
  return { language: 'en', instrument: 'CRC', text, chapeau: null, headings: [], ...parts };
}

function namesFor(read: ClassifiedText, aspect?: string): string[] {
  return suggestClassifications(read)
    .filter((one) => aspect === undefined || one.aspect === aspect)
    .map((one) => one.code);
}

describe('a suggestion', () => {
  it('says which words led to it and where they stand', () => {
    const text = 'Provide systematic training to judges.';
    const [training] = suggestClassifications(item(text));
    expect(training).toMatchObject({ aspect: 'theme', code: 'training' });
    const [word] = training!.words;
    expect(text.slice(word!.start, word!.end)).toBe(word!.words);
    expect(word).toMatchObject({ place: 'text', words: 'Provide systematic training' });
  });

  it('is not made where nothing speaks for it', () => {
    expect(suggestClassifications(item('The State party should do so without delay.'))).toEqual([]);
  });

  it('is not made in a language without rules', () => {
    expect(suggestClassifications(item('Provide systematic training.', { language: 'ru' }))).toEqual([]);
  });

  it('needs two weak words, or one strong one', () => {
    expect(namesFor(item('Look at the statistics.'), 'theme')).toEqual([]);
    expect(namesFor(item('Look at the disaggregated statistics.'), 'theme')).toEqual(['data']);
  });

  it('follows the nearest heading, and not an outer one alone', () => {
    expect(namesFor(item('Do more.', { headings: ['Training'] }), 'theme')).toEqual(['training']);
    expect(namesFor(item('Do more.', { headings: ['Training', 'Other matters'] }), 'theme')).toEqual([]);
    const [heading] = suggestClassifications(item('Do more.', { headings: ['General', 'Training'] }))[0]!
      .words;
    expect(heading).toMatchObject({ place: 'heading', heading: 1, start: 0, end: 8 });
  });

  it('does not take the name of a treaty for the group that it names', () => {
    expect(namesFor(item('Apply the Convention on the Rights of the Child.'), 'affected_group')).toEqual([]);
    expect(namesFor(item('Protect each child.'), 'affected_group')).toEqual(['children']);
  });

  it('does not run over the end of a sentence', () => {
    expect(namesFor(item('Allocate. Human resources matter.'), 'theme')).toEqual([]);
    expect(namesFor(item('Allocate human resources.'), 'theme')).toEqual(['resources']);
  });

  it('knows that an Optional Protocol is another one under another treaty', () => {
    const read = item('Implement the Optional Protocol.');
    expect(namesFor({ ...read, instrument: 'CRC-OP-SC' }, 'sdg_target')).toEqual(['16.2']);
    expect(namesFor({ ...read, instrument: 'CAT-OP' }, 'sdg_target')).toEqual([]);
  });

  it('takes a target that the text prints', () => {
    expect(
      namesFor(item('In line with target 3.1 of the Sustainable Development Goals.'), 'sdg_target'),
    ).toEqual(['3.1']);
    expect(namesFor(item('In line with section 3.1 of the report.'), 'sdg_target')).toEqual([]);
  });

  it.each([
    ['es', 'Imparta capacitación a los jueces.', 'training'],
    ['es', 'IMPARTA CAPACITACION a los jueces.', 'training'],
    ['fr', 'Dispenser une formation spécialisée aux juges.', 'training'],
    ['fr', 'Allouer des ressources suffisantes.', 'resources'],
  ])('is made in %s with and without accents: %s', (language, text, theme) => {
    expect(namesFor(item(text, { language }), 'theme')).toEqual([theme]);
  });

  it('is the same for the same text, and its words lie within it', () => {
    const parts = fc.constantFrom(
      'child',
      'victims',
      'training',
      'adopt',
      'law',
      'budget',
      '.',
      '—',
      'é',
      '3.1',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
        const read = item(words.join(' '), { chapeau: words.join('\n'), headings: [words.join(', ')] });
        const suggested = suggestClassifications(read);
        expect(suggestClassifications(read)).toEqual(suggested);
        for (const { words: telling } of suggested)
          for (const word of telling) {
            const source = { text: read.text, chapeau: read.chapeau ?? '', heading: read.headings[0] ?? '' };
            expect(source[word.place].slice(word.start, word.end)).toBe(word.words);
          }
      }),
    );
  });
});

describe('a fourth language', () => {
  const de: RuleWords = {
    names: [],
    goals: [],
    values: {
      theme: { training: { strong: ['schulung|schulungen'] } },
      affected_group: {},
      sdg_target: {},
      indicator_class: {},
      indicator_track: {},
    },
  };

  it('is one table of words', () => {
    expect(suggestInWords(de, item('Führen Sie Schulungen durch.'))).toEqual([
      {
        aspect: 'theme',
        code: 'training',
        words: [{ place: 'text', heading: 0, start: 11, end: 21, words: 'Schulungen' }],
      },
    ]);
  });
});
