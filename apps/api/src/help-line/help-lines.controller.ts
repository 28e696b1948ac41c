import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import type { z } from 'zod';

import { HelpLineCheckSchema, HelpLineFormSchema, HelpLineQuerySchema } from '#contracts';
import type { HelpLineList, KeptHelpLines } from '#contracts';
import { KeepHelpLines, ReadPublicRecord } from '#tracking';
import type { HelpLineContent, State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema } from '../action/answering.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { helpLineListView, keptHelpLinesView } from '../presenter/help-line-presenter.js';
import { readInput } from '../problem/read-input.js';

type HelpLineForm = z.infer<typeof HelpLineFormSchema>;

interface OfLine {
  readonly iso3: string;
  readonly line: string;
}

/** Whom children can call: read by everybody, kept by the secretariat. */
@Controller()
export class HelpLinesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly lines: KeepHelpLines,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/help-lines')
  async read(@Param('iso3') iso3: string, @Query() query: unknown): Promise<HelpLineList> {
    const { lang } = readInput(HelpLineQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    return helpLineListView(await this.lines.listPublic(state), this.record.today(state), lang);
  }

  @Get('api/v1/states/:iso3/help-lines/kept')
  @Header('cache-control', 'no-store')
  async kept(@AskedBy() asking: Asking, @Param('iso3') iso3: string): Promise<KeptHelpLines> {
    const state = await this.record.getState(iso3.toUpperCase());
    return keptHelpLinesView(await this.lines.list(state), {
      state,
      today: this.record.today(state),
      mayChange: asking.grant.membership?.role === 'secretariat',
    });
  }

  @FormRoute('states/:iso3/help-lines')
  add(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    return this.answer(post, iso3, HelpLineFormSchema, 'help_line_written', (state, form) =>
      this.lines.write(state, null, contentOf(form), { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/help-lines/:line')
  change(@Posted() post: FormPost, @Param() { iso3, line }: OfLine): Promise<void> {
    return this.answer(post, iso3, HelpLineFormSchema, 'help_line_written', (state, form) =>
      this.lines.write(state, readInput(IdSchema, line), contentOf(form), { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/help-lines/:line/check')
  check(@Posted() post: FormPost, @Param() { iso3, line }: OfLine): Promise<void> {
    return this.answer(post, iso3, HelpLineCheckSchema, 'help_line_checked', (state, { version }) =>
      this.lines.check(state, readInput(IdSchema, line), version, { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/help-lines/:line/withdraw')
  withdraw(@Posted() post: FormPost, @Param() { iso3, line }: OfLine): Promise<void> {
    return this.answer(post, iso3, NO_FIELDS, 'help_line_withdrawn', (state) =>
      this.lines.withdraw(state, readInput(IdSchema, line), { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/help-lines/:line/up')
  moveUp(@Posted() post: FormPost, @Param() { iso3, line }: OfLine): Promise<void> {
    return this.answer(post, iso3, NO_FIELDS, 'help_line_moved', (state) =>
      this.lines.moveUp(state, readInput(IdSchema, line), { personId: personOf(post) }),
    );
  }

  private async answer<S extends z.ZodType>(
    post: FormPost,
    iso3: string,
    schema: S,
    done: string,
    act: (state: State, form: z.infer<S>) => Promise<void>,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/help-lines`;
    await this.forms.answer(post, {
      page,
      schema,
      keepsToo: (name) => Object.hasOwn(HelpLineFormSchema.shape, name),
      act: async (form) => {
        await act(state, form);
        return `${page}?done=${done}`;
      },
    });
  }
}

function contentOf(form: HelpLineForm): HelpLineContent {
  return {
    telephone: form.telephone,
    freeOfCharge: form.charge === 'free',
    webAddress: form.web === '' ? null : form.web,
    wordings: (['en', 'es'] as const)
      .map((language) => ({
        language,
        name: form[`name_${language}`],
        hours: form[`hours_${language}`],
        spoken: form[`spoken_${language}`],
      }))
      .filter(({ name }) => name !== ''),
  };
}
