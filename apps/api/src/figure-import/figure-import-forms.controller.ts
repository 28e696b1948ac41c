import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import {
  FigureSaveFormSchema,
  FigureSettingsFormSchema,
  FigureUndoSchema,
  FigureUploadFormSchema,
} from '#contracts';
import { ReadImports, ReadPublicRecord, UndoImport, UploadFigures } from '#tracking';
import type { State, UploadSettings } from '#tracking';

import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readUpload } from '../edge/upload.js';
import { headsOf, unknownTextsOf } from '../presenter/figure-import-presenter.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { authorOf, refuseUnstorable } from './import-author.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);
const NOTHING_SAID: UploadSettings['options'] = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: null, decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
  ...{ year: null, months: null, baseYear: null, currency: null },
};

interface Numbered {
  readonly iso3: string;
  readonly id: string;
}

/** The forms of the dashboard for files of figures. */
@Controller('states/:iso3/imports/figures')
export class FigureImportFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly reading: ReadImports,
    private readonly uploads: UploadFigures,
    private readonly undoing: UndoImport,
    private readonly forms: FormPosts,
  ) {}

  /** The file of a form is read last, so the language of the page stands in the address. */
  @FormRoute()
  async open(@Posted() post: FormPost, @Param('iso3') iso3: string, @Query() query: unknown): Promise<void> {
    const { lang: language } = readInput(LanguageFormSchema, query);
    const state = await this.state(iso3);
    const page = pageOf(state);
    await this.forms.answer(
      { ...post, language },
      {
        page,
        schema: NO_FIELDS,
        act: async () => {
          const { name, bytes, fields } = await readUpload(post.request);
          refuseUnstorable(fields);
          const { kind, indicator, source } = readForm(FigureUploadFormSchema, fields);
          const options = { ...NOTHING_SAID, indicator, source };
          const id = await this.uploads.open(
            state,
            { kind, name, bytes },
            { options, override: null },
            authorOf(post),
          );
          return `${page}/uploads/${id}`;
        },
      },
    );
  }

  @FormRoute('uploads/:id/settings')
  async settings(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = `${pageOf(state)}/uploads/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema: FigureSettingsFormSchema,
      keeps: ['reason', 'override', 'sheet', 'indicatorText', 'year', 'baseYear', 'currency'],
      act: async (form) => {
        const upload = readForm(IdSchema, id);
        const found = await this.reading.readUpload(state, upload);
        const heads = headsOf(found).map(({ name }) => name);
        const { override, reason, sheet, indicator, indicatorText, source, decimalMark, codes, cohortRule } =
          form;
        const { year, months, baseYear, currency } = form;
        const options = {
          ...{ sheet, indicator, indicatorText, source, decimalMark, codes, cohortRule, reason },
          ...{ year, months, baseYear, currency },
          columns: {
            ...others(found.settings.options.columns, heads),
            ...chosen(heads, form, 'column'),
          },
          categories: chosen(unknownTextsOf(found), form, 'category'),
        };
        await this.uploads.readAgain(state, upload, { options, override }, authorOf(post));
        return page;
      },
    });
  }

  @FormRoute('uploads/:id/save')
  async save(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = `${pageOf(state)}/uploads/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema: FigureSaveFormSchema,
      act: async ({ seen }) => {
        await this.uploads.save(state, readForm(IdSchema, id), seen, authorOf(post));
        return page;
      },
    });
  }

  @FormRoute('uploads/:id/discard')
  async discard(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: `${pageOf(state)}/uploads/${encodeURIComponent(id)}`,
      schema: NO_FIELDS,
      act: async () => {
        await this.uploads.discard(state, readForm(IdSchema, id), authorOf(post));
        return `${pageOf(state)}?done=discarded`;
      },
    });
  }

  @FormRoute(':id/undo')
  async undo(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = `${pageOf(state)}/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema: FigureUndoSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.undoing.undo(state, readForm(IdSchema, id), reason, authorOf(post));
        return `${page}?done=undone`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

const pageOf = ({ iso3 }: State): string => `/states/${iso3}/imports/figures`;

/** What was said of columns that do not stand in the form. */
function others(told: Readonly<Record<string, string>>, asked: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(told).filter(([name]) => !asked.includes(name)));
}

/** What was chosen for each of the names: `column:0`, `column:1`, …; nothing for those that were left open. */
function chosen(
  names: readonly string[],
  form: Readonly<Record<string, unknown>>,
  what: 'column' | 'category',
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const use = form[`${what}:${index}`];
      return typeof use === 'string' && use !== '' && use.length <= 60 ? [[name, use]] : [];
    }),
  );
}
