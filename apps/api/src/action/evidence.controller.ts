import { Readable } from 'node:stream';

import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

import type { EvidenceList } from '#contracts';
import {
  EvidenceFormSchema,
  EvidenceLinkSchema,
  EvidencePageQuerySchema,
  EvidenceQuerySchema,
  WithdrawalSchema,
} from '#contracts';
import { GiveEvidence, ReadEvidence, ReadPublicRecord, SearchPublicRecord } from '#tracking';
import type { OpenedFile, State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readUpload } from '../edge/upload.js';
import { evidenceView } from '../presenter/action-presenter.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { StandsOn } from './action-forms.js';
import { IdSchema, answeringOf, before, ownInstitutionOf } from './answering.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

const KEEPS = [
  'institution',
  'action',
  'language',
  'title',
  'effective_on',
  'expires_on',
  'visibility',
  'url',
] as const;
const OfRecommendation = EvidenceQuerySchema.pick({ recommendation: true });
const LinkFields = EvidenceLinkSchema.shape.url;

/** What proves that something was done: public evidence for everybody, private evidence for those whom the guard lets in. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly evidence: ReadEvidence,
    private readonly giving: GiveEvidence,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/recommendations/:id/evidence')
  async listPublished(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<EvidenceList> {
    const { lang: language, q, cursor, limit } = readInput(EvidencePageQuerySchema, query);
    const search = searchOf(q, language);
    const state = await this.state(iso3);
    const { today, entries } = await this.evidence.listPublished(state, {
      recommendation: id,
      actionId: null,
      institution: null,
      brokenOnly: false,
      search,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(entries, limit, ({ id: number }) => [number]);
    const items = shown.map((entry) => evidenceView(entry, { state, today, language }));
    return { today, items, nextCursor, sought: await this.searches.soughtIn(state, search, items) };
  }

  @Get('api/v1/states/:iso3/evidence')
  @Header('cache-control', 'no-store')
  async listKept(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<EvidenceList> {
    const asked = readInput(EvidenceQuerySchema, query);
    const { lang: language, cursor, limit } = asked;
    const search = searchOf(asked.q, language);
    const state = await this.state(iso3);
    const { today, entries } = await this.evidence.listKept(state, {
      recommendation: asked.recommendation === '' ? null : asked.recommendation,
      actionId: asked.action ?? null,
      submissionId: asked.submission ?? null,
      institution: ownInstitutionOf(asking),
      brokenOnly: asked.broken === '1',
      search,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(entries, limit, ({ id: number }) => [number]);
    const items = shown.map((entry) => evidenceView(entry, { state, today, language }));
    return { today, items, nextCursor, sought: await this.searches.soughtIn(state, search, items) };
  }

  @Get('api/v1/states/:iso3/evidence/:id/file')
  async downloadPublished(
    @Param() { iso3, id }: Named,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.evidence.openPublished(await this.state(iso3), readInput(IdSchema, id));
    return asDownload(reply, file);
  }

  @Get('api/v1/states/:iso3/evidence/:id/kept-file')
  @Header('cache-control', 'no-store')
  async downloadKept(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const own = ownInstitutionOf(asking);
    const file = await this.evidence.openKept(await this.state(iso3), readInput(IdSchema, id), own);
    return asDownload(reply, file);
  }

  @Post('api/v1/states/:iso3/recommendations/:id/evidence-links')
  async giveLink(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(EvidenceLinkSchema, body ?? {});
    return { id: await this.giving.giveLink(await this.state(iso3), id, wish, answeringOf(asking)) };
  }

  @Post('api/v1/states/:iso3/recommendations/:id/evidence-files')
  async giveFile(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Req() request: FastifyRequest,
  ): Promise<{ id: number }> {
    const state = await this.state(iso3);
    const { fields, ...file } = await readUpload(request);
    const wish = { ...wishOf(readInput(EvidenceFormSchema, fields)), file };
    return { id: await this.giving.giveFile(state, id, wish, answeringOf(asking)) };
  }

  @Post('api/v1/states/:iso3/evidence/:id/withdrawal')
  @HttpCode(204)
  async withdraw(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const why = readInput(WithdrawalSchema, body ?? {});
    await this.giving.withdraw(await this.state(iso3), readInput(IdSchema, id), why, answeringOf(asking));
  }

  @FormRoute('states/:iso3/recommendations/:id/evidence-links')
  async giveLinkByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOfEvidence(state, id, post.body);
    await this.forms.answer(post, {
      page,
      schema: EvidenceFormSchema.extend({ url: LinkFields }),
      keeps: KEEPS,
      act: async ({ url, ...fields }) => {
        await this.giving.giveLink(state, id, { ...wishOf(fields), url }, answeringOf(post));
        return `${page}?done=given#evidence`;
      },
    });
  }

  /** The file of a form is read last, so language and page stand in the address. */
  @FormRoute('states/:iso3/recommendations/:id/evidence-files')
  async giveFileByForm(
    @Posted() post: FormPost,
    @Param() { iso3, id }: Named,
    @Query() query: unknown,
  ): Promise<void> {
    const { lang: language } = readInput(LanguageFormSchema, query);
    const state = await this.state(iso3);
    const page = pageOfEvidence(state, id, query);
    const body: Record<string, string> = {};
    await this.forms.answer(
      { ...post, language, body },
      {
        page,
        schema: NO_FIELDS.loose(),
        keeps: KEEPS,
        act: async () => {
          const { fields, ...file } = await readUpload(post.request, body);
          const wish = { ...wishOf(readForm(EvidenceFormSchema, fields)), file };
          await this.giving.giveFile(state, id, wish, answeringOf(post));
          return `${page}?done=given#evidence`;
        },
      },
    );
  }

  @FormRoute('states/:iso3/evidence/:id/withdrawal')
  async withdrawByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    const { recommendation } = readInput(OfRecommendation, post.body ?? {});
    const page = pageOfEvidence(state, recommendation, post.body);
    await this.forms.answer(post, {
      page,
      schema: WithdrawalSchema,
      keeps: ['reason'],
      act: async (why) => {
        const number = readInput(IdSchema, id);
        await this.giving.withdraw(state, number, why, answeringOf(post));
        return `${page}?done=withdrawn&of=${number}#evidence`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function wishOf({ effective_on, expires_on, visibility, ...rest }: z.infer<typeof EvidenceFormSchema>) {
  return {
    ...rest,
    effectiveOn: effective_on,
    expiresOn: expires_on,
    published: visibility === 'public',
  };
}

/** That of the answer or the action which the form stood with, else of the recommendation. */
function pageOfEvidence(state: State, recommendation: string, form: unknown): string {
  const { on_action: action, on_submission: submission } = readInput(StandsOn, form ?? {});
  if (typeof submission === 'number') return `/states/${state.iso3}/submissions/${submission}`;
  return action === null || action === undefined
    ? `/states/${state.iso3}/recommendations/${encodeURIComponent(recommendation)}/actions`
    : `/states/${state.iso3}/actions/${action}`;
}

/** Never shown in place: whatever is in a file, no page of ours runs it (the edge adds nosniff and a sandbox). */
function asDownload(reply: FastifyReply, file: OpenedFile): StreamableFile {
  const plain = file.name.replace(/[^\w.()-]/g, '_');
  // RFC 6266, 4.3 and RFC 8187, 3.2: names in other letters go beside a plain one.
  const exact = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  void reply.header('etag', `"${file.sha256}"`).header('x-content-sha256', file.sha256);
  return new StreamableFile(Readable.from(file.chunks), {
    type: file.mediaType,
    length: file.sizeBytes,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
  });
}
