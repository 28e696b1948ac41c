import { createHash } from 'node:crypto';

import type { ParsedDocument } from '#domain';
import { UserError } from '#domain';
import { parseDocument, readDocumentText } from '#ingest';

export interface DocumentFileReading {
  readonly text: string;
  readonly textSha256: string;
  readonly parsed: ParsedDocument;
}

/**
 * Reads a file and what it says.
 * @throws UserError when it is no concluding-observations document, or is about another State.
 */
export async function readDocumentFile(
  iso3: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<DocumentFileReading> {
  const text = await readDocumentText(file);
  const parsed = parseDocument(text);
  if (parsed.state !== null && parsed.state !== iso3)
    throw new UserError(
      'invalid_input',
      'ingest.other_state',
      `The document is about ${parsed.state}, not about ${iso3}; give --state ${parsed.state}.`,
    );
  return { text, textSha256: createHash('sha256').update(text).digest('hex'), parsed };
}

/** What a document is known by: its symbol, else the inferred one, else the digest of its text. */
export function keyOf(parsed: ParsedDocument, textSha256: string): string {
  return parsed.symbol ?? parsed.inferredSymbol ?? textSha256;
}
