import { basename } from 'node:path';

import type { FastifyRequest } from 'fastify';

import { UserError } from '#domain';

/** Bytes of one uploaded file. A document with its pictures stays far below. */
export const UPLOAD_LIMIT_BYTES = 20_000_000;
/** Fields that stand in a form before its file. */
const MOST_FIELDS = 10;
const LONGEST_FIELD_BYTES = 2_000;
const LONGEST_NAME = 120;

/** What the parser of multipart bodies (RFC 7578) takes at most; it stops in the middle of the stream. */
export const UPLOAD_LIMITS = {
  fileSize: UPLOAD_LIMIT_BYTES,
  files: 1,
  fields: MOST_FIELDS,
  fieldSize: LONGEST_FIELD_BYTES,
  parts: MOST_FIELDS + 1,
  headerPairs: 50,
} as const;

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What stood in the form before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The one file of a form. Of the name that the browser sends only the last part is kept, without control
 * and direction marks: it is shown, and names no place.
 * @param fields filled with what stands in the form before the file, also where the file is then refused
 * @throws UserError `form.file` when there is none, it is empty or too large.
 */
export async function readUpload(
  request: FastifyRequest,
  fields: Record<string, string> = {},
): Promise<Upload> {
  if (!request.isMultipart()) throw noFile('file: expected a form with a file (multipart/form-data).');
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') return { name: nameOf(part.filename), bytes: await part.toBuffer(), fields };
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw noFile(
      `file: at most ${UPLOAD_LIMIT_BYTES / 1_000_000} MB are read, in a form with one file and few fields.`,
      error,
    );
  }
  throw noFile('file: choose a file.');
}

export interface StreamedUpload<T> {
  /** Fields that stand before the file. */
  readonly fields: Readonly<Record<string, string>>;
  readonly name: string;
  readonly value: T;
}

/**
 * The one file of a form, handed on as it comes in and never held. What follows a file that was refused is read to its end, so
 * that the browser hears the answer.
 * @throws UserError `form.file` when there is none, `uhri.too_large` when it is larger than that many bytes.
 */
export async function streamUpload<T>(
  request: FastifyRequest,
  mostBytes: number,
  read: (
    file: Omit<StreamedUpload<T>, 'value'> & { readonly bytes: AsyncIterable<Uint8Array> },
  ) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw noFile('file: expected a form with a file (multipart/form-data).');
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: { ...UPLOAD_LIMITS, fileSize: mostBytes } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const name = nameOf(part.filename);
    if (name === '') throw noFile('file: choose a file.');
    try {
      return await read({ fields, name, bytes: part.file });
    } catch (error) {
      part.file.resume();
      if (part.file.truncated || isTooLarge(error)) throw tooLarge(mostBytes, error);
      throw error;
    }
  }
  throw noFile('file: choose a file.');
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'FST_REQ_FILE_TOO_LARGE';
}

function tooLarge(mostBytes: number, cause: unknown): UserError {
  return new UserError(
    'invalid_input',
    'uhri.too_large',
    `file: at most ${mostBytes / 1_000_000} MB are read.`,
    {
      cause,
    },
  );
}

function noFile(message: string, cause?: unknown): UserError {
  return new UserError('invalid_input', 'form.file', message, { cause });
}

function nameOf(given: string): string {
  const name = basename(given.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '');
  return name.length <= LONGEST_NAME ? name : name.slice(name.length - LONGEST_NAME);
}
