/** A comment of at most 64 KiB may follow the record at the end of an archive (APPNOTE 4.3.16). */
const END_WITHIN = 22 + 0xffff;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 10_000;

/** Names of what is in a ZIP archive, from its directory: nothing is unpacked. Null where the directory cannot be read. */
export function namesInArchive(bytes: Uint8Array): string[] | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(file);
  if (end === null) return null;
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return null;
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null;
    const length = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

function endOf(file: Buffer): number | null {
  for (let at = file.length - 22; at >= Math.max(0, file.length - END_WITHIN); at -= 1)
    if (file.readUInt32LE(at) === END) return at;
  return null;
}
