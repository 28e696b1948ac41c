import { Mark } from '../status/mark.js';
import type { Address } from '../router/address.js';
import type { Wording } from '../wording/wording.js';

/** Codes are words and dots: anything else in the address was put there by somebody and is not shown. */
const CODE = /^[a-z_]+(\.[a-z_]+)+$/;

/** Why the form that was sent could not do what was asked, in words. */
export function FormProblem({ address, wording }: { readonly address: Address; readonly wording: Wording }) {
  const code = address.query.get('problem');
  if (code === null || !CODE.test(code)) return null;
  const { account, secondFactor } = wording.say;
  const problems: Record<string, string> = { ...secondFactor.problems, ...account.problems };
  return (
    <p class="failed" role="alert">
      <Mark status="error" size={17} />
      {Object.hasOwn(problems, code) ? problems[code] : account.problem(code)}
    </p>
  );
}
