import type { ApiTokenList } from '#contracts';

import type { Address } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface FormProps {
  readonly tokens: ApiTokenList;
  readonly address: Address;
  readonly wording: Wording;
}

/** What came back with a problem stands in the form again. */
export function NewTokenForm({ tokens, address, wording }: FormProps) {
  const words = wording.say.apiToken;
  if (tokens.permissions.length === 0) return <p>{words.nothingToGive}</p>;
  const chosen = (address.query.get('permissions') ?? '').split(' ');
  return (
    <form class="act" method="post" action="/account/tokens">
      <input type="hidden" name="lang" value={wording.language} />
      <label class="field field-wide">
        <span class="field-label">{words.name}</span>
        <span class="field-hint" id="name-hint">
          {words.nameHint}
        </span>
        <input
          type="text"
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          value={address.query.get('name') ?? ''}
          aria-describedby="name-hint"
        />
      </label>
      <label class="field">
        <span class="field-label">{words.days}</span>
        <span class="field-hint" id="days-hint">
          {words.daysHint(tokens.mostDays)}
        </span>
        <input
          type="number"
          name="days"
          required
          min={1}
          max={tokens.mostDays}
          value={address.query.get('days') ?? String(tokens.defaultDays)}
          aria-describedby="days-hint"
        />
      </label>
      <fieldset class="choices" aria-describedby="what-hint">
        <legend>{words.what}</legend>
        <span class="field-hint" id="what-hint">
          {words.whatHint}
        </span>
        {tokens.permissions.map((permission) => (
          <label class="choice" key={permission}>
            <input
              type="checkbox"
              name="permissions"
              value={permission}
              checked={chosen.includes(permission)}
            />
            <span>
              <b>{permission}</b>
              <span class="field-hint">{words.explained[permission] ?? ''}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button class="button button-main" type="submit">
        {words.button}
      </button>
    </form>
  );
}
