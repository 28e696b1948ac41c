import { z } from 'zod';

import { ProblemSchema } from '#contracts';

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
    components: { schemas: { Problem: schemaOf(ProblemSchema) } },
  };
}

function operation(route: DescribedRoute): object {
  const { status, type, schema } = route.answer;
  return {
    operationId: operationId(route),
    summary: route.summary,
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    responses: {
      [status]: {
        description: route.summary,
        content: status === 303 ? undefined : { [type]: schema ? { schema: schemaOf(schema) } : {} },
      },
      ...Object.fromEntries([...route.problems, 500, 503].map((problem) => [problem, problemAnswer])),
    },
  };
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
function schemaOf(schema: z.ZodType): object {
  const described = z.toJSONSchema(schema);
  delete described.$schema;
  return described;
}
