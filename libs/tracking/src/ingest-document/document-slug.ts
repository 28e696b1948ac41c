/** `CRC/C/OPSC/PER/CO/1` becomes `crc-c-opsc-per-co-1`; a digest is cut to 16 characters. */
export function slugOf(key: string): string {
  const name = /^[0-9a-f]{64}$/.test(key) ? key.slice(0, 16) : key;
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
