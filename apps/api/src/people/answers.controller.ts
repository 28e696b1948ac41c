import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { Answer } from '#contracts';
import { AcknowledgeAlert, ReadAnswer } from '#tracking';

import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { inLanguage, institutionView } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

const AnswerFormSchema = z.object({
  reason: z.string().trim().max(500, 'expected at most 500 characters').default(''),
});

/** Signed links from mails: enough to answer one reminder without a password, never to see more than the item. */
@Controller()
export class AnswersController {
  constructor(
    private readonly answers: ReadAnswer,
    private readonly acknowledge: AcknowledgeAlert,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/answers/:token')
  @Header('cache-control', 'no-store')
  async show(@Param('token') token: string, @Query() query: unknown): Promise<Answer> {
    const { lang } = readInput(PageQuerySchema, query);
    const reading = await this.answers.read(token);
    return {
      state: {
        iso3: reading.state.iso3,
        name: inLanguage(reading.state.name, lang),
        demonstration: reading.state.demonstration,
      },
      recommendation: {
        id: reading.publicId,
        code: reading.code,
        title: reading.titles[lang] ?? reading.titles['en'] ?? reading.code,
      },
      institution: reading.institution ? institutionView(reading.institution, lang) : null,
      finding: {
        code: `${reading.alert.rule}.${reading.alert.reason}`,
        parameters: reading.evidence,
      },
      alertState: reading.alert.state,
      personName: reading.personName,
      expiresOn: reading.expiresOn,
    };
  }

  /** Mail scanners follow links and never post forms: GET shows, POST acts. */
  @FormRoute('answer/:token')
  async act(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    const { state, alert, personId } = await this.answers.read(token);
    const page = `/answer/${token}`;
    await this.forms.answer(post, {
      page,
      schema: AnswerFormSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.acknowledge.acknowledge(state, alert.id, { personId, reason });
        return `${page}?done=1`;
      },
    });
  }
}
