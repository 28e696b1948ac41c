import { finished } from 'node:stream/promises';

import type { FastifyReply, RouteHandlerMethod } from 'fastify';

/** A stop waits this long for what was begun; a supervisor kills after ten seconds or more (docker stop). */
const STOP_WITHIN_MS = 8_000;

/**
 * What is being answered at this moment. A stop must let it end: the database is closed next, and whoever works on it then fails
 * half-way. A client that has gone away stops nothing: its handler still runs, and no connection tells of it.
 */
export class RunningRequests {
  private readonly running = new Set<Promise<unknown>>();

  /** The same handler, counted from its first step to the last byte of its answer. */
  counting(handler: RouteHandlerMethod): RouteHandlerMethod {
    const { running } = this;
    return function counted(request, reply) {
      const work = handler.call(this, request, reply);
      const whole = Promise.allSettled([work, answered(reply)]);
      running.add(whole);
      void whole.then(() => running.delete(whole));
      return work;
    };
  }

  /** Returns when nothing runs any more, or after so long that something hangs. */
  async ended(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<'over'>((resolve) => {
      timer = setTimeout(() => resolve('over'), STOP_WITHIN_MS);
    });
    try {
      while (this.running.size > 0)
        if ((await Promise.race([patience, Promise.all(this.running)])) === 'over') return;
    } finally {
      clearTimeout(timer);
    }
  }
}

function answered({ raw }: FastifyReply): Promise<void> {
  return raw.writableEnded || raw.destroyed ? Promise.resolve() : finished(raw, { readable: false });
}
