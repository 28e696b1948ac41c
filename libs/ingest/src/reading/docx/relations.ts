import { posix } from 'node:path';

import type { XmlElement, XmlListener } from './xml-reader.js';

/** Which part of the archive a part refers to (ECMA-376 Part 2, §9.3). Addresses outside of the archive are not kept. */
export class Relations implements XmlListener {
  private readonly byId = new Map<string, string>();
  private readonly byType = new Map<string, string>();

  constructor(private readonly folder: string) {}

  open(element: XmlElement): void {
    if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return;
    const target = element.attribute('Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : posix.join(this.folder, target);
    this.byId.set(element.attribute('Id') ?? '', part);
    const type = element.attribute('Type') ?? '';
    this.byType.set(type.slice(type.lastIndexOf('/') + 1), part);
  }

  close(): void {
    // An entry has no content.
  }

  ofId(id: string): string | undefined {
    return this.byId.get(id);
  }

  ofType(type: string): string | undefined {
    return this.byType.get(type);
  }
}
