import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { FigureLinkView } from '#contracts';
import { SubmitByLink } from '#tracking';

import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { figureSheetView } from '../presenter/figure-presenter.js';
import { inLanguage, institutionView } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { ofFigures } from '../submission/figure-form.js';
import { FigureLinkForm } from '../submission/submission-forms.js';

/** Signed links from mails: enough to send the figure of one obligation without a password. */
@Controller()
export class FigureLinksController {
  constructor(
    private readonly links: SubmitByLink,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/figure-links/:token')
  @Header('cache-control', 'no-store')
  async show(@Param('token') token: string, @Query() query: unknown): Promise<FigureLinkView> {
    const { lang } = readInput(PageQuerySchema, query);
    const { answer, obligation, standing, figures, sent } = await this.links.read(token);
    const { periodStartOn, periodEndOn } = obligation;
    return {
      state: {
        iso3: answer.state.iso3,
        name: inLanguage(answer.state.name, lang),
        demonstration: answer.state.demonstration,
      },
      recommendation: {
        id: answer.publicId,
        code: answer.code,
        title: answer.titles[lang] ?? answer.titles['en'] ?? answer.code,
      },
      institution: obligation.institution && institutionView(obligation.institution, lang),
      obligation: {
        title: inLanguage(obligation.title, lang),
        dueOn: obligation.dueOn,
        period:
          periodStartOn === null || periodEndOn === null
            ? null
            : { startOn: periodStartOn, endOn: periodEndOn },
      },
      personName: answer.personName,
      expiresOn: answer.expiresOn,
      standing,
      figures: figures && figureSheetView(figures, lang, false),
      sent: sent && { on: sent.on, texts: sent.texts },
    };
  }

  /** Mail scanners follow links and never post forms: GET shows, POST acts. */
  @FormRoute('figure/:token')
  async act(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    await this.links.read(token);
    const page = `/figure/${token}`;
    await this.forms.answer(post, {
      page,
      schema: FigureLinkForm,
      keeps: ['text'],
      keepsToo: ofFigures,
      act: async (form) => {
        await this.links.submit(token, form);
        return `${page}?done=1`;
      },
    });
  }
}
