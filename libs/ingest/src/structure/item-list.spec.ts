import { describe, expect, it } from '@jest/globals';
import { en } from '../grammar/en.js';
import { ItemList } from './item-list.js';

function readLines(...lines: readonly string[]): ItemList {
  const list = new ItemList(en);
  let before = 'The Committee urges the State party to:';
  for (const line of lines) {
    if (!list.begin(line, before)) list.append(line);
    before = line;
  }
  return list;
}

const labels = (list: ItemList): readonly string[] => list.toItems().map((item) => item.label);

describe('lettered items', () => {
  it.each([[['(a) One;', '(b) Two.']], [['a) Uno;', 'b) Dos.']], [['a. Uno;', 'b. Dos.']]])(
    'are read however their letter is printed: %j',
    (lines) => {
      expect(labels(readLines(...lines))).toEqual(['a', 'b']);
    },
  );

  it('nest Roman numbers under a letter that leads in to them', () => {
    const [first, second] = readLines(
      '(a) Take these steps:',
      '(i) One;',
      '(ii) Two;',
      '(b) Another.',
    ).toItems();
    expect(first?.items.map((item) => item.label)).toEqual(['i', 'ii']);
    expect(second?.items).toEqual([]);
  });

  it('take (i) after (h) for a letter', () => {
    const lines = [...'abcdefghij'].map((letter) => `(${letter}) Do this;`);
    expect(labels(readLines(...lines))).toEqual([...'abcdefghij']);
  });

  it('take ñ between n and o as Spanish documents print it', () => {
    const lines = [...'abcdefghijklmnñop'].map((letter) => `${letter}) Haga esto;`);
    expect(labels(readLines(...lines))).toEqual([...'abcdefghijklmnñop']);
  });

  it('are not begun by a citation that was wrapped', () => {
    const list = readLines('(a) Apply articles 2 and 3', '(b) of the Convention;', '(b) Another.');
    expect(list.toItems().map((item) => item.text)).toEqual([
      'Apply articles 2 and 3 (b) of the Convention;',
      'Another.',
    ]);
  });

  it('are read on over a missing letter, which is noted', () => {
    const list = readLines('(a) One;', '(c) Three.');
    expect(labels(list)).toEqual(['a', 'c']);
    expect(list.sequenceBreaks).toEqual([{ label: 'c', expected: 'b' }]);
  });
});
