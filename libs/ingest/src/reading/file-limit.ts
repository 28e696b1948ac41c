import { UserError } from '#domain';
import { ingestEn } from '#messages';

const MEGABYTE = 1_000_000;

/** Bytes of a file that are read; concluding observations with pictures stay far below. */
export const FILE_LIMIT_BYTES = 20 * MEGABYTE;

/** @throws UserError `ingest.too_large` with both sizes in MB */
export function refuseTooLarge(bytes: number, limit = FILE_LIMIT_BYTES): void {
  if (bytes <= limit) return;
  throw new UserError(
    'invalid_input',
    'ingest.too_large',
    ingestEn.errors.tooLarge(Math.ceil(bytes / MEGABYTE), limit / MEGABYTE),
  );
}
