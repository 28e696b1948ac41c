import { Controller, Param } from '@nestjs/common';

import { ContributePublicly, ReadPublicRecord, ReviewSubmissions, WriteSubmissions } from '#tracking';
import type { State } from '#tracking';

import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';
import { asDraft, ofFigures } from './figure-form.js';
import { actorOf } from './submission-actor.js';
import {
  EditedSubmissionForm,
  NewSubmissionForm,
  PublicContributionForm,
  SubmissionCommentForm,
  SubmissionDecisionForm,
  SubmissionStepForm,
  UnlockedPeriodForm,
} from './submission-forms.js';
import { SubmissionIdSchema } from './submission-query.js';

const TEXTS = ['organisation', 'period_from', 'period_to', 'text_en', 'text_es'] as const;

interface Numbered {
  readonly iso3: string;
  readonly id: string;
}

/** The forms of the pages about submissions; programs change the same through the API. */
@Controller('states/:iso3')
export class SubmissionFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly writing: WriteSubmissions,
    private readonly reviews: ReviewSubmissions,
    private readonly contributions: ContributePublicly,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('submissions')
  async begin(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: newPage(state, post.body),
      schema: NewSubmissionForm,
      keeps: TEXTS,
      keepsToo: ofFigures,
      act: async (form) => {
        const id = await this.writing.begin(state, form, actorOf(post));
        return `${pageOf(state, id)}?done=${form.handIn ? 'submitted' : 'saved'}`;
      },
      orElse: async (form, error) => {
        const kept = asDraft(form, error);
        const id = kept && (await this.writing.begin(state, kept.draft, actorOf(post)));
        return kept && { page: pageOf(state, id ?? 0), kept: kept.unread };
      },
    });
  }

  @FormRoute('submissions/:id')
  async edit(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: EditedSubmissionForm,
      keeps: TEXTS,
      keepsToo: ofFigures,
      act: async (form) => {
        await this.writing.edit(state, idOf(id), form, actorOf(post));
        return `${page}?done=${form.handIn ? 'submitted' : 'saved'}`;
      },
      orElse: async (form, error) => {
        const kept = asDraft(form, error);
        if (kept) await this.writing.edit(state, idOf(id), { ...form, ...kept.draft }, actorOf(post));
        return kept && { page, kept: kept.unread };
      },
    });
  }

  @FormRoute('submissions/:id/step')
  async step(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: SubmissionStepForm,
      act: async (form) => {
        await this.writing.step(state, idOf(id), form, actorOf(post));
        return `${page}?done=${form.step}`;
      },
    });
  }

  @FormRoute('submissions/:id/comments')
  async comment(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: SubmissionCommentForm,
      keeps: ['text'],
      act: async ({ text }) => {
        await this.writing.comment(state, idOf(id), text, actorOf(post));
        return `${page}?done=commented`;
      },
    });
  }

  @FormRoute('submissions/:id/decision')
  async decide(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: SubmissionDecisionForm,
      keeps: ['reason'],
      act: async (form) => {
        await this.reviews.decide(state, idOf(id), form, actorOf(post));
        return `${page}?done=${form.step}`;
      },
    });
  }

  @FormRoute('submissions/:id/unlock')
  async unlock(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: UnlockedPeriodForm,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.reviews.unlock(state, idOf(id), reason, actorOf(post));
        return `${page}?done=unlocked`;
      },
    });
  }

  @FormRoute('recommendations/:id/contributions')
  async contribute(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/recommendations/${encodeURIComponent(id)}/contributions`;
    await this.forms.answer(post, {
      page,
      schema: PublicContributionForm,
      keeps: ['text', 'organisation', 'email'],
      act: async (form) => {
        await this.contributions.contribute(state, { ...form, recommendation: id }, post.request.ip);
        return `${page}?done=contributed`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

const idOf = (id: string): number => readInput(SubmissionIdSchema, id);

const pageOf = ({ iso3 }: State, id: number | string): string =>
  `/states/${iso3}/submissions/${encodeURIComponent(String(id))}`;

/** The page with the empty form, for what it was about. */
function newPage({ iso3 }: State, body: unknown): string {
  const { obligation, recommendation } = body as Readonly<Record<string, unknown>>;
  const at = `/states/${iso3}/submissions`;
  if (typeof recommendation === 'string' && recommendation !== '')
    return `${at}/new/recommendation/${encodeURIComponent(recommendation)}`;
  return typeof obligation === 'string' && /^\d{1,10}$/.test(obligation)
    ? `${at}/new/obligation/${obligation}`
    : at;
}
