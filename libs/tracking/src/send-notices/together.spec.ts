import { describe, expect, it } from '@jest/globals';

import { Together } from './together.js';

/** Answers each group only when it is told to. */
function slowly() {
  const groups: number[][] = [];
  const open: (() => void)[] = [];
  const together = new Together<number, number>(async (asked) => {
    groups.push([...asked]);
    await new Promise<void>((resolve) => open.push(resolve));
    if (asked.includes(13)) throw new RangeError('unlucky');
    return asked.map((number) => number * 10);
  });
  const answerNext = async (): Promise<void> => {
    while (open.length === 0) await Promise.resolve();
    open.shift()!();
  };
  return { groups, together, answerNext };
}

describe('questions that are answered together', () => {
  it('are one group where they are asked in one moment, and each has its own answer', async () => {
    const { groups, together, answerNext } = slowly();
    const answers = Promise.all([1, 2, 3].map((number) => together.ask(number)));
    await answerNext();
    expect(await answers).toEqual([10, 20, 30]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('wait for the group before, and for no other', async () => {
    const { groups, together, answerNext } = slowly();
    const first = together.ask(1);
    await Promise.resolve();
    const others = [together.ask(2), together.ask(3)];
    await answerNext();
    expect(await first).toBe(10);
    await answerNext();
    expect(await Promise.all(others)).toEqual([20, 30]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('are told together what went wrong, and the next group is answered', async () => {
    const { groups, together, answerNext } = slowly();
    const unlucky = Promise.allSettled([together.ask(13), together.ask(1)]);
    await answerNext();
    expect((await unlucky).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = together.ask(2);
    await answerNext();
    expect(await later).toBe(20);
    expect(groups).toEqual([[13, 1], [2]]);
  });
});
