import { Controller, Param } from '@nestjs/common';

import { UndoFormSchema, readViewAddress } from '#contracts';
import { ReadPublicRecord, UndoAct } from '#tracking';

import { personOf } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';

const PageSchema = UndoFormSchema.pick({ page: true });

/** Undoes what one did a moment ago, whatever it was: one button. */
@Controller('states/:iso3')
export class UndoController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly undoing: UndoAct,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('undo')
  async undo(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const { page: typed } = readInput(PageSchema, post.body);
    // Never an address outside of the State.
    const page = readViewAddress(typed, state.iso3)?.address ?? `/states/${state.iso3}`;
    await this.forms.answer(post, {
      page,
      schema: UndoFormSchema,
      act: async ({ kind, id }) => {
        const actor = post.grant.membership?.role ?? 'public';
        await this.undoing.undo(state, { kind, id }, { personId: personOf(post), actor });
        return `${page}${page.includes('?') ? '&' : '?'}done=undone`;
      },
    });
  }
}
