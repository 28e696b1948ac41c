import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) of the text in UTF-8, as 64 hexadecimal digits: the one digest that audit chains are made with. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
