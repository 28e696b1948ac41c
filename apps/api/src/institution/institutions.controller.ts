import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type {
  FocalPointList,
  InstitutionDetail,
  InstitutionList,
  OrphanList,
  ResponsibilityList,
  TransmissionList,
} from '#contracts';
import { UserError } from '#domain';
import { ReadInstitutions, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import {
  institutionDetailView,
  listedInstitutionView,
  orphanView,
} from '../presenter/institution-presenter.js';
import { invitationView } from '../presenter/invitation-presenter.js';
import { inLanguage } from '../presenter/wording.js';
import { readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { InstitutionQuerySchema, TransmissionQuerySchema } from './institution-query.js';

const after = (cursor: string | undefined): number | null =>
  cursor === undefined ? null : decodeIdCursor(cursor);

/** Institutions for everybody; their people, what nobody answers for, and letters for those whom the guard lets in. */
@Controller('api/v1/states/:iso3')
export class InstitutionsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly institutions: ReadInstitutions,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('institutions')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<InstitutionList> {
    const { lang, q, search: name, cursor, limit } = readInput(InstitutionQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const rows = await this.institutions.list(state, {
      search,
      name: name === '' ? null : name,
      after: after(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    const items = shown.map((institution) => listedInstitutionView(institution, lang));
    return { items, nextCursor, sought: await this.searches.soughtIn(state, search, items) };
  }

  @Get('institutions/:code')
  async read(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<InstitutionDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    return institutionDetailView(await this.institutions.read(state, code), lang);
  }

  @Get('institutions/:code/focal-points')
  @Header('cache-control', 'no-store')
  async focalPoints(
    @AskedBy() { grant }: Asking,
    @Param('iso3') iso3: string,
    @Param('code') code: string,
  ): Promise<FocalPointList> {
    const state = await this.record.getState(iso3.toUpperCase());
    if (grant.scope === 'own_institution' && grant.membership?.institution?.code !== code)
      throw new UserError('not_found', 'institution.unknown', 'You answer for no institution of that code.');
    const { today, focalPoints } = await this.institutions.readFocalPoints(state, code);
    return {
      today,
      items: focalPoints.map(
        ({ id, name, email, kind, startsOn, endsOn, inOffice, reachable, invitation }) => ({
          focalPoint: id,
          name,
          email,
          kind,
          startsOn,
          endsOn,
          inOffice,
          reachable,
          invitation: invitation && invitationView(invitation, state),
        }),
      ),
    };
  }

  @Get('recommendations/:id/responsibilities')
  @Header('cache-control', 'no-store')
  async responsibilities(@Param('iso3') iso3: string, @Param('id') id: string): Promise<ResponsibilityList> {
    const state = await this.record.getState(iso3.toUpperCase());
    const found = await this.institutions.readResponsibilities(state, id);
    return {
      items: found.map(({ id: number, basis, institution, role, namedAs, startsOn, endsOn }) => ({
        id: number,
        basis,
        institution,
        role,
        namedAs,
        startsOn,
        endsOn,
      })),
    };
  }

  @Get('nobody-answers')
  @Header('cache-control', 'no-store')
  async orphans(@Param('iso3') iso3: string, @Query() query: unknown): Promise<OrphanList> {
    const { lang, q, cursor, limit } = readInput(InstitutionQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const rows = await this.institutions.listOrphans(state, {
      search,
      after: after(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(rows, limit, ({ alertId }) => [alertId]);
    const items = shown.map((orphan) => orphanView(orphan, lang));
    return { items, nextCursor, sought: await this.searches.soughtIn(state, search, items) };
  }

  @Get('transmissions')
  @Header('cache-control', 'no-store')
  async transmissions(@Param('iso3') iso3: string, @Query() query: unknown): Promise<TransmissionList> {
    const { lang, q, cursor, limit, missing } = readInput(TransmissionQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const { today, counts, transmissions } = await this.institutions.listTransmissions(state, {
      before: after(cursor),
      missingOnly: missing === '1',
      search,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(transmissions, limit, ({ id }) => [id]);
    const items = shown.map(
      ({ institution, institutionName, documentSlug, documentTitle, version: _, ...kept }) => ({
        ...kept,
        items: [...kept.items],
        institution: { code: institution, name: inLanguage(institutionName, lang) },
        document: { slug: documentSlug, title: documentTitle },
      }),
    );
    const sought = await this.searches.soughtIn(state, search, items);
    return { today, counts: [...counts], items, nextCursor, sought };
  }
}
