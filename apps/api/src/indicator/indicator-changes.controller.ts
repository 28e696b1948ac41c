import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { DimensionList, IndicatorDefinitionView, LibraryProposals } from '#contracts';
import { ChangedIndicatorSchema, LibraryChoiceSchema, NewIndicatorSchema } from '#contracts';
import { DefineIndicator, LoadLibrary, ReadPublicRecord } from '#tracking';
import type { ChangedBy, PlannedIndicator, State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { definitionView, dimensionsView, proposalsView } from '../presenter/definition-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import {
  ChangeIndicatorForm,
  DEFINITION_FIELDS,
  LibraryForm,
  NewIndicatorForm,
  OfRecommendation,
} from './indicator-forms.js';

interface OfItem {
  readonly iso3: string;
  readonly id: string;
}
interface OfIndicator {
  readonly iso3: string;
  readonly code: string;
}

/** What indicators a State has, as programs of its secretariat see and set it. */
@Controller('api/v1/states/:iso3')
export class IndicatorChangesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly indicators: DefineIndicator,
    private readonly library: LoadLibrary,
  ) {}

  @Get('indicators/:code/definition')
  async definition(@Param() { iso3, code }: OfIndicator): Promise<IndicatorDefinitionView> {
    return definitionView(await this.indicators.read(await this.state(iso3), code));
  }

  @Get('dimensions')
  async dimensions(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DimensionList> {
    const { lang } = readInput(PageQuerySchema, query);
    return dimensionsView(await this.record.listDimensions(await this.state(iso3)), lang);
  }

  @Get('recommendations/:id/library')
  async proposals(@Param() { iso3, id }: OfItem, @Query() query: unknown): Promise<LibraryProposals> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const { recommendation, planned } = await this.library.proposals(state, id);
    const dimensions = await this.record.listDimensions(state);
    return proposalsView(
      { id: recommendation.publicId, code: recommendation.code },
      planned,
      dimensions,
      lang,
    );
  }

  @Post('indicators')
  @HttpCode(204)
  async add(@AskedBy() asking: Asking, @Param('iso3') iso3: string, @Body() body: unknown): Promise<void> {
    const { code, ...wish } = readInput(NewIndicatorSchema, body ?? {});
    await this.indicators.add(await this.state(iso3), code, wish, by(asking));
  }

  @Post('indicators/:code')
  @HttpCode(204)
  async change(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: OfIndicator,
    @Body() body: unknown,
  ): Promise<void> {
    const wish = readInput(ChangedIndicatorSchema, body ?? {});
    await this.indicators.change(await this.state(iso3), code, wish, by(asking));
  }

  @Post('recommendations/:id/library')
  @HttpCode(200)
  async load(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: OfItem,
    @Body() body: unknown,
  ): Promise<{ created: string[]; linked: string[]; present: string[] }> {
    const { indicators } = readInput(LibraryChoiceSchema, body ?? {});
    const { personId, role } = by(asking);
    const loaded = await this.library.load(await this.state(iso3), id, indicators, { personId, actor: role });
    return {
      created: codesOf(loaded, 'create'),
      linked: codesOf(loaded, 'link'),
      present: codesOf(loaded, 'present'),
    };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

/** The same by the forms of the pages. */
@Controller('states/:iso3')
export class IndicatorFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly indicators: DefineIndicator,
    private readonly library: LoadLibrary,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('indicators')
  async add(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const { recommendation } = readInput(OfRecommendation, post.body);
    await this.forms.answer(post, {
      page: `/states/${state.iso3}/recommendations/${encodeURIComponent(recommendation)}/new-indicator`,
      schema: NewIndicatorForm,
      keepsToo: (name) => name === 'code' || DEFINITION_FIELDS.includes(name),
      act: async ({ code, ...wish }) => {
        await this.indicators.add(state, code, wish, by(post));
        return `${definitionPage(state, code)}?done=added`;
      },
    });
  }

  @FormRoute('indicators/:code')
  async change(@Posted() post: FormPost, @Param() { iso3, code }: OfIndicator): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = definitionPage(state, code);
    await this.forms.answer(post, {
      page,
      schema: ChangeIndicatorForm,
      keepsToo: (name) => name === 'reason' || DEFINITION_FIELDS.includes(name),
      act: async (wish) => {
        await this.indicators.change(state, code, wish, by(post));
        return `${page}?done=changed`;
      },
    });
  }

  @FormRoute('recommendations/:id/library')
  async load(@Posted() post: FormPost, @Param() { iso3, id }: OfItem): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/recommendations/${encodeURIComponent(id)}/library`;
    await this.forms.answer(post, {
      page,
      schema: LibraryForm,
      act: async ({ indicators }) => {
        const { personId, role } = by(post);
        await this.library.load(state, id, indicators, { personId, actor: role });
        return `${page}?done=loaded`;
      },
    });
  }
}

const definitionPage = ({ iso3 }: State, code: string): string =>
  `/states/${iso3}/indicators/${encodeURIComponent(code)}/definition`;

function codesOf(planned: readonly PlannedIndicator[], step: PlannedIndicator['step']): string[] {
  return planned.filter((one) => one.step === step).map(({ indicator }) => indicator.code);
}

/** By the role with which the guard let the visitor in. */
function by({ visitor, grant }: Asking): ChangedBy {
  return { personId: visitor.personId, role: grant.membership?.role ?? 'public' };
}
