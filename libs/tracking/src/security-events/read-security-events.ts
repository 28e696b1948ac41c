import type { CivilDate } from '#domain';
import { UserError, instantOf } from '#domain';
import { isSecurityEvent } from '#identity';
import type { ListedSecurityEvent, SecurityEventRepository } from '#persistence';

/** The log belongs to no State: its days are those of UTC. */
const ZONE = 'UTC';
const DAY_MS = 86_400_000;

export interface SecurityEventWish {
  readonly event?: string | undefined;
  readonly day?: CivilDate | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface SecurityEventReading {
  readonly events: readonly ListedSecurityEvent[];
  /** Counted only: of the day that was asked for, or of all days. */
  readonly leftOut: number;
}

/** The log of security for whoever runs the installation: codes and numbers, no names. */
export class ReadSecurityEvents {
  constructor(private readonly events: SecurityEventRepository) {}

  /** @throws UserError `security_event.unknown` for a code that there is not. */
  async read({ event, day, before, limit }: SecurityEventWish): Promise<SecurityEventReading> {
    if (event !== undefined && !isSecurityEvent(event))
      throw new UserError(
        'invalid_input',
        'security_event.unknown',
        'event: expected one of the codes that the answer lists under "events".',
      );
    const from = day === undefined ? undefined : instantOf(day, 0, ZONE);
    const until = from === undefined ? undefined : from + DAY_MS;
    return {
      events: await this.events.list({ event, before, from, until, limit }),
      leftOut: await this.events.countLeftOut(day ?? null),
    };
  }
}
