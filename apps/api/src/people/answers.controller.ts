import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { Answer } from '#contracts';
import { LanguageSchema } from '#contracts';
import { UserError } from '#domain';
import { AcknowledgeAlert, ReadAnswer } from '#tracking';

import { inLanguage, institutionView } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

const AnswerFormSchema = z.object({
  lang: LanguageSchema.default('en'),
  reason: z.string().trim().max(500, 'expected at most 500 characters').default(''),
});

/** Signed links from mails: enough to answer one reminder without a password, never to see more than the item. */
@Controller()
export class AnswersController {
  constructor(
    private readonly answers: ReadAnswer,
    private readonly acknowledge: AcknowledgeAlert,
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
  @Post('answer/:token')
  @HttpCode(303)
  async act(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang, reason } = readInput(AnswerFormSchema, body ?? {});
    const { state, alert, personId } = await this.answers.read(token);
    const page = `/${lang}/answer/${token}`;
    try {
      await this.acknowledge.acknowledge(state, alert.id, { personId, reason });
      void reply.header('location', `${page}?done=1`);
    } catch (error) {
      // The form says it in the reader's language. What was typed goes into no address.
      if (!(error instanceof UserError) || error.code !== 'answer.personal_data') throw error;
      const found = [error.details['kinds']].flat().join('.');
      void reply.header('location', `${page}?problem=${error.code}&found=${found}`);
    }
  }
}
