import type { RefusalReason } from './refusal.js';

export type ThreadFormat = 'pdf' | 'docx';

export interface ReadingOrder {
  readonly format: ThreadFormat;
  readonly bytes: Uint8Array;
}

export type ReadingAnswer = { readonly text: string } | { readonly refused: RefusalReason | 'starved' };
