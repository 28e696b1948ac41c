import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { UhriAnnotationList, UhriImportList, UhriImportView } from '#contracts';
import {
  UhriAnnotationsQuerySchema,
  UhriImportQuerySchema,
  UhriImportsQuerySchema,
  UhriLinkVerdictSchema,
} from '#contracts';
import { UHRI_LANGUAGES } from '#domain';
import { DecideUhriLink, ImportUhri, ReadPublicRecord, ReadUhri, SearchPublicRecord } from '#tracking';
import type { Registrar, State } from '#tracking';

import { personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { streamUpload } from '../edge/upload.js';
import { uhriAnnotationListView, uhriImportListView, uhriImportView } from '../presenter/uhri-presenter.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { searchOf } from '../public/list-page.js';

/** The whole Index in one language has some 400 MB; nothing of it is held. */
const EXPORT_LIMIT_BYTES = 800_000_000;

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);
const AnnotationIdSchema = z.guid();
const FileFormSchema = z.object({ language: z.enum(UHRI_LANGUAGES) });
const SaveFormSchema = z.object({ seen: z.string().max(100) });

/** Exports of the Universal Human Rights Index on their way in. The guard has seen to it that the State is one's own. */
@Controller()
export class UhriController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly reading: ReadUhri,
    private readonly imports: ImportUhri,
    private readonly links: DecideUhriLink,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/imports/uhri')
  @Header('cache-control', 'no-store')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<UhriImportList> {
    const { lang, cursor, limit } = readInput(UhriImportsQuerySchema, query);
    const state = await this.state(iso3);
    const page = await this.reading.list(state, cursor === undefined ? null : decodeIdCursor(cursor), limit);
    return uhriImportListView(state, page, EXPORT_LIMIT_BYTES / 1_000_000, lang);
  }

  @Get('api/v1/states/:iso3/imports/uhri/:id')
  @Header('cache-control', 'no-store')
  async show(
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<UhriImportView> {
    const { lang, cursor, limit, change } = readInput(UhriImportQuerySchema, query);
    const state = await this.state(iso3);
    const after = cursor === undefined ? null : decodeIdCursor(cursor);
    const found = await this.reading.read(state, readForm(IdSchema, id), {
      change: change ?? null,
      after,
      limit,
    });
    return uhriImportView(state, found, lang);
  }

  @Get('api/v1/states/:iso3/uhri-annotations')
  @Header('cache-control', 'no-store')
  async annotations(@Param('iso3') iso3: string, @Query() query: unknown): Promise<UhriAnnotationList> {
    const { lang, cursor, limit, q } = readInput(UhriAnnotationsQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.state(iso3);
    const page = await this.reading.listAnnotations(state, {
      search: search?.query,
      language: lang,
      after: cursor === undefined ? null : decodeIdCursor(cursor),
      limit,
    });
    const list = uhriAnnotationListView(state, page, lang);
    const shown = list.items.map(({ link: _, ...annotation }) => annotation);
    return { ...list, sought: await this.searches.soughtIn(state, search, shown) };
  }

  /** The file of a form is read last, so the language of the page stands in the address. */
  @FormRoute('states/:iso3/imports/uhri')
  async open(@Posted() post: FormPost, @Param('iso3') iso3: string, @Query() query: unknown): Promise<void> {
    const { lang: language } = readInput(LanguageFormSchema, query);
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/imports/uhri`;
    await this.forms.answer(
      { ...post, language },
      {
        page,
        schema: NO_FIELDS,
        act: async () => {
          const id = await streamUpload(post.request, EXPORT_LIMIT_BYTES, ({ fields, name, bytes }) =>
            this.imports.open(
              state,
              { name, bytes, language: readForm(FileFormSchema, fields).language },
              registrarOf(post),
            ),
          );
          return `${page}/${id}`;
        },
      },
    );
  }

  @FormRoute('states/:iso3/imports/uhri/:id/save')
  async save(@Posted() post: FormPost, @Param() { iso3, id }: { iso3: string; id: string }): Promise<void> {
    await this.answer(post, { iso3, id, done: 'saved' }, async (state, importId) => {
      const { seen } = readForm(SaveFormSchema, post.body);
      await this.imports.save(state, importId, seen, registrarOf(post));
    });
  }

  @FormRoute('states/:iso3/imports/uhri/:id/discard')
  async discard(
    @Posted() post: FormPost,
    @Param() { iso3, id }: { iso3: string; id: string },
  ): Promise<void> {
    await this.answer(post, { iso3, id, done: 'discarded' }, (state, importId) =>
      this.imports.discard(state, importId, registrarOf(post)),
    );
  }

  @FormRoute('states/:iso3/uhri-annotations/:id/links')
  async link(@Posted() post: FormPost, @Param('iso3') iso3: string, @Param('id') id: string): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/uhri`;
    await this.forms.answer(post, {
      page,
      schema: UhriLinkVerdictSchema,
      act: async ({ recommendations, verdict, q, cursor }) => {
        const annotationId = readForm(AnnotationIdSchema, id);
        await this.links.decide(state, { annotationId, recommendations, verdict, by: registrarOf(post) });
        const query = new URLSearchParams({
          done: verdict,
          ...(q === '' ? {} : { q }),
          ...(cursor === '' ? {} : { cursor }),
        });
        return `${page}?${query}#annotation-${annotationId}`;
      },
    });
  }

  private async answer(
    post: FormPost,
    { iso3, id, done }: { readonly iso3: string; readonly id: string; readonly done: string },
    work: (state: State, id: number) => Promise<void>,
  ): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/imports/uhri/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema: NO_FIELDS,
      act: async () => {
        await work(state, readForm(IdSchema, id));
        return `${page}?done=${done}`;
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
