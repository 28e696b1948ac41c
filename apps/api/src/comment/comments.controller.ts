import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { CommentList } from '#contracts';
import {
  CommentFormSchema,
  CommentQuerySchema,
  CommentTextSchema,
  CommentWithdrawalSchema,
} from '#contracts';
import { Comments, ReadPublicRecord, SearchPublicRecord } from '#tracking';
import type { Commenter, State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema, before, ownInstitutionOf } from '../action/answering.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { commentListView } from '../presenter/comment-presenter.js';
import { readInput } from '../problem/read-input.js';
import { pageOf, searchOf } from '../public/list-page.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** What those who work on the record write to each other about one thing in it. Never public. */
@Controller()
export class CommentsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly comments: Comments,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/comments')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<CommentList> {
    const { lang, q, about, cursor, limit } = readInput(CommentQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const asked = { about: about ?? null, search, after: before(cursor) ?? undefined, limit: limit + 1 };
    const reading = await this.comments.list(state, asked, commenterOf(asking));
    const { shown, nextCursor } = pageOf(reading.threads, limit, ({ id }) => [id]);
    const view = commentListView(state, { ...reading, threads: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @FormRoute('states/:iso3/comments')
  async write(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: pageFor(state, aboutIn(post.body)),
      schema: CommentFormSchema,
      keeps: ['text', 'answers'],
      act: async ({ about, answers, text }) => {
        const wish = { about, answers: answers ?? null, text, language: post.language };
        const id = await this.comments.write(state, wish, commenterOf(post));
        return `${pageFor(state, `${about.kind}:${about.key}`)}&done=written#comment-${id}`;
      },
    });
  }

  @FormRoute('states/:iso3/comments/:id')
  async edit(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: pageFor(state, aboutIn(post.body)),
      schema: CommentTextSchema,
      keeps: ['text'],
      act: async ({ text }) => {
        const number = readInput(IdSchema, id);
        const about = await this.comments.edit(state, number, text, commenterOf(post));
        return `${pageFor(state, `${about.kind}:${about.key}`)}&done=edited#comment-${number}`;
      },
    });
  }

  @FormRoute('states/:iso3/comments/:id/withdraw')
  async withdraw(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: pageFor(state, aboutIn(post.body)),
      schema: CommentWithdrawalSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        const number = readInput(IdSchema, id);
        const about = await this.comments.withdraw(state, number, reason, commenterOf(post));
        return `${pageFor(state, `${about.kind}:${about.key}`)}&done=withdrawn#comment-${number}`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function commenterOf(asking: Asking): Commenter {
  const { grant } = asking;
  return {
    personId: personOf(asking),
    role: grant.membership?.role ?? 'public',
    institution: grant.membership?.institution?.code ?? null,
    onlyOf: ownInstitutionOf(asking),
  };
}

/** The page that a form stands on is that of what it is about; a form without it came from nowhere in particular. */
function aboutIn(body: unknown): string {
  const about = typeof body === 'object' && body !== null ? (body as { about?: unknown }).about : '';
  return typeof about === 'string' && about.length <= 250 ? about : '';
}

function pageFor({ iso3 }: State, about: string): string {
  return `/states/${iso3}/comments?about=${encodeURIComponent(about)}`;
}
