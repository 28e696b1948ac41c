import { Controller, Param } from '@nestjs/common';
import { z } from 'zod';

import {
  AssignResponsibility,
  ChangeInstitutions,
  HandOverFocalPoint,
  ReadPublicRecord,
  RecordTransmission,
} from '#tracking';
import type { ChangedBy, State } from '#tracking';

import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';
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
const NAMES = ['name_en', 'name_es', 'short_en', 'short_es'] as const;

/** The forms of the pages about institutions; programs change the same through the API. */
@Controller('states/:iso3')
export class InstitutionFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly institutions: ChangeInstitutions,
    private readonly responsibilities: AssignResponsibility,
    private readonly handOvers: HandOverFocalPoint,
    private readonly transmissions: RecordTransmission,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('institutions')
  async add(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/institutions`;
    await this.forms.answer(post, {
      page,
      schema: NewInstitutionForm,
      keeps: [...NAMES, 'code', 'level', 'parent', 'from'],
      act: async (form) => {
        await this.institutions.add(state, form, by(post));
        return `${institutionPage(state, form.code)}?done=added`;
      },
    });
  }

  @FormRoute('institutions/:code/name')
  async rename(@Posted() post: FormPost, @Param() { iso3, code }: Named): Promise<void> {
    const state = await this.state(iso3);
    const page = institutionPage(state, code);
    await this.forms.answer(post, {
      page,
      schema: RenameForm,
      keeps: [...NAMES, 'from', 'reason'],
      act: async (form) => {
        await this.institutions.rename(state, code, form, by(post));
        return `${page}?done=renamed`;
      },
    });
  }

  @FormRoute('institutions/:code/place')
  async place(@Posted() post: FormPost, @Param() { iso3, code }: Named): Promise<void> {
    const state = await this.state(iso3);
    const page = institutionPage(state, code);
    await this.forms.answer(post, {
      page,
      schema: PlaceForm,
      keeps: ['level', 'parent', 'reason'],
      act: async (form) => {
        await this.institutions.place(state, code, form, by(post));
        return `${page}?done=placed`;
      },
    });
  }

  @FormRoute('institutions/:code/end')
  async end(@Posted() post: FormPost, @Param() { iso3, code }: Named): Promise<void> {
    const state = await this.state(iso3);
    const page = institutionPage(state, code);
    await this.forms.answer(post, {
      page,
      schema: EndInstitutionForm,
      keeps: ['last_day', 'successor', 'reason'],
      act: async (form) => {
        await this.institutions.end(state, code, form, by(post));
        return `${page}?done=ended`;
      },
    });
  }

  @FormRoute('responsibilities')
  async assign(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = recommendationPage(state, post);
    await this.forms.answer(post, {
      page,
      schema: AssignForm,
      keeps: ['institution', 'role', 'from', 'reason'],
      act: async (form) => {
        await this.responsibilities.assign(state, form, by(post));
        return `${page}?done=assigned`;
      },
    });
  }

  @FormRoute('responsibilities/:id/change')
  async changeResponsibility(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = recommendationPage(state, post);
    await this.forms.answer(post, {
      page,
      schema: ChangeResponsibilityForm,
      keeps: ['from', 'reason'],
      act: async (form) => {
        await this.responsibilities.change(state, readInput(IdSchema, id), form, by(post));
        return `${page}?done=changed`;
      },
    });
  }

  @FormRoute('responsibilities/:id/end')
  async endResponsibility(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = recommendationPage(state, post);
    await this.forms.answer(post, {
      page,
      schema: EndResponsibilityForm,
      keeps: ['last_day', 'reason'],
      act: async (form) => {
        const number = readInput(IdSchema, id);
        await this.responsibilities.end(state, number, form, by(post));
        return `${page}?done=ended&of=${number}`;
      },
    });
  }

  @FormRoute('hand-overs')
  async handOver(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = `${institutionPage(state, readInput(OfInstitution, post.body).institution)}/focal-points`;
    await this.forms.answer(post, {
      page,
      schema: HandOverForm,
      keeps: ['focal_point', 'name', 'email', 'language', 'from', 'note'],
      act: async (form) => {
        const { personId, role } = by(post);
        const { name } = post.visitor;
        await this.handOvers.handOver(state, form, { personId: personId ?? 0, name, role });
        return `${page}?done=handed_over`;
      },
    });
  }

  @FormRoute('transmissions')
  async transmit(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/transmissions`;
    await this.forms.answer(post, {
      page,
      schema: TransmissionForm,
      keeps: ['institution', 'recipient', 'items', 'letter', 'sent_on', 'received_on'],
      act: async (form) => {
        await this.transmissions.send(state, form, by(post));
        return `${page}?done=recorded`;
      },
    });
  }

  @FormRoute('transmissions/:id/receipt')
  async receive(@Posted() post: FormPost, @Param() { iso3, id }: Numbered): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/transmissions`;
    await this.forms.answer(post, {
      page,
      schema: ReceiptForm,
      keeps: ['received_on'],
      act: async (form) => {
        await this.transmissions.receive(state, readInput(IdSchema, id), form, by(post));
        return `${page}?done=received`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
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

const institutionPage = ({ iso3 }: State, code: string): string =>
  `/states/${iso3}/institutions/${encodeURIComponent(code)}`;

/** The page that the form stands on. */
function recommendationPage({ iso3 }: State, { body }: FormPost): string {
  const { recommendation } = readInput(OfRecommendation, body);
  return `/states/${iso3}/recommendations/${encodeURIComponent(recommendation)}`;
}

/** By the role with which the guard let the visitor in. */
function by({ visitor, grant }: Asking): ChangedBy {
  return { personId: visitor.personId, role: grant.membership?.role ?? 'public' };
}
