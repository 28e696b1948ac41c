import type { ParsedDocument } from '../../libs/domain/src/index.js';

/** How a document is set. */
export interface PdfSetting {
  /** Two columns to a page instead of one. */
  readonly columns?: boolean;
  /** How often the document is set after itself, for one of many pages. */
  readonly copies?: number;
  readonly password?: string;
  /** Off for a file whose streams can be read, and garbled, as they stand. */
  readonly compress?: boolean;
}

export function layOutPdf(parsed: ParsedDocument, setting?: PdfSetting): Promise<Uint8Array>;

/** `automatic` numbers by lists, as the United Nations do; `typed` by figures in the text. */
export function layOutDocx(
  parsed: ParsedDocument,
  numbers: 'automatic' | 'typed',
  copies?: number,
): Promise<Uint8Array>;
