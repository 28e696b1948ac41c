const SENTENCE_END = /[.!?…]["'”’»)\]]{0,3}(?:\d{1,2})?$/;
const BOUNDARY = /[.!?]["'”’»)\]]{0,3}(?:\d{1,2})?\s+(?=["'“‘«(¿¡]{0,2}\p{Lu})/gu;
/** Words whose full stop does not end a sentence, in the languages that are read. */
const ABBREVIATION =
  /(?:^|[\s(])(?:paras?|arts?|No|Nos|Mr|Ms|Mrs|Dr|vol|cf|ed|e\.g|i\.e|párrs?|núms?|Sr|Sra|Sres|pág|págs|par|al|n[°º]|nos|M|MM|Mme|[A-Z])\.$/;

/** Whether printed text ends where a sentence ends. */
export function endsSentence(text: string): boolean {
  const tail = text.slice(-40);
  return SENTENCE_END.test(tail) && !ABBREVIATION.test(tail);
}

/** The sentences of single-spaced text. */
export function toSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const boundary of text.matchAll(BOUNDARY)) {
    const end = boundary.index + boundary[0].length;
    if (ABBREVIATION.test(text.slice(Math.max(0, boundary.index - 20), boundary.index + 1))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}
