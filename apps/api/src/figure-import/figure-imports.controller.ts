import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { FigureImportList, FigureImportOutcome, FigureImportView, FigureUploadView } from '#contracts';
import { FigureImportOptionsSchema, FigureImportsQuerySchema, FigureUndoSchema } from '#contracts';
import { UserError } from '#domain';
import { RETENTION_RULES, ReadImports, ReadPublicRecord, UndoImport, UploadFigures } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { UPLOAD_LIMIT_BYTES, readUpload } from '../edge/upload.js';
import {
  figureImportListView,
  figureImportView,
  figureOutcomeView,
  figureUploadView,
  problemsAsCsv,
} from '../presenter/figure-import-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeIdCursor, decodeKey } from '../public/cursor.js';
import { asDownload } from '../public/download.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { authorOf, refuseUnstorable } from './import-author.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);
const SentSchema = z.object({
  kind: z.enum(['observations', 'budget', 'prosecutions']),
  dryRun: z.enum(['true', 'false']).default('false'),
});

const PLACE = ['id', 'id', 'day', 'day', 'id'] as const;

interface Numbered {
  readonly iso3: string;
  readonly id: string;
}

/** Files of figures for programs. The guard has seen to it that the State is one's own. */
@Controller('api/v1/states/:iso3/imports/figures')
export class FigureImportsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly reading: ReadImports,
    private readonly uploads: UploadFigures,
    private readonly undoing: UndoImport,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<FigureImportList> {
    const { lang, cursor, limit } = readInput(FigureImportsQuerySchema, query);
    const state = await this.state(iso3);
    const below = cursor === undefined ? null : decodeIdCursor(cursor);
    const page = await this.reading.list(state, below, limit);
    const { days } = RETENTION_RULES.figure_upload;
    return figureImportListView(
      state,
      page,
      { megabytes: UPLOAD_LIMIT_BYTES / 1_000_000, days, limit },
      lang,
    );
  }

  @Post()
  @HttpCode(200)
  async take(
    @AskedBy() asking: Asking,
    @Req() request: FastifyRequest,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<FigureImportOutcome> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const { name, bytes, fields } = await readUpload(request);
    const { kind, dryRun } = readInput(SentSchema, fields);
    const said = jsonOf(fields['options'] ?? '{}');
    refuseUnstorable(said);
    const { override, ...options } = readInput(FigureImportOptionsSchema, said);
    const asked = { kind, dryRun: dryRun === 'true', options, override };
    const outcome = await this.uploads.importAtOnce(state, { name, bytes }, asked, authorOf(asking));
    return figureOutcomeView(outcome, lang);
  }

  @Get('uploads/:id')
  @Header('cache-control', 'no-store')
  async upload(@Param() { iso3, id }: Numbered, @Query() query: unknown): Promise<FigureUploadView> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return figureUploadView(state, await this.reading.readUpload(state, readInput(IdSchema, id)), lang);
  }

  @Get('uploads/:id/problems.csv')
  @Header('cache-control', 'no-store')
  async problems(
    @Param() { iso3, id }: Numbered,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const found = await this.reading.readUpload(await this.state(iso3), readInput(IdSchema, id));
    return asDownload(reply, `problems-${id}.csv`, problemsAsCsv(found, lang));
  }

  @Get(':id')
  @Header('cache-control', 'no-store')
  async show(@Param() { iso3, id }: Numbered, @Query() query: unknown): Promise<FigureImportView> {
    const { lang, cursor, limit } = readInput(FigureImportsQuerySchema, query);
    const state = await this.state(iso3);
    const after = cursor === undefined ? null : decodeKey(cursor, PLACE);
    const found = await this.reading.read(state, readInput(IdSchema, id), after, limit);
    return figureImportView(state, found, limit, lang);
  }

  @Post(':id/undo')
  @HttpCode(204)
  async undo(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const { reason } = readInput(FigureUndoSchema, body ?? {});
    await this.undoing.undo(await this.state(iso3), readInput(IdSchema, id), reason, authorOf(asking));
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UserError('invalid_input', 'input.invalid', 'options: expected an object as JSON.', {
      cause: error,
    });
  }
}
