import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { Answer } from '#contracts';
import { AnswerAlert, ReadAnswer } from '#tracking';

import { AlertAnswerForm, KEPT_OF_ANSWER, answerWith } from '../alert/answering-alerts.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { inLanguage, institutionView } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** Signed links from mails: enough to answer one reminder without a password, never to see more than the item. */
@Controller()
export class AnswersController {
  constructor(
    private readonly answers: ReadAnswer,
    private readonly answering: AnswerAlert,
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
      today: reading.today,
      snoozedUntil: reading.alert.snoozedUntil,
      latestSnooze: reading.latestSnooze,
      legalDate: reading.legalDate,
      notMine: reading.disowned,
      mayDisown: reading.answerer.institution !== null && reading.alert.rule !== 'nobody_responsible',
      personName: reading.personName,
      expiresOn: reading.expiresOn,
    };
  }

  /** Mail scanners follow links and never post forms: GET shows, POST acts. */
  @FormRoute('answer/:token')
  async act(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    const { state, alert, answerer } = await this.answers.read(token);
    const page = `/answer/${token}`;
    await this.forms.answer(post, {
      page,
      schema: AlertAnswerForm,
      keeps: KEPT_OF_ANSWER,
      act: async (form) => {
        await answerWith(this.answering, { state, alert: alert.id }, form, answerer);
        return `${page}?done=${form.answer}`;
      },
    });
  }
}
