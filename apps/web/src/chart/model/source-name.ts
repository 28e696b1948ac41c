import type { SourceView } from '#contracts';

/**
 * Beside a mark there is room for who counted, not for where it was printed; the source note has it all. Of two that
 * would be called the same, the later one keeps as much of its name as tells it apart.
 */
export function shortSourceNames(sources: readonly SourceView[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { code, name } of sources) {
    const parts = name
      .split(/[,;()]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const candidates = parts.map((_, index) => parts.slice(0, index + 1).join(', '));
    const short = candidates.find((candidate) => !taken.has(candidate)) ?? `${name} (${code})`;
    taken.add(short);
    names.set(code, short);
  }
  return names;
}
