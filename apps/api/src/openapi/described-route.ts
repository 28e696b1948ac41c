import type { z } from 'zod';

import type { Access } from '#identity';

export interface DescribedRoute {
  readonly method: 'get' | 'post' | 'delete';
  /** OpenAPI form, `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** Who may ask is said in the table of permissions; this says what is asked. */
  readonly access: Access;
  readonly query?: z.ZodType;
  /** JSON that the route reads. */
  readonly body?: z.ZodType;
  /** The same beside one `file`, as multipart/form-data; its fields stand before the file. */
  readonly upload?: z.ZodType;
  /** Media type of a body that is taken as it is. */
  readonly raw?: string;
  readonly answer: { readonly status: number; readonly type: string; readonly schema?: z.ZodType };
  /** Statuses of the problems that this route can answer with, besides 401 (the guard, to a token that is no good), 500 and 503. */
  readonly problems: readonly number[];
}

export const json = (schema: z.ZodType) => ({ status: 200, type: 'application/json', schema });
export const seeOther = { status: 303, type: 'text/plain' };
