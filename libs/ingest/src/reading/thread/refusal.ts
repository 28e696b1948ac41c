/** Why the content of a file is not read. The thread names it; the sentence is chosen where the name of the file is known. */
export type RefusalReason = 'damaged' | 'encrypted' | 'without_text' | 'too_much_text' | 'too_demanding';

/** Thrown inside the reading thread, which knows neither sentences nor error families: it starts sooner without them. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'Refusal';
  }
}
