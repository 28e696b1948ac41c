import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { READING_LIMITS } from '../thread/reading-limits.js';
import { Refusal } from '../thread/refusal.js';

/**
 * A zip archive of which single parts are read, each at most once at a time. Nothing is unpacked to a disk, an archive inside of it
 * is never opened, and what is inflated is counted while it is: what the archive says of its sizes is believed only when it
 * speaks against it (ASVS 5.2.3).
 */
export class Archive {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Uint8Array): Promise<Archive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > READING_LIMITS.zipEntries) throw new Refusal('too_demanding');
    const entries = new Map<string, Entry>();
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      if (declared > READING_LIMITS.zipDeclaredBytes) throw new Refusal('too_demanding');
      // Two parts of one name are two readings of one document: which one a person saw, nobody can tell.
      if (entries.has(entry.fileName)) throw new Refusal('damaged');
      entries.set(entry.fileName, entry);
    }
    return new Archive(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The text of a part, piece by piece. */
  async *read(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Refusal('damaged');
    if (entry.isEncrypted()) throw new Refusal('encrypted');
    const stream = await this.zip.openReadStreamPromise(entry);
    let decoder: InstanceType<typeof TextDecoder> | null = null;
    let read = 0;
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      this.count(chunk.length, read, entry.compressedSize);
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  }

  /** Walks through every part and keeps nothing: for a reader that unpacks on its own and does not count. */
  async inflateAll(): Promise<void> {
    for (const entry of this.entries.values()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Refusal('encrypted');
      const stream = await this.zip.openReadStreamPromise(entry);
      let read = 0;
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        read += chunk.length;
        this.count(chunk.length, read, entry.compressedSize);
      }
    }
  }

  private count(bytes: number, ofThis: number, compressed: number): void {
    this.inflated += bytes;
    const bomb =
      ofThis > READING_LIMITS.zipRatioFromBytes && ofThis > READING_LIMITS.zipRatio * Math.max(1, compressed);
    if (bomb || this.inflated > READING_LIMITS.zipInflatedBytes) throw new Refusal('too_demanding');
  }
}

/** XML 1.0 §4.3.3: UTF-16 is known by its byte order mark, all else here is UTF-8. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
