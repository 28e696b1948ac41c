import { UserError } from '#domain';
import { importEn } from '#messages';

type ImportRefusalReason = keyof typeof importEn.refusals;

/** What is wrong with a file as a whole, or with what was said about it. */
export function refuseImport(reason: ImportRefusalReason, given = ''): UserError {
  return new UserError('invalid_input', `import.${reason}`, importEn.refusals[reason](given), {
    details: { given },
  });
}
