/** `CRC/C/OPSC/PER/CO/1` becomes `crc-c-opsc-per-co-1`. */
export function slugOf(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
