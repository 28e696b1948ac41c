import { Refusal } from './refusal.js';

const BUFFERS = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const;
/** Smaller ones are let through uncounted: asking the engine costs more than they do. */
const WORTH_ASKING = 65_536;
const WIDEST_ELEMENT = 8;

/**
 * Bounds what this thread allocates outside of the engine's heap, which `resourceLimits` does not see. Decoders of PDF streams
 * double their buffers as long as there is input; the request that passes the limit is refused before it is met.
 */
export class BufferBound {
  /** A decoder may swallow the refusal and go on: the reading is refused all the same. */
  passed = false;

  constructor(private readonly mostBytes: number) {}

  /** Takes hold of the constructors of this thread; to be called before the reader is loaded. */
  install(): void {
    const bound = this.check.bind(this);
    const scope = globalThis as unknown as Record<string, unknown>;
    for (const name of BUFFERS) {
      scope[name] = new Proxy(globalThis[name], {
        construct(target, parts: unknown[], caller) {
          bound(parts[0]);
          return Reflect.construct(target, parts, caller) as object;
        },
      });
    }
    // It inflates natively and out of sight of the bound; without it the decoder written in JavaScript is used.
    scope['DecompressionStream'] = undefined;
    // A document names no address that is looked up.
    scope['fetch'] = undefined;
  }

  private check(asked: unknown): void {
    const length = typeof asked === 'number' ? asked : lengthOf(asked);
    if (length < WORTH_ASKING) return;
    const held = process.memoryUsage().arrayBuffers;
    const most = asked instanceof ArrayBuffer ? 0 : length * (typeof asked === 'number' ? 1 : WIDEST_ELEMENT);
    if (held + most <= this.mostBytes) return;
    this.passed = true;
    throw new Refusal('too_demanding');
  }
}

function lengthOf(asked: unknown): number {
  if (Array.isArray(asked)) return asked.length;
  return asked instanceof Object && 'byteLength' in asked && !(asked instanceof ArrayBuffer)
    ? Number(asked.byteLength) / WIDEST_ELEMENT
    : 0;
}
