import { getDocumentProxy } from 'unpdf';

import { ReadingSheet } from '../reading-sheet.js';
import { READING_LIMITS } from '../thread/reading-limits.js';
import { Refusal } from '../thread/refusal.js';
import { type Matrix, type PlacedText, toPageRuns } from './glyph-run.js';
import { toRows } from './page-row.js';
import { type LaidPage, printPage, settingOf } from './page-text.js';

/** Letters of a page below which it is a picture of text, with a stamp perhaps. */
const FEWEST_LETTERS = 25;

const ERRORS_ONLY = 0;

/** What is used of the document that pdf.js gives; the declarations of the package do not resolve under Node's rules. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly transform: Matrix };
  streamTextContent(options: {
    readonly includeMarkedContent: boolean;
  }): ReadableStream<{ items: readonly PlacedText[] }>;
  cleanup(): void;
}

/** The text of a PDF. Nothing is drawn, run or fetched: only where its characters stand is asked for. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  if (document.numPages > READING_LIMITS.pages) throw new Refusal('too_much_text');
  const pages: LaidPage[] = [];
  const budget = { characters: READING_LIMITS.characters };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await layPage(page, budget));
    page.cleanup();
  }
  const sheet = new ReadingSheet();
  const setting = settingOf(pages);
  for (const page of pages) printPage(sheet, page, setting);
  if (sheet.written < FEWEST_LETTERS * Math.max(1, pages.length)) throw new Refusal('without_text');
  return sheet.toText();
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return (await getDocumentProxy(bytes, {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: ERRORS_ONLY,
    })) as PdfDocument;
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new Refusal(isLocked ? 'encrypted' : 'damaged', { cause });
  }
}

async function layPage(page: PdfPage, budget: { characters: number }): Promise<LaidPage> {
  const items: PlacedText[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const { str, transform, width } of value.items) {
      budget.characters -= str.length;
      if (budget.characters < 0) throw new Refusal('too_much_text');
      items.push({ str, transform, width });
    }
  }
  const { upright, turned } = toPageRuns(items, page.getViewport({ scale: 1 }).transform);
  return { rows: toRows(upright), turned };
}
