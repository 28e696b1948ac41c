import { VARIABLES } from './variable.js';
import type { Variable } from './variable.js';

/** Text of `.env.example`: every setting, what it means and its default, commented out. */
export function describeEnvironment(): string {
  const blocks = Object.entries(VARIABLES).map(([name, variable]: [string, Variable]) => {
    const file = variable.secret ? ` (or ${name}_FILE: a file that holds it)` : '';
    return `# ${variable.meaning}${file}\n# Default: ${variable.byDefault}\n#${name}=\n`;
  });
  return blocks.join('\n');
}
