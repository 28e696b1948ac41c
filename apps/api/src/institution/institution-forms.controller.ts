import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import {
  AssignResponsibility,
  ChangeInstitutions,
  HandOverFocalPoint,
  ReadPublicRecord,
  RecordTransmission,
} from '#tracking';
import type { ChangedBy, State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import {
  AssignForm,
  ChangeResponsibilityForm,
  EndInstitutionForm,
  EndResponsibilityForm,
  HandOverForm,
  NewInstitutionForm,
  OfInstitution,
  OfRecommendation,
  PlaceForm,
  ReceiptForm,
  RenameForm,
  TransmissionForm,
} from './institution-forms.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** A form as it was sent, and who sent it. */
interface Sent {
  readonly reply: FastifyReply;
  readonly iso3: string;
  readonly body: unknown;
}

/** The forms of the pages about institutions; programs change the same through the API. */
@Controller('states/:iso3')
export class InstitutionFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly institutions: ChangeInstitutions,
    private readonly responsibilities: AssignResponsibility,
    private readonly handOvers: HandOverFocalPoint,
    private readonly transmissions: RecordTransmission,
  ) {}

  @Post('institutions')
  @HttpCode(303)
  add(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, '/institutions', async (state, page) => {
      const institution = readForm(NewInstitutionForm, body);
      await this.institutions.add(state, institution, by(asking));
      return `${page}/${encodeURIComponent(institution.code)}?done=added`;
    });
  }

  @Post('institutions/:code/name')
  @HttpCode(303)
  rename(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, institutionPage(code), async (state, page) => {
      await this.institutions.rename(state, code, readForm(RenameForm, body), by(asking));
      return `${page}?done=renamed`;
    });
  }

  @Post('institutions/:code/place')
  @HttpCode(303)
  place(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, institutionPage(code), async (state, page) => {
      await this.institutions.place(state, code, readForm(PlaceForm, body), by(asking));
      return `${page}?done=placed`;
    });
  }

  @Post('institutions/:code/end')
  @HttpCode(303)
  end(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, institutionPage(code), async (state, page) => {
      await this.institutions.end(state, code, readForm(EndInstitutionForm, body), by(asking));
      return `${page}?done=ended`;
    });
  }

  @Post('responsibilities')
  @HttpCode(303)
  assign(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, recommendationPage(body), async (state, page) => {
      await this.responsibilities.assign(state, readForm(AssignForm, body), by(asking));
      return `${page}?done=assigned`;
    });
  }

  @Post('responsibilities/:id/change')
  @HttpCode(303)
  changeResponsibility(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, recommendationPage(body), async (state, page) => {
      const to = readForm(ChangeResponsibilityForm, body);
      await this.responsibilities.change(state, readInput(IdSchema, id), to, by(asking));
      return `${page}?done=changed`;
    });
  }

  @Post('responsibilities/:id/end')
  @HttpCode(303)
  endResponsibility(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, recommendationPage(body), async (state, page) => {
      const end = readForm(EndResponsibilityForm, body);
      await this.responsibilities.end(state, readInput(IdSchema, id), end, by(asking));
      return `${page}?done=ended`;
    });
  }

  @Post('hand-overs')
  @HttpCode(303)
  handOver(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { institution } = readInput(OfInstitution, body ?? {});
    return this.answer(
      { reply, iso3, body },
      `${institutionPage(institution)}/focal-points`,
      async (state, page) => {
        const { personId, role } = by(asking);
        const { name } = asking.visitor;
        await this.handOvers.handOver(state, readForm(HandOverForm, body), {
          personId: personId ?? 0,
          name,
          role,
        });
        return `${page}?done=handed_over`;
      },
    );
  }

  @Post('transmissions')
  @HttpCode(303)
  transmit(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, '/transmissions', async (state, page) => {
      await this.transmissions.send(state, readForm(TransmissionForm, body), by(asking));
      return `${page}?done=recorded`;
    });
  }

  @Post('transmissions/:id/receipt')
  @HttpCode(303)
  receive(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.answer({ reply, iso3, body }, '/transmissions', async (state, page) => {
      const receipt = readForm(ReceiptForm, body);
      await this.transmissions.receive(state, readInput(IdSchema, id), receipt, by(asking));
      return `${page}?done=received`;
    });
  }

  private async answer(
    { reply, iso3, body }: Sent,
    path: string,
    work: (state: State, page: string) => Promise<string>,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}${path}`;
    await answerForm(reply, page, () => work(state, page));
  }
}

interface Named {
  readonly iso3: string;
  readonly code: string;
}

interface Numbered {
  readonly iso3: string;
  readonly id: string;
}

const institutionPage = (code: string): string => `/institutions/${encodeURIComponent(code)}`;

function recommendationPage(body: unknown): string {
  const { recommendation } = readInput(OfRecommendation, body ?? {});
  return `/recommendations/${encodeURIComponent(recommendation)}`;
}

/** By the role with which the guard let the visitor in. */
function by({ visitor, grant }: Asking): ChangedBy {
  return { personId: visitor.personId, role: grant.membership?.role ?? 'public' };
}
