import { signatureOf } from '../reading/format-signature.js';
import { namesInArchive } from './archive-names.js';

/** Kinds of file that are taken as evidence, by the ending of their name. No kind of them runs anything where it is opened. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
};

export const EVIDENCE_ENDINGS: readonly string[] = Object.keys(MEDIA_TYPES);

/** The folder in which an Office file keeps what it is about (ECMA-376, part 1, 11 to 13). */
const OFFICE: Readonly<Record<string, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };
/** Programs inside of a document: of Office, and of OpenDocument. */
const PROGRAM = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^(?:Basic|Scripts)\//i;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** What the bytes are, where the name says the same; null for everything else, and for a document that holds programs. */
export function evidenceMediaTypeOf(name: string, bytes: Uint8Array): string | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(MEDIA_TYPES, ending)) return null;
  return isOfKind(ending, bytes) ? (MEDIA_TYPES[ending] ?? null) : null;
}

function isOfKind(ending: string, bytes: Uint8Array): boolean {
  const signature = signatureOf(bytes);
  if (signature === 'compound') return false;
  if (signature === 'zip') return isArchiveOfKind(ending, bytes);
  switch (ending) {
    case 'pdf':
      return signature === 'pdf';
    case 'png':
      return PNG.every((byte, index) => bytes[index] === byte);
    case 'jpg':
    case 'jpeg':
      return JPEG.every((byte, index) => bytes[index] === byte);
    case 'csv':
    case 'txt':
      return signature === 'other' && isText(bytes);
    default:
      return false;
  }
}

function isArchiveOfKind(ending: string, bytes: Uint8Array): boolean {
  const names = namesInArchive(bytes);
  if (names === null || names.some((name) => PROGRAM.test(name))) return false;
  const folder = OFFICE[ending];
  if (folder !== undefined)
    return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(folder));
  return ['odt', 'ods', 'odp'].includes(ending) && namedInside(bytes) === MEDIA_TYPES[ending];
}

/** OpenDocument says what it is in its first entry, uncompressed (ODF 1.3, part 2, 3.3). */
function namedInside(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)PK/.exec(start.slice(30))?.[1] ?? null;
}

/** UTF-8, with no control character but those of lines, tabs and pages. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
