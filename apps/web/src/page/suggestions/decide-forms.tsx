import { Choice } from '../../form/field.js';
import { recommendationPath } from '../../router/address.js';
import type { ItemProps, ValueProps } from './item-props.js';

function Hidden({ asked, wording, values }: ItemProps & { readonly values?: string }) {
  return (
    <>
      <input type="hidden" name="lang" value={wording.language} />
      {Object.entries(asked).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {values !== undefined && <input type="hidden" name="values" value={values} />}
    </>
  );
}

function actionOf({ iso3, item }: ItemProps): string {
  return `${recommendationPath(iso3, item.id)}/suggestions`;
}

/** Both answers while nothing was said, afterwards the other one. */
export function DecideValue(props: ValueProps) {
  const { item, value, wording } = props;
  const words = wording.say.classification;
  const recordedOnly = value.state === 'confirmed' && value.decidedBy === null;
  return (
    <form method="post" action={actionOf(props)}>
      <Hidden {...props} values={`${value.aspect}:${value.code}`} />
      {(value.state !== 'confirmed' || recordedOnly) && (
        <button
          class="button button-small"
          type="submit"
          name="verdict"
          value="confirmed"
          aria-label={words.named(words.confirm, value.name, item.code)}
        >
          {words.confirm}
        </button>
      )}
      {value.state !== 'dismissed' && (
        <button
          class="button button-small"
          type="submit"
          name="verdict"
          value="dismissed"
          aria-label={words.named(words.dismiss, value.name, item.code)}
        >
          {words.dismiss}
        </button>
      )}
    </form>
  );
}

/** Another value of the same aspect in the place of this one. */
export function ReplaceValue(props: ValueProps) {
  const { item, value, offered, wording } = props;
  const words = wording.say.classification;
  if (value.state === 'dismissed') return null;
  const taken = item.values
    .filter(({ aspect, state }) => aspect === value.aspect && state === 'confirmed')
    .map(({ code }) => code);
  return (
    <details class="change">
      <summary aria-label={words.named(words.change, value.name, item.code)}>{words.change}</summary>
      <form class="act" method="post" action={actionOf(props)}>
        <Hidden {...props} values={`${value.aspect}:${value.code}`} />
        <input type="hidden" name="verdict" value="confirmed" />
        <Choice name="instead" label={words.changeTo} required>
          <option value="" />
          {offered
            .filter(({ code }) => code !== value.code && !taken.includes(code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {value.aspect === 'sdg_target' ? `${code} ${name}` : name}
              </option>
            ))}
        </Choice>
        <button class="button" type="submit">
          {words.changeButton}
        </button>
      </form>
    </details>
  );
}

/** Everything of one recommendation that is shown and waits. */
export function DecideAll(props: ItemProps) {
  const { item, wording } = props;
  const words = wording.say.classification;
  const waiting = item.values.filter(({ state }) => state === 'undecided');
  return (
    <form class="suggestion-all" method="post" action={actionOf(props)}>
      <Hidden {...props} values={waiting.map(({ aspect, code }) => `${aspect}:${code}`).join(' ')} />
      <button class="button button-main" type="submit" name="verdict" value="confirmed">
        {words.all(waiting.length)}
      </button>
      <button class="button" type="submit" name="verdict" value="dismissed">
        {words.dismissAll}
      </button>
    </form>
  );
}

/** For what no word speaks for and a person knows. */
export function AddValue(props: ItemProps) {
  const { item, choices, wording } = props;
  const words = wording.say.classification;
  const there = new Set(item.values.map(({ aspect, code }) => `${aspect}:${code}`));
  return (
    <details class="change">
      <summary>{words.add}</summary>
      <form class="act" method="post" action={actionOf(props)}>
        <Hidden {...props} />
        <input type="hidden" name="verdict" value="confirmed" />
        <Choice name="values" label={words.value} required>
          <option value="" />
          {choices.aspects.map(({ aspect, name, values }) => (
            <optgroup key={aspect} label={name}>
              {values
                .filter(({ code }) => !there.has(`${aspect}:${code}`))
                .map((value) => (
                  <option key={value.code} value={`${aspect}:${value.code}`}>
                    {aspect === 'sdg_target' ? `${value.code} ${value.name}` : value.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
        <button class="button" type="submit">
          {words.addButton}
        </button>
      </form>
    </details>
  );
}
