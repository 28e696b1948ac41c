import type { LoggerService } from '@nestjs/common';

import type { Installation } from '#installation';

const MINUTE_MS = 60_000;

/**
 * This process runs no jobs and no scheduler where the two are apart: it is the one that can tell that those stand still.
 * Answers how it is stopped.
 */
export function lookEveryMinute({ clock, tracking }: Installation, logger: LoggerService): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      await clock.refresh();
      await tracking.watchTheWatch.look();
    } catch (error) {
      logger.error(error instanceof Error ? (error.stack ?? error.message) : 'the look failed');
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), MINUTE_MS);
  return () => clearInterval(timer);
}
