/** What the api asks of the built page renderer. One rendering system: data comes from the API's own answers. */
export interface PageRequest {
  /** Path and query as the browser asked for it. */
  readonly url: string;
  /** `Accept-Language`, for the address without a language. */
  readonly acceptLanguage: string | undefined;
  /** Scheme and host of the installation, for links that leave the page. */
  readonly publicUrl: string;
  /** What was typed into a form of this page that came back with a problem. */
  readonly typed?: TypedForm | null;
  /** Reads an API path with the visitor's own rights. */
  load(path: string): Promise<ApiAnswer>;
}

export interface TypedForm {
  /** Where the form was sent to. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface ApiAnswer {
  readonly status: number;
  /** The body, verbatim. */
  readonly body: string;
}

export interface PageAnswer {
  readonly status: number;
  /** Set for a redirect. */
  readonly location?: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
}

/** Exported as `isPage` by the same build: whether a path, after the language, is that of a page. */
export type IsPage = (path: string) => boolean;

/** Exported as `renderPage` by the server build of apps/web. Never throws for a bad address: it answers 404 as a page. */
export type RenderPage = (request: PageRequest) => Promise<PageAnswer>;
