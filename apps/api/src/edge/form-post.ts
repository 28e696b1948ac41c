import { HttpCode, Inject, Injectable, Post, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Language } from '#messages';
import { OperationalError, UserError } from '#domain';
import { TypedForms } from '#identity';
import { FAULT_MARK } from '#tracking';

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

interface Kept {
  /** Where the form is sent to. */
  readonly action: string;
  readonly kept: (name: string, value: unknown) => boolean;
  /** What was wrong with which field, by codes. */
  readonly noted: readonly (readonly [name: string, code: string])[];
}

const FAULT = 'fault:';

/** A form that is only a button. */
export const NO_FIELDS = z.object({});

/** What becomes of a form. */
export interface FormWork<S extends z.ZodType, T> {
  /** The form's page, after its language, and with the query by which it was asked: a problem goes back there. */
  readonly page: string;
  readonly schema: S;
  /** Fields that stand in the form again after a problem. Never a password, a code or a token. */
  readonly keeps?: readonly (keyof z.input<S> & string)[];
  /** The same of fields whose names come with the page: one for each row of a table. */
  readonly keepsToo?: (name: string, value: unknown) => boolean;
  readonly act: (form: z.infer<S>) => Promise<T>;
  /**
   * What can be saved of it all the same: the page on which that stands, and which fields could not be. Null where nothing can:
   * the form goes back as it is.
   */
  readonly orElse?: (
    form: z.infer<S>,
    error: unknown,
  ) => Promise<{ readonly page: string; readonly kept: (name: string) => boolean } | null>;
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
    { page, schema, keeps = [], keepsToo, act, orElse }: FormWork<S, T>,
  ): Promise<{ readonly done: T } | null> {
    void post.reply.header('cache-control', 'no-store');
    let read: z.infer<S> | undefined;
    try {
      read = readForm(schema, post.body);
      const done = await act(read);
      if (typedOf(post.request, this.settings)) clearTyped(post.reply, this.settings);
      return { done };
    } catch (error) {
      noteProblem(post.request, error);
      const saved = read === undefined ? null : await this.save(orElse, read, error);
      if (saved) {
        this.goOn(post, error, saved);
        return null;
      }
      const form = `/${post.language}${page}`;
      void post.reply.header('location', problemAt(form, error));
      this.keep(post, pathOf(form), {
        action: post.request.url.split('?')[0] ?? '',
        kept: (name, value) => keeps.some((one) => one === name) || (keepsToo?.(name, value) ?? false),
        noted: faultsOf(error),
      });
      return null;
    }
  }

  /** What cannot be saved either is refused as it was. */
  private async save<F>(
    orElse: FormWork<z.ZodType<F>, unknown>['orElse'],
    form: F,
    error: unknown,
  ): Promise<{ readonly page: string; readonly kept: (name: string) => boolean } | null> {
    if (!orElse || !(error instanceof UserError)) return null;
    try {
      return await orElse(form, error);
    } catch (second) {
      if (second instanceof UserError) return null;
      throw second;
    }
  }

  /**
   * Leads to the page of what was saved, where it says what was wrong and holds again what could not be saved. What stands
   * between a draft and handing it in, the page knows from the draft.
   */
  private goOn(
    { reply, body, language }: FormPost,
    error: unknown,
    { page, kept }: { readonly page: string; readonly kept: (name: string) => boolean },
  ): void {
    const form = `/${language}${page}`;
    const noted = faultsOf(error).filter(([name]) => kept(name.slice(FAULT.length)));
    this.keep({ reply, body }, form, { action: page, kept, noted });
    void reply.header('location', problemAt(form, error));
  }

  private keep(
    { reply, body }: Pick<FormPost, 'reply' | 'body'>,
    page: string,
    { action, kept, noted }: Kept,
  ): void {
    const fields = Object.entries(body as Record<string, unknown>)
      .filter(([name, value]) => kept(name, value))
      .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
      .filter((field): field is readonly [string, string] => typeof field[1] === 'string');
    const sealed = this.typed.seal(page, { action, fields: [...fields, ...noted] });
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
  const query = new URLSearchParams(page.split('?')[1]);
  query.set('problem', error.code);
  if (kinds !== '') query.set('found', kinds);
  return `${pathOf(page)}?${query}`;
}

const pathOf = (page: string): string => page.split('?')[0] ?? page;

/** What was wrong with a table of figures, field by field: `fault:value:sex=female` and the code. */
export function faultsOf(error: unknown): [name: string, code: string][] {
  if (!(error instanceof UserError)) return [];
  return [error.details['faults'] ?? []].flat().map((fault) => {
    const [key = '', field = '', ...code] = String(fault).split(FAULT_MARK);
    return [`${FAULT}${field}:${key}`, code.join(' ')];
  });
}
