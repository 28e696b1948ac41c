import { openApiDocument } from '../../apps/api/src/openapi/openapi-document.js';

export interface DescribedOperation {
  readonly method: string;
  /** OpenAPI form, `{name}` for parameters. */
  readonly path: string;
}

/** Every operation of the OpenAPI description, which the start holds against the server's own routes. */
export function describedOperations(): DescribedOperation[] {
  const { paths } = openApiDocument() as { readonly paths: Readonly<Record<string, object>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
}
