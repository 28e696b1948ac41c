import { UserError } from '#domain';
import { tableEn } from '#messages';

type TableRefusalReason = keyof typeof tableEn.refusals;

/** A file that is no table that can be read: nothing of it was looked at further. */
export function refuseTable(
  reason: TableRefusalReason,
  facts: { readonly row?: number; readonly name?: string } = {},
): UserError {
  return new UserError('invalid_input', `table.${reason}`, tableEn.refusals[reason](facts), {
    details: { given: facts.name ?? '', row: facts.row ?? null },
  });
}
