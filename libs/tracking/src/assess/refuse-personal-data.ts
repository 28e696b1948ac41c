import { UserError } from '#domain';
import { findPersonalData } from '#ingest';

/**
 * What is written in these histories cannot be taken out again, and is read by everybody.
 * @throws UserError `assessment.personal_data`, which names the field and the kinds that were found, never the words.
 */
export function refusePersonalData(texts: Readonly<Record<string, string | null>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const kinds = text === null ? [] : findPersonalData(text);
    if (kinds.length === 0) continue;
    throw new UserError(
      'invalid_input',
      'assessment.personal_data',
      `${field}: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
      { details: { field, kinds } },
    );
  }
}
