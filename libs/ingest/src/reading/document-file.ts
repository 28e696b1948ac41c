/** A file as it was uploaded or opened. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes the text out of the bytes of one format. Throws a UserError when the bytes are not of that format. */
export type DocumentReader = (file: DocumentFile) => Promise<string> | string;
