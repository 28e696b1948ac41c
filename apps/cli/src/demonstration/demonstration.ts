import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { civilDayOf } from '#domain';
import type { Installation } from '#installation';
import { readDemonstration } from '#tracking';

const SAMPLES = fileURLToPath(new URL('../../../../../samples', import.meta.url));
/** The first reminders come in seconds; a busy old machine gets a minute. */
const REMINDED_WITHIN_MS = 60_000;

/** Loads the demonstration State through the same ingest as any upload, and publishes its figures; does nothing when it is there. */
export async function loadDemonstrationState({ tracking }: Installation): Promise<void> {
  const file = await readDemonstration(join(SAMPLES, 'demonstration', 'peru'));
  const bytes = await readFile(join(SAMPLES, file.document.file));
  const { state } = await tracking.loadDemonstration.load(file, { name: file.document.file, bytes });
  // Now, for the statuses that are judged next; and asked for, so that the worker takes up what another start left.
  await tracking.recordCompleteness.run(state.id);
  await tracking.publishFigures.publish(state.id);
  await tracking.requestPublication.request(state.id);
  await tracking.loadDemonstration.judge(state, file);
}

/** Waits until today is swept and no mail is due any more: the worker does both, through the queue. */
export async function untilReminded({ tracking, clock }: Installation): Promise<void> {
  const states = await tracking.states.listStates();
  const deadline = clock.now() + REMINDED_WITHIN_MS;
  while (clock.now() < deadline) {
    const reading = await tracking.readWatch.read();
    const swept = states.every((state) => {
      const today = civilDayOf(clock.now(), state.timeZone);
      return reading.sweeps.some(
        (sweep) => sweep.state === state.iso3 && sweep.sweptOn === today && sweep.finishedAt !== null,
      );
    });
    if (swept && (await tracking.tick.isAtRest())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
