export function writeZip(
  parts: readonly (readonly [name: string, content: Uint8Array | string, claimedSize?: number])[],
): Buffer;
