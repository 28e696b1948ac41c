import { SaxesParser } from 'saxes';

import { READING_LIMITS } from '../thread/reading-limits.js';
import { Refusal } from '../thread/refusal.js';

/** An element by its local name: which prefix stands for WordprocessingML is the producer's choice. */
export interface XmlElement {
  readonly name: string;
  /** The value of an attribute by its local name, or undefined. */
  attribute(name: string): string | undefined;
}

export interface XmlListener {
  open(element: XmlElement): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Streams a part through a listener; no tree is built. A document type declaration is refused, and with it every entity
 * that a file could define (XML External Entity, exponential expansion): Word writes none.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal('damaged');
  });
  parser.on('error', (cause) => {
    throw new Refusal('damaged', { cause });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > READING_LIMITS.xmlDepth) throw new Refusal('too_demanding');
    const attributes: Readonly<Record<string, string>> = tag.attributes;
    listener.open({ name: localName(tag.name), attribute: (name) => valueOf(attributes, name) });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(localName(tag.name));
  });
  parser.on('text', (text) => listener.text?.(text));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

function valueOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, `w:${name}`)) return attributes[`w:${name}`];
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** ECMA-376 §17.17.4: an on/off property is on unless it says otherwise. */
export function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(element.attribute('val') ?? 'true');
}
