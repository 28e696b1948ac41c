import type { ApiTokenList } from '#contracts';

import { Field } from '../../form/field.js';
import type { Wording } from '../../wording/wording.js';

interface FormProps {
  readonly tokens: ApiTokenList;
  readonly typed: URLSearchParams;
  readonly wording: Wording;
}

/** What came back with a problem stands in the form again. */
export function NewTokenForm({ tokens, typed, wording }: FormProps) {
  const words = wording.say.apiToken;
  if (tokens.permissions.length === 0) return <p>{words.nothingToGive}</p>;
  const chosen = typed.getAll('permissions');
  return (
    <form class="act" method="post" action="/account/tokens">
      <input type="hidden" name="lang" value={wording.language} />
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="off"
        longest={80}
        value={typed.get('name') ?? ''}
      />
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
          value={typed.get('days') ?? String(tokens.defaultDays)}
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
