export const MEGABYTE = 1_000_000;

/**
 * What one file may take of the machine. Together with 20 MB of file and the program itself this stays below 300 MB of
 * resident memory; concluding observations take about a tenth of each.
 */
export const READING_LIMITS = {
  /** Beyond it the thread is ended, wherever it is: with its start and its end that makes less than five seconds. */
  milliseconds: 4_500,
  /** Of JavaScript values, which the engine holds. */
  heapMegabytes: 96,
  youngHeapMegabytes: 16,
  /** Of bytes outside of the engine's heap, the file included. */
  bufferBytes: 72 * MEGABYTE,
  /** Characters of text; the longest concluding observations have about 150,000. */
  characters: 1_000_000,
  pages: 1_000,
  zipEntries: 2_000,
  /** Bytes that the archive says it holds, pictures included. */
  zipDeclaredBytes: 250 * MEGABYTE,
  /** Bytes of the parts that are read, counted while they are inflated. */
  zipInflatedBytes: 32 * MEGABYTE,
  /** Deflate reaches 1,032 : 1 only on repetition; the text of a document stays below 30 : 1. */
  zipRatio: 150,
  /** Below it a high ratio harms nobody. */
  zipRatioFromBytes: 4 * MEGABYTE,
  xmlDepth: 200,
  /** Headers of a Word document: three for each of its sections. */
  headers: 30,
} as const;
