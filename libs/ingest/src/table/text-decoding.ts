import { refuseTable } from './table-refusal.js';

/** What Windows-1252 has where Latin-1 has control characters (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const HIGH_CONTROL = /[\u0080-\u009f]/g;

/**
 * Bytes of a table as text, piece by piece: UTF-8 with or without its mark, UTF-16 with its mark (what Excel calls Unicode text),
 * and Windows-1252, of which Latin-1 is a part, where the first letter that is no ASCII is no UTF-8.
 */
export class TextDecoding {
  private decoder: InstanceType<typeof TextDecoder> | null = null;
  private oneByte = false;
  private seenLetters = false;
  private kept: Buffer = Buffer.alloc(0);

  push(chunk: Uint8Array): string {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.decoder ??= start(bytes);
    if (this.decoder.encoding === 'utf-8' && bytes.includes(0)) throw refuseTable('binary');
    if (this.oneByte) return windows1252(bytes);
    if (this.decoder.encoding !== 'utf-8') return this.decoder.decode(bytes, { stream: true });
    return this.utf8(bytes);
  }

  end(): string {
    if (this.oneByte || this.decoder === null) return '';
    if (this.decoder.encoding === 'utf-8') return this.kept.length === 0 ? '' : this.turnToOneByte(this.kept);
    return this.decoder.decode();
  }

  /** A letter may be cut in two by the end of a piece: its first bytes wait for the next one. */
  private utf8(bytes: Buffer): string {
    const whole = this.kept.length === 0 ? bytes : Buffer.concat([this.kept, bytes]);
    const cut = whole.length - unfinished(whole);
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: this.seenLetters }).decode(
        whole.subarray(0, cut),
      );
      this.kept = Buffer.from(whole.subarray(cut));
      this.seenLetters ||= text.length !== cut;
      return text;
    } catch {
      return this.turnToOneByte(whole);
    }
  }

  private turnToOneByte(bytes: Buffer): string {
    // After letters of UTF-8 a byte that is none is damage, not another encoding.
    if (this.seenLetters) throw refuseTable('encoding');
    this.oneByte = true;
    this.kept = Buffer.alloc(0);
    return windows1252(bytes);
  }
}

function start(bytes: Buffer): InstanceType<typeof TextDecoder> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

/** Bytes at the end that begin a letter and do not finish it: none to three. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(HIGH_CONTROL, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!);
}
