import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { IntakeList, IntakeView } from '#contracts';
import { IntakeQuerySchema, WrittenFactsSchema, WrittenParagraphSchema } from '#contracts';
import {
  ReadIntake,
  ReadPublicRecord,
  SearchPublicRecord,
  TakeInDocument,
  factsCorrection,
  paragraphCorrection,
} from '#tracking';
import type { Registrar, State } from '#tracking';

import { personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readUpload } from '../edge/upload.js';
import { intakeListView, intakeView } from '../presenter/intake-presenter.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);
const NumberSchema = z.coerce.number().int().positive().max(999);
const ReasonSchema = z
  .string()
  .trim()
  .max(500)
  .default('')
  .transform((reason) => (reason === '' ? null : reason));
const orNull = (value: unknown): unknown => (value === '' ? null : value);
const numberOrNull = (value: unknown): unknown => (value === '' ? null : Number(value));

const ParagraphFormSchema = WrittenParagraphSchema.extend({
  verb: z.preprocess(orNull, WrittenParagraphSchema.shape.verb),
  chapeau: z.preprocess(orNull, WrittenParagraphSchema.shape.chapeau),
  concernParagraph: z.preprocess(numberOrNull, WrittenParagraphSchema.shape.concernParagraph),
  reason: ReasonSchema,
});
const FactsFormSchema = WrittenFactsSchema.extend({ reason: ReasonSchema });
/** Which of a form's two buttons was pressed. */
const ButtonSchema = z.object({ act: z.enum(['keep', 'withdraw']).default('keep') });
const SaveFormSchema = z.object({ reason: ReasonSchema });

/** Documents on their way in. The guard has seen to it that the State is one's own. */
@Controller()
export class IntakeController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly intakes: ReadIntake,
    private readonly documents: TakeInDocument,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/intakes')
  @Header('cache-control', 'no-store')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<IntakeList> {
    const { lang, q, cursor, limit } = readInput(IntakeQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.state(iso3);
    const below = cursor === undefined ? null : decodeIdCursor(cursor);
    const list = intakeListView(state, await this.intakes.list(state, { below, search, limit }), lang);
    return { ...list, sought: await this.searches.soughtIn(state, search, list.items) };
  }

  @Get('api/v1/states/:iso3/intakes/:id')
  @Header('cache-control', 'no-store')
  async show(
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<IntakeView> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return intakeView(state, await this.intakes.read(state, readForm(IdSchema, id)), lang);
  }

  /** The file of a form is read last, so the language of the page stands in the address. */
  @FormRoute('states/:iso3/intakes')
  async open(@Posted() post: FormPost, @Param('iso3') iso3: string, @Query() query: unknown): Promise<void> {
    const { lang: language } = readInput(LanguageFormSchema, query);
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/intakes`;
    await this.forms.answer(
      { ...post, language },
      {
        page,
        schema: NO_FIELDS,
        act: async () => {
          const file = await readUpload(post.request);
          return `${page}/${await this.documents.open(state, file, registrarOf(post))}`;
        },
      },
    );
  }

  @FormRoute('states/:iso3/intakes/:id/document')
  async correctFacts(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
  ): Promise<void> {
    await this.answer(post, { iso3, id, place: 'document' }, async (state, intakeId) => {
      const by = registrarOf(post);
      if (readForm(ButtonSchema, post.body).act === 'withdraw')
        return this.documents.correct(state, intakeId, 'document', { correction: null, reason: null }, by);
      const { reason, ...written } = readForm(FactsFormSchema, post.body);
      const { reading } = await this.intakes.read(state, intakeId);
      const correction = factsCorrection(reading, written);
      return this.documents.correct(state, intakeId, 'document', { correction, reason }, by);
    });
  }

  @FormRoute('states/:iso3/intakes/:id/paragraphs/:number')
  async correctParagraph(
    @Posted() post: FormPost,
    @Param() { iso3, id, number }: { iso3: string; id: string; number: string },
  ): Promise<void> {
    await this.answer(post, { iso3, id, place: `paragraph-${number}` }, async (state, intakeId) => {
      const by = registrarOf(post);
      const paragraph = readForm(NumberSchema, number);
      const place = `paragraph.${paragraph}`;
      if (readForm(ButtonSchema, post.body).act === 'withdraw')
        return this.documents.correct(state, intakeId, place, { correction: null, reason: null }, by);
      const { reason, ...written } = readForm(ParagraphFormSchema, post.body);
      const { reading } = await this.intakes.read(state, intakeId);
      const correction = paragraphCorrection(reading, paragraph, written);
      return this.documents.correct(state, intakeId, place, { correction, reason }, by);
    });
  }

  @FormRoute('states/:iso3/intakes/:id/save')
  async save(@Posted() post: FormPost, @Param() { iso3, id }: { iso3: string; id: string }): Promise<void> {
    await this.answer(post, { iso3, id, place: 'saved' }, async (state, intakeId) => {
      const { reason } = readForm(SaveFormSchema, post.body);
      await this.documents.save(state, intakeId, reason, registrarOf(post));
    });
  }

  @FormRoute('states/:iso3/intakes/:id/discard')
  async discard(
    @Posted() post: FormPost,
    @Param() { iso3, id }: { iso3: string; id: string },
  ): Promise<void> {
    await this.answer(post, { iso3, id, place: 'discarded' }, (state, intakeId) =>
      this.documents.discard(state, intakeId, registrarOf(post)),
    );
  }

  /** Does the work and goes back to the page of the document, to the place that was worked on. */
  private async answer(
    post: FormPost,
    { iso3, id, place }: { readonly iso3: string; readonly id: string; readonly place: string },
    work: (state: State, id: number) => Promise<void>,
  ): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/intakes/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema: NO_FIELDS,
      act: async () => {
        await work(state, readForm(IdSchema, id));
        return `${page}?done=${place.replace(/-\d+$/, '')}#${place}`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function registrarOf(asking: Asking): Registrar {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' };
}
