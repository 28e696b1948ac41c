import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { IntakeList, IntakeView } from '#contracts';
import { IntakeQuerySchema, WrittenFactsSchema, WrittenParagraphSchema } from '#contracts';
import {
  ReadIntake,
  ReadPublicRecord,
  TakeInDocument,
  factsCorrection,
  paragraphCorrection,
} from '#tracking';
import type { Registrar, State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { readUpload } from '../edge/upload.js';
import { intakeListView, intakeView } from '../presenter/intake-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { decodeCursor } from '../public/cursor.js';
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
  ) {}

  @Get('api/v1/states/:iso3/intakes')
  @Header('cache-control', 'no-store')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<IntakeList> {
    const { lang, cursor, limit } = readInput(IntakeQuerySchema, query);
    const state = await this.state(iso3);
    const below = cursor === undefined ? null : decodeCursor(cursor);
    return intakeListView(state, await this.intakes.list(state, below, limit), lang);
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

  @Post('states/:iso3/intakes')
  @HttpCode(303)
  async open(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const state = await this.state(iso3);
    // The file is read after its fields: before them nothing says in which language the page is.
    let page = `/en/states/${state.iso3}/intakes`;
    await answerForm(
      reply,
      () => page,
      async () => {
        const { file, fields } = await readUpload(request);
        const { lang } = readInput(LanguageFormSchema, fields);
        page = `/${lang}/states/${state.iso3}/intakes`;
        return `${page}/${await this.documents.open(state, file, registrarOf(asking))}`;
      },
    );
  }

  @Post('states/:iso3/intakes/:id/document')
  @HttpCode(303)
  async correctFacts(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.answer({ iso3, id, body, reply }, 'document', async (state, intakeId) => {
      const by = registrarOf(asking);
      if (readForm(ButtonSchema, body).act === 'withdraw')
        return this.documents.correct(state, intakeId, 'document', { correction: null, reason: null }, by);
      const { reason, ...written } = readForm(FactsFormSchema, body);
      const { reading } = await this.intakes.read(state, intakeId);
      const correction = factsCorrection(reading, written);
      return this.documents.correct(state, intakeId, 'document', { correction, reason }, by);
    });
  }

  @Post('states/:iso3/intakes/:id/paragraphs/:number')
  @HttpCode(303)
  async correctParagraph(
    @AskedBy() asking: Asking,
    @Param() { iso3, id, number }: { iso3: string; id: string; number: string },
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.answer({ iso3, id, body, reply }, `paragraph-${number}`, async (state, intakeId) => {
      const by = registrarOf(asking);
      const paragraph = readForm(NumberSchema, number);
      const place = `paragraph.${paragraph}`;
      if (readForm(ButtonSchema, body).act === 'withdraw')
        return this.documents.correct(state, intakeId, place, { correction: null, reason: null }, by);
      const { reason, ...written } = readForm(ParagraphFormSchema, body);
      const { reading } = await this.intakes.read(state, intakeId);
      const correction = paragraphCorrection(reading, paragraph, written);
      return this.documents.correct(state, intakeId, place, { correction, reason }, by);
    });
  }

  @Post('states/:iso3/intakes/:id/save')
  @HttpCode(303)
  async save(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: { iso3: string; id: string },
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.answer({ iso3, id, body, reply }, 'saved', async (state, intakeId) => {
      await this.documents.save(state, intakeId, readForm(SaveFormSchema, body).reason, registrarOf(asking));
    });
  }

  @Post('states/:iso3/intakes/:id/discard')
  @HttpCode(303)
  async discard(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: { iso3: string; id: string },
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.answer({ iso3, id, body, reply }, 'discarded', (state, intakeId) =>
      this.documents.discard(state, intakeId, registrarOf(asking)),
    );
  }

  /** Does the work and goes back to the page of the document, to the place that was worked on. */
  private async answer(
    sent: {
      readonly iso3: string;
      readonly id: string;
      readonly body: unknown;
      readonly reply: FastifyReply;
    },
    place: string,
    work: (state: State, id: number) => Promise<void>,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, sent.body ?? {});
    const state = await this.state(sent.iso3);
    const page = `/${lang}/states/${state.iso3}/intakes/${encodeURIComponent(sent.id)}`;
    await answerForm(
      sent.reply,
      () => page,
      async () => {
        await work(state, readForm(IdSchema, sent.id));
        return `${page}?done=${place.replace(/-\d+$/, '')}#${place}`;
      },
    );
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function registrarOf(asking: Asking): Registrar {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' };
}
