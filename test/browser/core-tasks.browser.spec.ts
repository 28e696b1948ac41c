import { afterAll, beforeAll, describe, it } from '@jest/globals';

import { hasChromium } from '../support/chromium.js';
import { WORKING_TASKS } from '../support/core-tasks-of-work.js';
import { READING_TASKS } from '../support/core-tasks.js';
import { PageGround } from '../support/page-ground.js';
import { KeyboardHands, MouseHands } from '../support/task-hands.js';

const TASKS = [...READING_TASKS, ...WORKING_TASKS];
const RUNS = [
  ['by mouse', 'en', MouseHands],
  ['by mouse', 'es', MouseHands],
  ['by keyboard alone', 'en', KeyboardHands],
  ['by keyboard alone', 'es', KeyboardHands],
] as const;

(hasChromium ? describe : describe.skip)('what people come for', () => {
  let ground: PageGround;
  beforeAll(async () => {
    ground = await PageGround.open();
  }, 180_000);
  afterAll(() => ground?.close());

  describe.each(RUNS)('%s in %s', (way, language, HandsOfThisWay) => {
    const number = RUNS.findIndex((run) => run[0] === way && run[1] === language) + 1;

    it.each(TASKS.map((task) => [task.name, task] as const))(
      '%s',
      async (name, task) => {
        const page = await ground.pageOf(task.reader);
        await page.setViewportSize({ width: 1280, height: 900 });
        const hands = new HandsOfThisWay(page);
        const start = async (path: string): Promise<void> => {
          await page.goto(`${ground.home}/${language}${path}`);
        };
        await task.perform({ hands, ground, language, number, start });
        process.stdout.write(`task ${way} in ${language}: ${name}, ${hands.effort()}\n`);
        await page.close();
      },
      90_000,
    );
  });
});
