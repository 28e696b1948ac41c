/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A day of the civil calendar, `YYYY-MM-DD`, without zone or time. */
export type CivilDate = string;

/** The installation's clock. Domain and use cases never read the machine's clock themselves. */
export interface Clock {
  now(): Instant;
}
