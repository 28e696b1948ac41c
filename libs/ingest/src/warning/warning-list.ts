import type { ParseWarning } from '#domain';
import { ingestEn } from '#messages';

type Sentences = typeof ingestEn.warnings;
export type WarningCode = keyof Sentences;

/** Gathers what the reader is unsure of. Codes are stable; the sentence is for people. */
export class WarningList {
  private readonly warnings: ParseWarning[] = [];

  add<C extends WarningCode>(
    code: C,
    paragraph: number | null,
    ...parameters: Parameters<Sentences[C]>
  ): void {
    const sentence = ingestEn.warnings[code] as (...values: Parameters<Sentences[C]>) => string;
    this.warnings.push({ paragraph, code, parameters, message: sentence(...parameters) });
  }

  /** In the order of the paragraphs; those on the whole document come first. */
  toWarnings(): readonly ParseWarning[] {
    return [...this.warnings].sort((a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0));
  }
}
