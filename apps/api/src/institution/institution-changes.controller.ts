import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';

import {
  AssignmentSchema,
  ChangedResponsibilitySchema,
  EndedInstitutionSchema,
  EndedResponsibilitySchema,
  HandOverSchema,
  NewInstitutionSchema,
  PlacedInstitutionSchema,
  ReceiptSchema,
  RenamedInstitutionSchema,
  TransmissionWishSchema,
} from '#contracts';
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
import { readInput } from '../problem/read-input.js';

const IdSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** What the secretariat changes about institutions and letters, and what a focal point hands over. */
@Controller('api/v1/states/:iso3')
export class InstitutionChangesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly institutions: ChangeInstitutions,
    private readonly responsibilities: AssignResponsibility,
    private readonly handOvers: HandOverFocalPoint,
    private readonly transmissions: RecordTransmission,
  ) {}

  @Post('institutions')
  @HttpCode(204)
  async add(@AskedBy() asking: Asking, @Param('iso3') iso3: string, @Body() body: unknown): Promise<void> {
    await this.institutions.add(
      await this.state(iso3),
      readInput(NewInstitutionSchema, body ?? {}),
      by(asking),
    );
  }

  @Post('institutions/:code/name')
  @HttpCode(204)
  async rename(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<void> {
    const to = readInput(RenamedInstitutionSchema, body ?? {});
    await this.institutions.rename(await this.state(iso3), code, to, by(asking));
  }

  @Post('institutions/:code/place')
  @HttpCode(204)
  async place(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<void> {
    const to = readInput(PlacedInstitutionSchema, body ?? {});
    await this.institutions.place(await this.state(iso3), code, to, by(asking));
  }

  @Post('institutions/:code/end')
  @HttpCode(204)
  async end(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<void> {
    const end = readInput(EndedInstitutionSchema, body ?? {});
    await this.institutions.end(await this.state(iso3), code, end, by(asking));
  }

  @Post('responsibilities')
  async assign(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(AssignmentSchema, body ?? {});
    return { id: await this.responsibilities.assign(await this.state(iso3), wish, by(asking)) };
  }

  @Post('responsibilities/:id/change')
  @HttpCode(204)
  async changeResponsibility(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const to = readInput(ChangedResponsibilitySchema, body ?? {});
    await this.responsibilities.change(
      await this.state(iso3),
      readInput(IdSchema, { id }).id,
      to,
      by(asking),
    );
  }

  @Post('responsibilities/:id/end')
  @HttpCode(204)
  async endResponsibility(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const end = readInput(EndedResponsibilitySchema, body ?? {});
    await this.responsibilities.end(await this.state(iso3), readInput(IdSchema, { id }).id, end, by(asking));
  }

  @Post('hand-overs')
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  async handOver(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<void> {
    const { personId, role } = by(asking);
    const { name } = asking.visitor;
    await this.handOvers.handOver(await this.state(iso3), readInput(HandOverSchema, body ?? {}), {
      personId: personId ?? 0,
      name,
      role,
    });
  }

  @Post('transmissions')
  async transmit(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(TransmissionWishSchema, body ?? {});
    return { id: await this.transmissions.send(await this.state(iso3), wish, by(asking)) };
  }

  @Post('transmissions/:id/receipt')
  @HttpCode(204)
  async receive(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    const receipt = readInput(ReceiptSchema, body ?? {});
    await this.transmissions.receive(
      await this.state(iso3),
      readInput(IdSchema, { id }).id,
      receipt,
      by(asking),
    );
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

/** By the role with which the guard let the visitor in. */
function by({ visitor, grant }: Asking): ChangedBy {
  return { personId: visitor.personId, role: grant.membership?.role ?? 'public' };
}
