import { HttpCode, Inject, Injectable, Post, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Language } from '#messages';
import { OperationalError, UserError } from '#domain';
import { TypedForms } from '#identity';

import { askingOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { noteProblem } from '../security-log/request-notes.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { clearTyped, setTyped, typedOf } from './typed-cookie.js';

/** A form as a browser sent it. */
export interface FormPost extends Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: unknown;
  /** Of the page that the form stands on. */
  readonly language: Language;
  /** The browser's own name for itself. */
  readonly device: string;
}

/** A form that is only a button. */
export const NO_FIELDS = z.object({});

/** What becomes of a form. */
export interface FormWork<S extends z.ZodType, T> {
  /** The form's page, after its language: a problem goes back there. */
  readonly page: string;
  readonly schema: S;
  /** Fields that stand in the form again after a problem. Never a password, a code or a token. */
  readonly keeps?: readonly (keyof z.input<S> & string)[];
  readonly act: (form: z.infer<S>) => Promise<T>;
}

/** A route that a form is sent to: it answers with where to go next. */
export const FormRoute = (path?: string) => applyDecorators(Post(path), HttpCode(303));

/** Hands a handler the form, and who sent it. */
export const Posted = createParamDecorator((_: unknown, context: ExecutionContext): FormPost => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const body = request.body ?? {};
  return {
    ...askingOf(context),
    request,
    reply: context.switchToHttp().getResponse<FastifyReply>(),
    body,
    language: readInput(LanguageFormSchema, body).lang,
    device: request.headers['user-agent'] ?? '',
  };
});

/**
 * The one way to handle a form. Whoever sends one reads pages, not problem documents: what the person can mend goes back to
 * the form's page, which says it in words and holds again what was typed.
 */
@Injectable()
export class FormPosts {
  constructor(
    private readonly typed: TypedForms,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** Leads to the page that `act` names, after the language, or back to the form. */
  async answer<S extends z.ZodType>(post: FormPost, work: FormWork<S, string>): Promise<void> {
    const outcome = await this.attempt(post, work);
    if (outcome) void post.reply.header('location', `/${post.language}${outcome.done}`);
  }

  /** Null where the form goes back: the reply says where to, and is not sent. */
  async attempt<S extends z.ZodType, T>(
    post: FormPost,
    { page, schema, keeps = [], act }: FormWork<S, T>,
  ): Promise<{ readonly done: T } | null> {
    void post.reply.header('cache-control', 'no-store');
    try {
      const done = await act(readForm(schema, post.body));
      if (typedOf(post.request, this.settings)) clearTyped(post.reply, this.settings);
      return { done };
    } catch (error) {
      noteProblem(post.request, error);
      const form = `/${post.language}${page}`;
      void post.reply.header('location', problemAt(form, error));
      this.keep(post, form, keeps);
      return null;
    }
  }

  private keep({ request, reply, body }: FormPost, page: string, names: readonly string[]): void {
    const fields = Object.entries(body as Record<string, unknown>)
      .filter(([name]) => names.includes(name))
      .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
      .filter((field): field is readonly [string, string] => typeof field[1] === 'string');
    const sealed = this.typed.seal(page, { action: request.url.split('?')[0] ?? '', fields });
    if (sealed !== null) setTyped(reply, this.settings, sealed);
  }
}

/**
 * A page's address with the code of what went wrong, and the kinds of what was found where that was it; never a word of what
 * was typed.
 * @throws what the sender cannot mend.
 */
export function problemAt(page: string, error: unknown): string {
  if (!(error instanceof UserError) && !(error instanceof OperationalError)) throw error;
  const kinds = [error.details['kinds'] ?? []].flat().join('.');
  return `${page}?${new URLSearchParams({ problem: error.code, ...(kinds === '' ? {} : { found: kinds }) })}`;
}
