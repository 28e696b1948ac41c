import { z } from 'zod';

import { ProblemSchema } from '#contracts';
import { isOfPersonsOnly, permissionName, rightsTo } from '#identity';

import type { DescribedRoute } from './described-route.js';
import { ROUTES } from './routes.js';

/** OpenAPI 3.1, from the same schemas that read the input and type the answers. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    paths[route.path] ??= {};
    paths[route.path]![route.method] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vigía',
      version: '1',
      description:
        'What a State was asked by a UN treaty body, and what it has shown since. Published data is CC BY 4.0.',
    },
    paths,
    components: { schemas: { Problem: schemaOf(ProblemSchema) }, securitySchemes: SECURITY_SCHEMES },
  };
}

/** Over https the cookie is called `__Host-vigia_session`. */
const SECURITY_SCHEMES = {
  session: { type: 'apiKey', in: 'cookie', name: 'vigia_session', description: 'A person who signed in' },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'vigia_ and 43 characters',
    description:
      "A person's program. It needs the permission that x-vigia-access names, and its person's role.",
  },
};

/** Alternatives, in OpenAPI's sense: an empty one means that nobody has to say who they are. */
function securityOf({ access }: DescribedRoute): object[] {
  const people = { session: [] };
  const programs = isOfPersonsOnly(access) ? [] : [{ token: [] }];
  return [...(rightsTo(access).public === undefined ? [] : [{}]), people, ...programs];
}

function operation(route: DescribedRoute): object {
  const { status, type, schema } = route.answer;
  return {
    operationId: operationId(route),
    summary: route.summary,
    'x-vigia-access': permissionName(route.access),
    security: securityOf(route),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    requestBody: requestBodyOf(route),
    responses: {
      [status]: {
        description: route.summary,
        content:
          status === 303 || status === 204
            ? undefined
            : { [type]: schema ? { schema: schemaOf(schema) } : {} },
      },
      ...Object.fromEntries([...route.problems, 401, 500, 503].map((problem) => [problem, problemAnswer])),
    },
  };
}

function requestBodyOf({ body, upload, raw }: DescribedRoute): object | undefined {
  if (body) return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
  if (raw) return { required: true, content: { [raw]: { schema: { type: 'string' } } } };
  if (!upload) return undefined;
  const fields = schemaOf(upload, 'input') as { properties?: object; required?: string[] };
  const schema = {
    ...fields,
    properties: { ...fields.properties, file: { type: 'string', format: 'binary' } },
    required: [...(fields.required ?? []), 'file'],
  };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

const problemAnswer = {
  description: 'RFC 9457 problem with a stable `code`',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operationId({ method, path }: DescribedRoute): string {
  return `${method}${path.replace(/[^A-Za-z0-9]+(.)?/g, (_match, next: string | undefined) => (next ?? '').toUpperCase())}`;
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (!query) return [];
  const schema = z.toJSONSchema(query, { io: 'input' }) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
}

/** JSON Schema 2020-12 is the dialect of OpenAPI 3.1: it need not be named in every schema. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const described = z.toJSONSchema(schema, { io });
  delete described.$schema;
  return described;
}
