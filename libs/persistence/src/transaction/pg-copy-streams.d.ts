declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Writable } from 'node:stream';

  /** A stream that COPY … FROM STDIN reads. */
  export function from(statement: string): Writable & Submittable;
}
