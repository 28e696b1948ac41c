import { Controller, Get, Header, Query } from '@nestjs/common';

import type { SecurityEventList } from '#contracts';
import { SecurityEventQuerySchema } from '#contracts';
import { SECURITY_EVENTS } from '#identity';
import { ReadSecurityEvents } from '#tracking';

import { readInput } from '../problem/read-input.js';
import { decodeCursor, encodeCursor } from '../public/cursor.js';

/** Who came in how and who was refused what: the operator sees attacks, and no names. */
@Controller('api/v1/security-events')
export class SecurityEventsController {
  constructor(private readonly reader: ReadSecurityEvents) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(@Query() query: unknown): Promise<SecurityEventList> {
    const { cursor, limit, event, day } = readInput(SecurityEventQuerySchema, query);
    const { events, leftOut } = await this.reader.read({
      event,
      day,
      before: cursor === undefined ? undefined : decodeCursor(cursor, 1)[0],
      limit: limit + 1,
    });
    const shown = events.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((one) => {
        const at = new Date(one.happenedAt).toISOString();
        const { outcome, personId, reason, resource, action, network } = one;
        const ways = one.ways === null ? [] : one.ways.split('.');
        const { event: code } = one;
        return {
          at,
          on: at.slice(0, 10),
          event: code,
          outcome,
          person: personId,
          ways,
          reason,
          resource,
          action,
          network,
        };
      }),
      nextCursor: events.length > limit && last ? encodeCursor([last.id]) : null,
      events: Object.keys(SECURITY_EVENTS),
      leftOut,
    };
  }
}
