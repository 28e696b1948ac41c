import { GRAMMARS } from '../grammar/grammars.js';
import { stateNamedIn } from '../nations/state-name.js';

const known = new Map<string, string | null>();
/** An export names some 200; a file that names more is no export. */
const MOST_KNOWN = 5_000;

/** Alpha-3 code of a State by its name in English, Spanish or French, also with what the United Nations put behind it in brackets. */
export function countryNamed(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const code = look(name) ?? look(name.replace(/\s*\([^()]*\)$/, ''));
  if (known.size < MOST_KNOWN) known.set(name, code);
  return code;
}

function look(name: string): string | null {
  for (const grammar of [GRAMMARS.en, GRAMMARS.es, GRAMMARS.fr]) {
    const code = stateNamedIn(name, grammar, true);
    if (code !== null) return code;
  }
  return null;
}
