type Part = readonly [name: string, content: string | Uint8Array, claimedSize?: number];

export function word(body: string, more?: readonly Part[], head?: string): Uint8Array;
export function onePage(
  contents: string | Uint8Array,
  resources?: string,
  more?: readonly (string | Uint8Array)[],
): Uint8Array;
export function stream(dictionary: string, bytes: string | Uint8Array): Uint8Array;
export function pdf(objects: readonly (string | Uint8Array)[], trailer?: string): Uint8Array;
export function hostileFiles(): Generator<readonly [name: string, bytes: Uint8Array]>;
